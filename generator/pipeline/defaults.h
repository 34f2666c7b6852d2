#pragma once

#include <string_view>
#include <vector>

namespace paperboy::pipeline {

// A layout or asset compiled into the program, so that an archive needs none of its own.
struct DefaultFile {
  std::string_view path;  // "layouts/edition.html"
  std::string_view bytes;
};

// Sorted by path.
const std::vector<DefaultFile>& default_files();

}  // namespace paperboy::pipeline
