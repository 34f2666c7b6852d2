#include <algorithm>
#include <array>

#include "base/text.h"
#include "citations/citation.h"

namespace paperboy::citations {

namespace {

using Words = std::vector<std::string>;

constexpr std::array<std::string_view, 26> kParticles = {
    "af", "al", "ap",  "av", "bin", "da",  "dal", "das", "de",  "del", "della", "den", "der",
    "di", "do", "dos", "du", "el",  "ibn", "la",  "le",  "ten", "ter", "van",   "von", "zu"};
constexpr std::array<std::string_view, 6> kSuffixes = {"jr", "jr.", "sr", "sr.", "ii", "iii"};
constexpr std::array<std::string_view, 5> kOrganisations = {"team", "collaboration", "consortium", "group",
                                                            "groups"};

template <std::size_t size>
bool holds(const std::array<std::string_view, size>& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

bool is_suffix(std::string_view word) {
  return holds(kSuffixes, base::to_lower_ascii(word));
}

bool is_organisation(const Words& words) {
  return std::any_of(words.begin(), words.end(), [](std::string_view word) {
    return holds(kOrganisations, base::to_lower_ascii(word.substr(0, word.find_first_of(",:"))));
  });
}

// Letters of scripts whose names stand as one: Han, kana, Hangul.
bool is_east_asian(std::string_view name) {
  for (std::size_t at = 0; at < name.size();) {
    const base::Decoded decoded = base::decode_utf8(name, at);
    if (decoded.character >= 0x2E80 &&
        base::character_kind(decoded.character) == base::CharacterKind::Letter) {
      return true;
    }
    at += decoded.size;
  }
  return false;
}

Words words_of(std::string_view text) {
  Words words;
  for (const std::string_view word : base::split(text, ' ')) {
    words.emplace_back(word);
  }
  return words;
}

std::string joined(Words::const_iterator begin, Words::const_iterator end) {
  return base::join(Words(begin, end), " ");
}

// "Laurens van der Maaten", "Sammy Davis Jr."
Name in_order(Words words) {
  Name name;
  if (words.size() > 2 && is_suffix(words.back())) {
    name.suffix = std::move(words.back());
    words.pop_back();
  }
  if (words.size() == 1) {
    return {"", "", "", words.front()};
  }
  auto family = words.end() - 1;
  while (family - words.begin() > 1 && holds(kParticles, *(family - 1))) {
    --family;
  }
  name.family = joined(family, words.end());
  name.given = joined(words.begin(), family);
  return name;
}

// "Maaten, Laurens", "Davis, Jr., Sammy", "Sammy Davis, Jr."
Name with_commas(const std::vector<std::string>& parts) {
  if (parts.size() == 2 && is_suffix(parts[1])) {
    Words words = words_of(parts[0]);
    words.push_back(parts[1]);
    return words.size() > 2 ? in_order(std::move(words)) : Name{parts[0], "", parts[1], ""};
  }
  if (parts.size() == 2) {
    return {parts[0], parts[1], "", ""};
  }
  if (parts.size() == 3 && is_suffix(parts[1])) {
    return {parts[0], parts[2], parts[1], ""};
  }
  if (parts.size() == 3 && is_suffix(parts[2])) {
    return {parts[0], parts[1], parts[2], ""};
  }
  return {"", "", "", base::join(parts, ", ")};
}

}  // namespace

Name split_name(std::string_view printed) {
  std::string text = base::collapse_spaces(printed);
  Words words = words_of(text);
  if (is_east_asian(text) || is_organisation(words)) {
    return {"", "", "", std::move(text)};
  }
  std::vector<std::string> parts;
  for (const std::string_view part : base::split(text, ',')) {
    if (!base::trim(part).empty()) {
      parts.emplace_back(base::trim(part));
    }
  }
  if (parts.size() > 1) {
    return with_commas(parts);
  }
  return in_order(words_of(parts.empty() ? text : parts.front()));
}

}  // namespace paperboy::citations
