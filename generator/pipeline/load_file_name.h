#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "base/date.h"
#include "base/diagnostic.h"
#include "model/site.h"

namespace paperboy::pipeline {

enum class FileKind { Edition, Note, Rollup, Prompt, Page };
enum class FileFormat { Yaml, Json, JsonLines, Markdown };

// What the path of a content file says.
struct FileName {
  std::string path;
  FileKind kind = FileKind::Edition;
  FileFormat format = FileFormat::Markdown;
  std::size_t series = 0;  // index into Site::series, for editions
  base::Date date;         // for editions
  std::string name;        // the others: what stands before the language
  std::string language;    // empty: not said
};

// Reads the path of a file below content/. A file that cannot be part of the archive is reported: an error
// for what must be a mistake (an unknown series, language or date), a warning for a stray file.
std::optional<FileName> read_file_name(const std::string& path, const model::Site& site,
                                       base::Diagnostics& diagnostics);

}  // namespace paperboy::pipeline
