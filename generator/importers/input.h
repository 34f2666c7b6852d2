#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "base/result.h"

namespace paperboy::importers {

// Lines of a file that follow each other.
struct LineRun {
  std::size_t begin = 0;  // byte offset
  std::size_t bytes = 0;
  std::size_t first_line = 0;  // counted from 0
};

// A file of a foreign archive, or some lines of one, before it is read.
struct InputFile {
  std::string path;            // as shown to people: what was given, and the place below it
  std::filesystem::path disk;  // where to read it
  std::string head;            // its first bytes, to know its format by
  std::size_t bytes = 0;
  std::vector<LineRun> runs = {};  // all there is to read; empty: the whole file
  std::string group = {};          // what it is read together with; empty: its format knows

  // The part of `path` after the last '/'.
  std::string_view name() const;
};

// Files as given, and all files below folders as given, sorted by path; names beginning with '.' are left
// out. What cannot be read is reported and the rest goes on.
std::vector<InputFile> list_input(const std::vector<std::string>& paths, base::Diagnostics& diagnostics);

// The whole file, or its lines with blank ones for those left out, so that lines keep their numbers. An error
// when it is unreadable or too large for one day of any archive.
base::Result<std::string> read_input(const InputFile& file);

}  // namespace paperboy::importers
