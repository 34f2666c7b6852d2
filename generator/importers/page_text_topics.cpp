#include "importers/page_text_topics.h"

#include <algorithm>

#include "base/text.h"

namespace paperboy::importers {
namespace {

bool spells(const model::Topic& topic, std::string_view label) {
  const auto& variants = topic.label.variants();
  return std::any_of(variants.begin(), variants.end(), [&](const auto& one) { return one.value == label; });
}

bool is_id(std::string_view text) {
  return !text.empty() &&
         text.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_-") == std::string_view::npos;
}

}  // namespace

bool PageTopics::knows(std::string_view label) const {
  return first_.find(label) != first_.end();
}

std::string PageTopics::id(Piece label) {
  if (const auto found = first_.find(label.text()); found != first_.end()) {
    out_.imported().repeats.push_back({label.span(), found->second.second.span()});
    return found->second.first;
  }
  const model::Topic* known = context_.site.find_topic(label.text());
  const std::string id = known != nullptr ? known->id : new_id(label.text());
  const bool is_named = known != nullptr ? !spells(*known, label.text())
                                         : std::any_of(first_.begin(), first_.end(), [&](const auto& one) {
                                             return one.second.first == id;
                                           });
  if (is_named)
    other_labels_.set(other_labels_.unused(id), text_of(label));
  else
    topics_.push_back(Mapping().set("id", text_value(id)).set("label", text_of(label)).build());
  first_.emplace(std::string(label.text()), std::pair(id, label));
  return id;
}

// The prompt lists topics as "- architecture_training: Architecture and Training Dynamics".
std::string PageTopics::new_id(std::string_view label) const {
  const std::string_view text = source_.text();
  const std::string mark = ": " + std::string(label);
  for (std::size_t at = text.find(mark); at != std::string_view::npos; at = text.find(mark, at + 1)) {
    const std::size_t begin = text.find_last_of(" \n", at) + 1;
    if (begin < at && is_id(text.substr(begin, at - begin)))
      return std::string(text.substr(begin, at - begin));
  }
  return base::slug(label);
}

std::vector<std::pair<std::size_t, std::size_t>> PageTopics::known_labels(std::string_view text) const {
  std::vector<std::pair<std::size_t, std::size_t>> places;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t longest = 0;
    for (const auto& [label, topic] : first_)
      if (base::starts_with(text.substr(at), label) &&
          (at + label.size() == text.size() || text[at + label.size()] == ','))
        longest = std::max(longest, label.size());
    if (longest == 0)
      return {};
    places.emplace_back(at, longest);
    at = text.find_first_not_of(", ", at + longest);
    if (at == std::string_view::npos)
      break;
  }
  return places;
}

std::vector<std::string> PageTopics::ids(Piece labels) {
  std::vector<std::string> result;
  for (const auto& [at, length] : known_labels(labels.text())) result.push_back(id(labels.sub(at, length)));
  return result;
}

void PageTopics::finish() {
  if (topics_.empty())
    return;
  Mapping site(*out_.imported().site.object());
  site.set("topics", list_value(std::move(topics_)));
  out_.imported().site = site.build();
}

}  // namespace paperboy::importers
