#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/diagnostic.h"
#include "base/source.h"
#include "importers/input.h"
#include "model/site.h"
#include "value/value.h"

namespace paperboy::importers {

// What a series needs to know in site.yaml; the words are those of content.md.
struct SeriesSettings {
  std::string id;
  std::string title;
  std::string edition_title;
  std::string cadence = "daily";
  std::string language = "en";
  std::string grouping = "flat";
  std::string numbering = "edition";
  std::string sort = "given";
  // The address pattern under which the old pages were found; empty when their addresses are not known.
  std::string old_address;
  // The patterns of the old pages of months and years.
  std::vector<std::string> old_month_addresses;
  std::vector<std::string> old_year_addresses;
};

// A file to be written below content/: data (.yaml) or Markdown with front matter (.md).
struct ContentFile {
  std::string path;                  // "content/daily/2026-05-06.yaml"
  value::Value root;                 // the data, or the front matter; keys in any order
  std::optional<value::Value> body;  // Markdown below the front matter, a text; only for .md
};

// The value at `said` says the same as the one at `kept`, which is in a content file.
struct Repeat {
  base::SourceSpan said;
  base::SourceSpan kept;
};

// The number at `said` follows from values that are in content files, and was left out.
struct Derived {
  enum class How { Sum, Count };
  base::SourceSpan said;
  How how = How::Sum;
  std::vector<base::SourceSpan> parts;
};

// What was read from one group of input files. Every value of the input must be in one of these.
struct Imported {
  std::vector<ContentFile> files;
  value::Value site{value::Object{}, {}};  // parts of site.yaml: {topics: [...], series: [...]}
  // Values of the input left out because they are said elsewhere: in these files, or, for `in_site`, word
  // by word in site.yaml.
  std::vector<Repeat> repeats;
  std::vector<Derived> derived;
  std::vector<base::SourceSpan> in_site;
  // In text input: the format's own words (labels, rules, list numbers), which carry no data.
  std::vector<base::SourceSpan> structure;
};

// Whether papers without a topic are given one by the topics' aliases and by what their comment begins with.
enum class Regroup { No, Yes };

// What a format knows beside its input.
struct Context {
  const model::Site& site;  // topics known so far
  const SeriesSettings& series;
  Regroup regroup;
  base::SourceStore& sources;  // lives as long as the group
  base::Diagnostics& diagnostics;
};

// Files that are read together: those of one edition, or what belongs to the whole archive.
struct Group {
  std::string key;
  std::vector<const base::Source*> files;  // by path
};

// A kind of foreign archive. Formats hold no state.
class Format {
 public:
  virtual ~Format() = default;

  virtual std::string_view name() const = 0;
  // By the file's name and first bytes. Must be sure: `auto` asks all formats.
  virtual bool recognises(const InputFile& file) const = 0;
  // Files with the same key are read together, "2026-05-06"; groups are read in the order of their keys.
  // "" is for what belongs to the whole archive and must be known before (topics, prompts). Unless a format
  // knows better, the files whose names hold one date belong together, and any other stands alone.
  virtual std::string group_of(const InputFile& file) const;
  // What is to be read of a file at a time: the file itself, unless it holds lines of many editions.
  virtual std::vector<InputFile> parts_of(const InputFile& file, base::Diagnostics& diagnostics) const;
  virtual SeriesSettings series() const = 0;
  // The same for an archive in which only `language` is spoken.
  virtual SeriesSettings series_in(std::string_view language) const;
  // The language a file is written in, when that can be told and the site should have it; else empty.
  virtual std::string language_of(const base::Source& source) const;
  // Everything in the group, as content. What is wrong is reported at its place; whatever can be read is
  // returned all the same.
  virtual Imported read(const Group& group, Context& context) const = 0;
};

// The series of the tool that scores papers by topic: its data files, its Markdown pages and the text of its
// pages all tell of the same editions.
SeriesSettings scored_daily_series();

// The first date (2026-05-06, 2026_0506, 20260506) in a text.
std::optional<base::Date> find_date(std::string_view text);
// An edition's data file with its date set; `edition` holds the other keys.
ContentFile edition_file(std::string_view series, base::Date date, const value::Value& edition);
// A series for `Imported::site`.
value::Value series_value(const SeriesSettings& series);

}  // namespace paperboy::importers
