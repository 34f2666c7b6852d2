#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "value/value.h"

namespace paperboy::importers {

// What an import wrote last into one content file: a digest for each value, by its place. With it a later
// import tells a person's words from its own. Kept beside the content, where builds do not look:
// content/.imported/daily/2026-05-06.yaml.txt
class ImportRecord {
 public:
  static std::string path_for(std::string_view content_path);

  ImportRecord() = default;
  // Lines that cannot be read (a merge conflict in git) are skipped: their values count as never imported.
  static ImportRecord parse(std::string_view text);
  // Sorted, one line for all values of a paper.
  std::string format() const;

  // Whether a value was ever imported at the place, or at one below it.
  bool knows(const std::string& place) const;
  // Whether this was the value that was imported last at the place.
  bool holds(const std::string& place, const value::Value& value) const;
  void set(const std::string& place, const value::Value& value);
  // The digest of the whole file as it was written.
  void set_file(std::string_view text);
  bool is_untouched(std::string_view text) const;

  bool empty() const { return digests_.empty(); }

 private:
  std::string file_;
  std::map<std::string, std::string> digests_;
};

}  // namespace paperboy::importers
