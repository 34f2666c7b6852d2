#include <algorithm>
#include <map>
#include <set>

#include "pages/citation_files.h"
#include "pages/feeds.h"
#include "pages/paging.h"
#include "pages/series_card.h"
#include "pages/trends.h"

namespace paperboy::pages {

namespace {

// How a topic page is sorted: newest edition first, the best paper of an edition first.
bool stands_before(const model::Archive& archive, const model::Appearance& a, const model::Appearance& b) {
  if (a.edition != b.edition) {
    return a.edition > b.edition;
  }
  const auto total = [&](const model::Appearance& appearance) {
    const model::Entry& entry = archive.editions[appearance.edition].entries[appearance.entry];
    return entry.total ? entry.total->value : 0.0;
  };
  return total(a) != total(b) ? total(a) > total(b) : a.entry < b.entry;
}

// Each paper once, where it appeared first under the topic.
std::vector<model::Appearance> topic_timeline(const model::Archive& archive,
                                              const std::vector<model::Appearance>& appearances) {
  std::vector<model::Appearance> timeline;
  std::set<model::PaperId> seen;
  for (const model::Appearance& appearance : appearances) {
    const model::Entry& entry = archive.editions[appearance.edition].entries[appearance.entry];
    if (seen.insert(entry.paper.id).second) {
      timeline.push_back(appearance);
    }
  }
  std::sort(timeline.begin(), timeline.end(), [&](const model::Appearance& a, const model::Appearance& b) {
    return stands_before(archive, a, b);
  });
  return timeline;
}

std::vector<CountView> also_matched(const Catalog& catalog, std::string_view language,
                                    const std::vector<model::Appearance>& timeline) {
  std::map<std::string, std::size_t> counts;
  for (const model::Appearance& appearance : timeline) {
    for (const std::string& id :
         catalog.archive.editions[appearance.edition].entries[appearance.entry].also_matches) {
      ++counts[id];
    }
  }
  std::vector<CountView> views;
  for (const model::Topic& topic : catalog.archive.site.topics) {
    auto found = counts.find(topic.id);
    if (found != counts.end()) {
      views.push_back(topic_count(catalog, language, topic, found->second));
    }
  }
  return views;
}

PageView build_topic(const Catalog& catalog, const model::Topic& topic, const std::string& language,
                     const PaperList& list, std::size_t page) {
  const std::vector<model::Appearance>& timeline = list.appearances;
  TopicView content;
  CountView count = topic_count(catalog, language, topic, timeline.size());
  content.topic = {topic.id, count.label, count.language, count.address};
  if (const auto* description = topic.description.best(language)) {
    const auto* html = catalog.texts.markdown(description_text(*description, language));
    content.description = html == nullptr ? nullptr : &html->text.html();
  }
  content.paper_count = timeline.size();
  content.groups = list.groups(catalog, language, page);
  if (list.paging.is_front(page)) {
    content.also = also_matched(catalog, language, timeline);
    content.charts = topic_charts(catalog, language, topic, timeline);
  }
  for (const value::Member& member : topic.extra.members()) {
    if (const value::Scalar* scalar = member.value.scalar()) {
      content.extra.emplace_back(member.key, scalar->text);
    }
  }
  content.paging = list.view(catalog, language, page);
  std::vector<LinkView> breadcrumbs = {
      home_link(catalog, language),
      phrase_link(catalog, language, "topics", catalog.addresses.index(language, "topics"))};
  std::string description = catalog.phrase(
      language, "topic_description", {{"topic", count.label}, {"count", std::to_string(timeline.size())}});
  PageFacts facts{"topic", language, count.label, description, std::move(breadcrumbs)};
  PageView view =
      make_page_view(catalog, number_facts(catalog, std::move(facts), list, page), list.versions(page));
  if (!timeline.empty()) {
    view.date = base::to_string(catalog.archive.editions[timeline.front().edition].date);
  }
  view.feeds = feed_links(catalog, language, FeedScope::Topic, topic.id);
  view.citations = citation_files(catalog, list.front);
  view.picture = share_card(catalog, list.front.at(language), count.label);
  view.content = std::move(content);
  return view;
}

}  // namespace

CountView topic_count(const Catalog& catalog, std::string_view language, const model::Topic& topic,
                      std::size_t count) {
  CountView view{topic.id, "", "", count};
  if (const auto* label = topic.label.best(language)) {
    view.label = label->value;
    view.language = foreign_language(label->value, label->language, language);
  }
  auto found = catalog.index.topics.find(topic.id);
  if (found != catalog.index.topics.end()) {
    std::string nearest =
        nearest_language(languages_of_appearances(catalog.archive, found->second), language);
    view.address = catalog.addresses.href(catalog.addresses.topic(nearest, topic.id));
  }
  return view;
}

std::vector<Page> plan_topic_pages(const Catalog& catalog) {
  std::vector<Page> pages;
  for (const model::Topic& topic : catalog.archive.site.topics) {
    auto found = catalog.index.topics.find(topic.id);
    if (found == catalog.index.topics.end()) {
      continue;
    }
    Versions versions;
    for (const std::string& language : languages_of_appearances(catalog.archive, found->second)) {
      versions[language] = catalog.addresses.topic(language, topic.id);
    }
    auto list = std::make_shared<const PaperList>(
        std::move(versions), topic_timeline(catalog.archive, found->second), list_page_size(catalog));
    append_pages(pages, catalog, "topic", "topics", topic.span, list,
                 [&catalog, &topic, list](const std::string& language, std::size_t page) {
                   return build_topic(catalog, topic, language, *list, page);
                 });
  }
  return pages;
}

}  // namespace paperboy::pages
