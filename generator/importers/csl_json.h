#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "importers/format.h"
#include "importers/tree.h"

namespace paperboy::importers {

// A reference manager's export in CSL-JSON (https://docs.citationstyles.org), as the draft of an edition.
const Format& csl_json_format();

// What exports of reference managers have in common. They become drafts dated by the file's name, else by
// the newest date in them.
SeriesSettings reading_list_series();
std::string reading_list_group(const InputFile& file);

class ReadingList {
 public:
  void add(value::Value entry) { entries_.push_back(std::move(entry)); }
  // When a paper was added or read; when it was published, which counts only where nothing else is known.
  void note_handled(std::optional<base::Date> date);
  void note_published(std::optional<base::Date> date);
  // What belongs to the list as a whole.
  Mapping& extra() { return extra_; }
  // The edition, added to `imported`. Without any date it is that of 1970-01-01, and this is reported.
  void finish(const base::Source& source, const Context& context, Imported& imported);

 private:
  value::Array entries_;
  Mapping extra_;
  std::optional<base::Date> handled_;
  std::optional<base::Date> published_;
};

// A year with what is known of month and day; missing ones are 1. Nothing when it is no date.
std::optional<base::Date> rough_date(std::string_view year, std::string_view month, std::string_view day);

}  // namespace paperboy::importers
