#include <algorithm>

#include <fmt/format.h>

#include "importers/csl_json.h"
#include "model/field_reader.h"

namespace paperboy::importers {
namespace {

void keep_newer(std::optional<base::Date>& newest, std::optional<base::Date> date) {
  if (date && (!newest || *newest < *date))
    newest = date;
}

}  // namespace

SeriesSettings reading_list_series() {
  SeriesSettings settings;
  settings.id = "reading";
  settings.title = "Reading list";
  settings.edition_title = "Reading list {date}";
  return settings;
}

std::string reading_list_group(const InputFile& file) {
  const std::optional<base::Date> date = find_date(file.name());
  return date ? base::to_string(*date) : file.path;
}

void ReadingList::note_handled(std::optional<base::Date> date) {
  keep_newer(handled_, date);
}

void ReadingList::note_published(std::optional<base::Date> date) {
  keep_newer(published_, date);
}

void ReadingList::finish(const base::Source& source, const Context& context, Imported& imported) {
  const std::string_view name = std::string_view(source.path()).substr(source.path().rfind('/') + 1);
  std::optional<base::Date> date = find_date(name);
  if (!date)
    date = handled_ ? handled_ : published_;
  if (!date) {
    context.diagnostics.warning({&source, 0, 0}, "undated-input",
                                "nothing tells of which day this list is; its draft is dated 1970-01-01",
                                "put the date of its edition into the file's name: reading-2026-05-06");
    date = base::Date();
  }
  Mapping edition;
  edition.set("draft", plain_value("true"));
  edition.set("papers", list_value(std::move(entries_))).set("extra", extra_.build());
  imported.files.push_back(edition_file(context.series.id, *date, edition.build({&source, 0, 0})));
}

std::optional<base::Date> rough_date(std::string_view year, std::string_view month, std::string_view day) {
  const std::optional<std::int64_t> y = model::parse_count(year);
  if (!y || *y < 1900 || *y > 2999)
    return std::nullopt;
  const auto part = [](std::string_view text, std::int64_t most) {
    return std::clamp<std::int64_t>(model::parse_count(text).value_or(1), 1, most);
  };
  return base::parse_date(fmt::format("{:04}-{:02}-{:02}", *y, part(month, 12), part(day, 31)));
}

}  // namespace paperboy::importers
