#include <algorithm>

#include "base/reads.h"
#include "base/text.h"
#include "model/site_address.h"
#include "pages/catalog.h"

namespace paperboy::pages {

namespace {

bool is_han(char32_t c) {
  return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || (c >= 0x20000 && c <= 0x3FFFF);
}

bool has_han(std::string_view text) {
  for (std::size_t offset = 0; offset < text.size();) {
    constexpr unsigned char kLowestOfHan = 0xE3;
    if (static_cast<unsigned char>(text[offset]) < kLowestOfHan) {
      ++offset;
      continue;
    }
    base::Decoded decoded = base::decode_utf8(text, offset);
    if (is_han(decoded.character)) {
      return true;
    }
    offset += decoded.size;
  }
  return false;
}

}  // namespace

EditionWords::EditionWords(const model::Edition& edition, std::string_view language) : language_(language) {
  base::Reads::note(&edition);
  bool exists =
      std::find(edition.languages.begin(), edition.languages.end(), language) != edition.languages.end();
  if (!exists && !edition.languages.empty()) {
    language_ = edition.languages.front();
  }
  if (const model::EditionText* text = edition.text.exact(language_)) {
    texts_.push_back(text);
  }
  if (const model::EditionText* text = edition.text.exact("")) {
    texts_.push_back(text);
  }
}

std::string edition_title(const model::Archive& archive, const model::Edition& edition,
                          std::string_view language) {
  EditionWords words(edition, language);
  const std::string* title = words.first(
      [](const model::EditionText& text) { return text.title.text.empty() ? nullptr : &text.title.text; });
  if (title != nullptr) {
    return base::collapse_spaces(*title);
  }
  const model::Series& series = *archive.site.find_series(edition.series);
  const auto* pattern = series.edition_title.best(words.language());
  if (pattern == nullptr) {
    const auto* series_title = series.title.best(words.language());
    return (series_title == nullptr ? series.id : series_title->value) + " " + base::to_string(edition.date);
  }
  return model::fill_date_pattern(pattern->value, series.id, edition.date);
}

std::string language_tag(std::string_view language) {
  return language == "zh" ? "zh-Hans" : std::string(language);
}

std::string foreign_language(std::string_view plain, std::string_view stated,
                             std::string_view page_language) {
  if (!stated.empty()) {
    return stated == page_language ? "" : language_tag(stated);
  }
  bool page_is_chinese = base::starts_with(page_language, "zh");
  bool text_is_chinese = has_han(plain);
  if (page_is_chinese == text_is_chinese || plain.empty()) {
    return "";
  }
  return text_is_chinese ? "zh-Hans" : "en";
}

}  // namespace paperboy::pages
