#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"

namespace paperboy::cli {

// A file of a new archive.
struct StarterFile {
  std::string path;
  std::string text;
};

// A small archive that builds as it stands: a daily series from data, a weekly one in Markdown, a page.
std::vector<StarterFile> starter_files(base::Date today);

// A Markdown edition to fill in; it is a draft until the line `draft: true` is removed.
std::string starter_edition(std::string_view language);

}  // namespace paperboy::cli
