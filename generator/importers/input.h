#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "base/result.h"

namespace paperboy::importers {

// A file of a foreign archive, before it is read.
struct InputFile {
  std::string path;            // as shown to people: what was given, and the place below it
  std::filesystem::path disk;  // where to read it
  std::string head;            // its first bytes, to know its format by
  std::size_t bytes = 0;

  // The part of `path` after the last '/'.
  std::string_view name() const;
};

// Files as given, and all files below folders as given, sorted by path; names beginning with '.' are left
// out. What cannot be read is reported and the rest goes on.
std::vector<InputFile> list_input(const std::vector<std::string>& paths, base::Diagnostics& diagnostics);

// The whole file; an error when it is unreadable or too large for one day of any archive.
base::Result<std::string> read_input(const InputFile& file);

}  // namespace paperboy::importers
