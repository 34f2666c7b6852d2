#include "pages/places.h"

#include "base/text.h"
#include "pages/page.h"
#include "pages/paper_lists.h"

namespace paperboy::pages {

Places::Places(const Catalog& catalog, std::string_view language)
    : catalog_(catalog), language_(language), author_addresses_(catalog.index.authors.size()) {
  const Addresses& addresses = catalog.addresses;
  for (const model::Topic& topic : catalog.archive.site.topics) {
    topics_[topic.id] = topic_link(topic);
  }
  for (const auto& [key, record] : catalog.index.sources) {
    std::string nearest = nearest_language(languages_of_papers(catalog, record.papers), language);
    source_addresses_[key] = addresses.href(addresses.source(nearest, record.source));
  }
  for (const auto& [key, record] : catalog.index.categories) {
    std::string nearest = nearest_language(languages_of_papers(catalog, record.papers), language);
    categories_[key] = {record.category,
                        addresses.href(addresses.category(nearest, record.source, record.category))};
  }
}

const TopicLinkView* Places::topic(const std::string& id) const {
  const auto found = topics_.find(id);
  return found == topics_.end() ? nullptr : &found->second;
}

std::string Places::source_address(const std::string& source) const {
  auto found = source_addresses_.find(base::slug(source));
  return found == source_addresses_.end() ? "" : found->second;
}

CategoryView Places::category(const std::string& source, const std::string& name) const {
  auto found = categories_.find(base::slug(source) + "/" + category_slug(name));
  return found == categories_.end() ? CategoryView{name, ""} : found->second;
}

std::string_view Places::author_address(const AuthorRecord& record) const {
  return author_addresses_.get(record.number,
                               [&] { return pages::author_address(catalog_, language_, record); });
}

TopicLinkView Places::topic_link(const model::Topic& topic) const {
  TopicLinkView view;
  view.id = topic.id;
  const auto* label = topic.label.best(language_);
  view.label = label == nullptr ? topic.id : label->value;
  view.language = label == nullptr ? "" : foreign_language(label->value, label->language, language_);
  auto found = catalog_.index.topics.find(topic.id);
  if (found != catalog_.index.topics.end()) {
    std::string nearest =
        nearest_language(languages_of_appearances(catalog_.archive, found->second), language_);
    view.address = catalog_.addresses.href(catalog_.addresses.topic(nearest, topic.id));
  }
  return view;
}

}  // namespace paperboy::pages
