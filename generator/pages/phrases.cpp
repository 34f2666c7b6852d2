#include "pages/phrases.h"

#include <algorithm>

#include "base/text.h"
#include "value/read.h"

namespace paperboy::pages {

namespace {

std::optional<std::string> read_text(const value::Value& value) {
  const value::Scalar* scalar = value.scalar();
  return scalar == nullptr ? std::nullopt : std::optional(scalar->text);
}

}  // namespace

std::optional<Phrases> Phrases::read(const base::Source& source, base::Diagnostics& diagnostics) {
  std::optional<value::Value> root = value::read_yaml(source, value::Aliases::Refused, diagnostics);
  if (!root) {
    return std::nullopt;
  }
  const value::Object* object = root->object();
  if (object == nullptr) {
    diagnostics.error(root->span(), "bad-phrases",
                      "the words of a language must be a mapping from key to text");
    return std::nullopt;
  }
  Phrases phrases;
  for (const value::Member& member : object->members()) {
    const value::Object* forms = member.value.object();
    const value::Value* one = forms == nullptr ? &member.value : forms->find("one");
    const value::Value* other = forms == nullptr ? &member.value : forms->find("other");
    std::optional<std::string> one_text = one == nullptr ? std::nullopt : read_text(*one);
    std::optional<std::string> other_text = other == nullptr ? std::nullopt : read_text(*other);
    if (!one_text || !other_text) {
      diagnostics.error(member.value.span(), "bad-phrases",
                        "'" + member.key + "' must be a text, or `one` and `other`");
      continue;
    }
    phrases.phrases_[member.key] = Phrase{*std::move(one_text), *std::move(other_text)};
  }
  return phrases;
}

const std::string* Phrases::find(std::string_view key, std::optional<std::int64_t> count) const {
  auto found = phrases_.find(key);
  if (found == phrases_.end()) {
    return nullptr;
  }
  return count == 1 ? &found->second.one : &found->second.other;
}

std::optional<std::string> Phrases::text(std::string_view key,
                                         const std::vector<std::pair<std::string, std::string>>& values,
                                         std::optional<std::int64_t> count) const {
  const std::string* found = find(key, count);
  if (found == nullptr) {
    return std::nullopt;
  }
  std::string text = *found;
  for (const auto& [name, replacement] : values) {
    text = base::replace_all(text, "{" + name + "}", replacement);
  }
  return text;
}

std::vector<std::string_view> Phrases::keys() const {
  std::vector<std::string_view> keys;
  for (const auto& [key, phrase] : phrases_) {
    keys.push_back(key);
  }
  std::sort(keys.begin(), keys.end());
  return keys;
}

void Phrases::fill_from(const Phrases& other) {
  for (const auto& [key, phrase] : other.phrases_) {
    phrases_.try_emplace(key, phrase);
  }
}

std::string date_text(const Phrases& phrases, std::string_view key, base::Date date) {
  auto word = [&](const std::string& name, unsigned number) {
    std::string word_key = name + "_" + std::to_string(number);
    return phrases.text(word_key, {}, std::nullopt).value_or(word_key);
  };
  const unsigned weekday = base::iso_weekday(date);
  return phrases
      .text(key,
            {{"weekday", word("weekday", weekday)},
             {"weekday_short", word("weekday_short", weekday)},
             {"day", std::to_string(date.day)},
             {"month", std::to_string(date.month)},
             {"month_name", word("month", date.month)},
             {"year", std::to_string(date.year)}},
            std::nullopt)
      .value_or(base::to_string(date));
}

}  // namespace paperboy::pages
