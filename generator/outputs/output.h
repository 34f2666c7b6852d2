#pragma once

#include <string>

namespace paperboy::outputs {

// A file to be written under site/.
struct Output {
  std::string path;  // "topics/index.html"
  std::string bytes;
};

}  // namespace paperboy::outputs
