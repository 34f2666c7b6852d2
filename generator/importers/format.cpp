#include "importers/format.h"

#include <algorithm>

#include "importers/tree.h"

namespace paperboy::importers {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// The digits of a date at the beginning of `text`, written with or without separators.
std::string date_digits(std::string_view text) {
  std::string digits;
  for (const char c : text) {
    const bool separator = (c == '-' || c == '_') && (digits.size() == 4 || digits.size() == 6);
    if (is_digit(c))
      digits += c;
    else if (!separator)
      break;
    if (digits.size() == 9)
      break;
  }
  return digits;
}

}  // namespace

std::optional<base::Date> find_date(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!is_digit(text[at]) || (at > 0 && is_digit(text[at - 1])))
      continue;
    const std::string digits = date_digits(text.substr(at));
    if (digits.size() != 8)
      continue;
    const std::string date = digits.substr(0, 4) + "-" + digits.substr(4, 2) + "-" + digits.substr(6, 2);
    if (const std::optional<base::Date> found = base::parse_date(date))
      return found;
  }
  return std::nullopt;
}

std::string Format::group_of(const InputFile& file) const {
  const std::optional<base::Date> date = find_date(file.name());
  return date ? base::to_string(*date) : file.path;
}

std::vector<InputFile> Format::parts_of(const InputFile& file, base::Diagnostics&) const {
  return {file};
}

SeriesSettings Format::series_in(std::string_view) const {
  return series();
}

std::string Format::language_of(const base::Source&) const {
  return {};
}

SeriesSettings scored_daily_series() {
  SeriesSettings settings;
  settings.id = "daily";
  settings.title = "Daily papers";
  settings.edition_title = "Personalized Daily ArXiv Papers {date}";
  settings.grouping = "topic";
  settings.numbering = "topic";
  settings.sort = "score";
  settings.old_address = "archive/{year}-{month}/{day}/";
  settings.old_month_addresses = {"archive/{year}-{month}/", "archive/{year}-{month}/summary/"};
  settings.old_year_addresses = {"archive/{year}/"};
  return settings;
}

ContentFile edition_file(std::string_view series, base::Date date, const value::Value& edition) {
  Mapping root;
  root.set("date", plain_value(base::to_string(date)));
  if (const value::Object* object = edition.object()) {
    for (const value::Member& member : object->members()) root.set_empty(member.key, member.value);
    if (const value::Value* given = object->find("date"); scalar_text(given) == base::to_string(date))
      root.set("date", plain_value(base::to_string(date), given->span()));
  }
  return {"content/" + std::string(series) + "/" + base::to_string(date) + ".yaml",
          root.build(edition.span()), std::nullopt};
}

value::Value series_value(const SeriesSettings& series) {
  Mapping mapping;
  mapping.set("id", text_value(series.id)).set("title", text_value(series.title));
  mapping.set("cadence", text_value(series.cadence));
  mapping.set("languages", list_value({text_value(series.language)}));
  mapping.set("edition_title", text_value(series.edition_title));
  mapping.set("grouping", text_value(series.grouping)).set("numbering", text_value(series.numbering));
  mapping.set("sort", text_value(series.sort));
  return mapping.build();
}

}  // namespace paperboy::importers
