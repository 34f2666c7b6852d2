#include <algorithm>
#include <array>
#include <fstream>
#include <sstream>
#include <string_view>

#include "style/checks.h"

namespace paperboy::style {
namespace {

constexpr std::ptrdiff_t kLongestFile = 450;
constexpr std::array<std::string_view, 8> kTopLevel = {"CMakeLists.txt", "README.md", "assets", "content",
                                                       "generator",      "layouts",   "site",   "tests"};

}  // namespace

std::string read_text(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

std::vector<SourceFile> read_sources(const std::filesystem::path& root) {
  std::vector<SourceFile> sources;
  for (const char* const folder : {"generator", "tests"}) {
    for (const auto& entry : std::filesystem::recursive_directory_iterator(root / folder)) {
      const std::filesystem::path ending = entry.path().extension();
      if (entry.is_regular_file() && (ending == ".cpp" || ending == ".h")) {
        sources.push_back({entry.path().lexically_relative(root).generic_string(), read_text(entry.path())});
      }
    }
  }
  std::ranges::sort(sources, {}, &SourceFile::path);
  return sources;
}

std::vector<std::string> length_faults(const std::vector<SourceFile>& sources) {
  std::vector<std::string> faults;
  for (const SourceFile& source : sources) {
    const auto lines = std::ranges::count(source.text, '\n');
    if (lines > kLongestFile) {
      faults.push_back(source.path + ": " + std::to_string(lines) + " lines, more than " +
                       std::to_string(kLongestFile) + ": split it by topic");
    }
  }
  return faults;
}

std::vector<std::string> top_level_faults(const std::vector<std::string>& names) {
  std::vector<std::string> faults;
  for (const std::string& name : names) {
    // Dot-files and build folders may stand beside what is fixed.
    if (!name.starts_with(".") && !name.starts_with("build") &&
        std::ranges::find(kTopLevel, name) == kTopLevel.end()) {
      faults.push_back(name + ": has no place at the top level");
    }
  }
  for (const std::string_view name : kTopLevel) {
    if (std::ranges::find(names, name) == names.end()) {
      faults.push_back(std::string(name) + ": is missing at the top level");
    }
  }
  return faults;
}

}  // namespace paperboy::style
