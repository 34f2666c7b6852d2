#include <algorithm>

#include "base/text.h"
#include "importers/topic_scored_md.h"

namespace paperboy::importers {
namespace {

bool is_id(std::string_view text) {
  return !text.empty() &&
         text.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_-") == std::string_view::npos;
}

// A label or alias as site.yaml has it, letter by letter.
bool is_in_site(const model::Topic& topic, std::string_view label) {
  const auto same = [&](const auto& variant) { return variant.value == label; };
  return std::any_of(topic.label.variants().begin(), topic.label.variants().end(), same) ||
         std::find(topic.aliases.begin(), topic.aliases.end(), label) != topic.aliases.end();
}

}  // namespace

// Lines such as `- memory_systems: Memory Structures and Agent Memory Systems`.
void ScoredTopics::read_registry(base::SourceSpan prompt) {
  bool inside = false;
  std::size_t at = 0;
  for (const std::string_view line : base::split(prompt.text(), '\n')) {
    const base::SourceSpan whole = piece(prompt, at, line.size());
    at += line.size() + 1;
    base::SourceSpan words = trimmed(whole);
    if (base::starts_with(words.text(), ">"))
      words = piece(words, base::starts_with(words.text(), "> ") ? 2 : 1);
    if (base::starts_with(words.text(), "#"))
      inside = base::to_lower_ascii(words.text()).find("topic registry") != std::string::npos;
    const std::size_t colon = words.text().find(": ");
    if (!inside || !base::starts_with(words.text(), "- ") || colon == std::string_view::npos)
      continue;
    const std::string_view id = words.text().substr(2, colon - 2);
    const base::SourceSpan label = trimmed(piece(words, colon + 2));
    if (is_id(id) && find(label.text()) == nullptr)
      add(std::string(id), label);
  }
}

void ScoredTopics::declare(const TopicLine& line) {
  if (line.label.text().empty() || find(line.label.text()) != nullptr)
    return;
  // Anchors are ids whose `_` became `-`.
  std::string id = base::replace_all(line.id, "-", "_");
  if (const model::Topic* topic = site_.find_topic(line.id);
      topic != nullptr && site_.find_topic(id) == nullptr)
    id = topic->id;
  if (const model::Topic* topic = site_.find_topic(line.label.text()))
    id = topic->id;
  if (id.empty())
    id = base::replace_all(base::slug(line.label.text()), "-", "_");
  add(std::move(id), line.label);
}

void ScoredTopics::add(std::string id, base::SourceSpan label) {
  const auto same_id = [&](const auto& topic) { return topic.id == id; };
  const auto in_site = std::find_if(site_.topics.begin(), site_.topics.end(), same_id);
  const bool fresh = std::none_of(known_.begin(), known_.end(), same_id);
  const bool placed = in_site == site_.topics.end() ? fresh : is_in_site(*in_site, label.text());
  known_.push_back({std::move(id), label, placed});
}

const ScoredTopics::Known* ScoredTopics::find(std::string_view label) const {
  const auto found = std::find_if(known_.begin(), known_.end(),
                                  [&](const Known& known) { return known.label.text() == label; });
  return found == known_.end() ? nullptr : &*found;
}

std::optional<std::string> ScoredTopics::id_of(std::string_view label) const {
  const Known* known = find(label);
  return known == nullptr ? std::nullopt : std::optional<std::string>(known->id);
}

std::optional<std::string> ScoredTopics::say(base::SourceSpan label) {
  if (find(label.text()) == nullptr) {
    const model::Topic* topic = site_.find_topic(label.text());
    if (topic == nullptr || !is_in_site(*topic, label.text()))
      return std::nullopt;
    add(topic->id, label);
  }
  const Known& known = *find(label.text());
  if (known.label != label)
    imported_.repeats.push_back({label, known.label});
  return known.id;
}

std::optional<std::vector<std::string>> ScoredTopics::say_all(base::SourceSpan labels) {
  std::vector<base::SourceSpan> parts;
  for (base::SourceSpan rest = trimmed(labels); !rest.text().empty();) {
    std::size_t taken = 0;
    const auto consider = [&](std::string_view label) {
      const std::string_view after = rest.text().substr(std::min(label.size(), rest.text().size()));
      if (base::starts_with(rest.text(), label) && (after.empty() || base::starts_with(after, ", ")))
        taken = std::max(taken, label.size());
    };
    for (const Known& known : known_) consider(known.label.text());
    for (const model::Topic& topic : site_.topics)
      for (const auto& variant : topic.label.variants()) consider(variant.value);
    if (taken == 0)
      return std::nullopt;
    parts.push_back(piece(rest, 0, taken));
    rest = trimmed(piece(rest, std::min<std::size_t>(taken + 1, rest.text().size())));
  }
  std::vector<std::string> ids;
  for (const base::SourceSpan& part : parts)
    if (const std::optional<std::string> id = say(part))
      ids.push_back(*id);
  return ids;
}

value::Value ScoredTopics::site_part() const {
  value::Array topics;
  for (const Known& known : known_)
    if (known.in_site)
      topics.push_back(Mapping().set("id", text_value(known.id)).set("label", text_of(known.label)).build());
  return Mapping().set("topics", list_value(std::move(topics))).build();
}

value::Value ScoredTopics::other_labels() const {
  Mapping labels;
  for (const Known& known : known_) {
    std::string id = known.id;
    while (labels.find(id) != nullptr) id += "_";
    if (!known.in_site)
      labels.set(id, text_of(known.label));
  }
  return labels.build();
}

}  // namespace paperboy::importers
