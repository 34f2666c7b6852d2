#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <sstream>
#include <string_view>

#include "style/checks.h"

namespace paperboy::style {
namespace {

// A folder includes itself and the folders of earlier rows; folders of one row are siblings.
const std::vector<std::vector<std::string_view>> kLayers = {
    {"base"},
    {"value"},
    {"templates", "markup", "model", "charts", "cards", "citations", "search"},
    {"importers", "pages"},
    {"outputs"},
    {"pipeline"},
    {"cli"},
    {"main.cpp"},
};

// Libraries that one folder hides from all others. fmt is not among them: it is our printf.
constexpr std::array<std::string_view, 11> kHiddenLibraries = {
    "yaml.h",   "nlohmann", "cmark", "JavaScriptCore", "CLI", "xxhash",
    "utf8proc", "pango",    "cairo", "fontconfig",     "png"};

struct Include {
  int line;
  bool quoted;
  std::string target;
};

std::vector<Include> includes_of(const std::string& text) {
  std::vector<Include> includes;
  std::istringstream lines(text);
  std::string line;
  for (int number = 1; std::getline(lines, line); ++number) {
    constexpr std::string_view kWord = "#include ";
    if (!line.starts_with(kWord) || line.size() <= kWord.size()) {
      continue;
    }
    const char opening = line[kWord.size()];
    const std::size_t end = line.find(opening == '<' ? '>' : '"', kWord.size() + 1);
    if (end != std::string::npos) {
      includes.push_back({number, opening == '"', line.substr(kWord.size() + 1, end - kWord.size() - 1)});
    }
  }
  return includes;
}

std::optional<std::size_t> layer_of(std::string_view folder) {
  for (std::size_t layer = 0; layer < kLayers.size(); ++layer) {
    if (std::ranges::find(kLayers[layer], folder) != kLayers[layer].end()) {
      return layer;
    }
  }
  return std::nullopt;
}

std::string first_part(std::string_view path) {
  return std::string(path.substr(0, path.find('/')));
}

// The folder whose rule holds for a file: generator/<folder>/… and its tests in tests/unit/<folder>/….
std::optional<std::string> folder_of(std::string_view path) {
  for (const std::string_view place : {"generator/", "tests/unit/"}) {
    if (path.starts_with(place)) {
      return first_part(path.substr(place.size()));
    }
  }
  return std::nullopt;
}

std::optional<std::string> fault_of(const std::string& folder, std::string_view path,
                                    const Include& include) {
  const std::string target = first_part(include.target);
  if (!include.quoted || target == folder || (path.starts_with("tests/") && target == "support")) {
    return std::nullopt;
  }
  if (target == include.target) {
    if (path.starts_with("tests/")) {
      return std::nullopt;  // a header beside the test
    }
    return "includes \"" + include.target + "\" without naming its folder";
  }
  const std::optional<std::size_t> from = layer_of(folder);
  const std::optional<std::size_t> to = layer_of(target);
  if (!from || !to) {
    return (from ? target : folder) + "/ has no place in the order of folders";
  }
  if (*to >= *from) {
    return folder + "/ may not include \"" + include.target + "\"";
  }
  return std::nullopt;
}

std::optional<std::string_view> hidden_library(const Include& include) {
  const auto* const found = std::ranges::find_if(
      kHiddenLibraries, [&](std::string_view library) { return include.target.starts_with(library); });
  if (include.quoted || found == kHiddenLibraries.end()) {
    return std::nullopt;
  }
  return *found;
}

}  // namespace

std::vector<std::string> include_faults(const std::vector<SourceFile>& sources) {
  std::vector<std::string> faults;
  std::map<std::string_view, std::set<std::string>> users;
  for (const SourceFile& source : sources) {
    const std::optional<std::string> folder = folder_of(source.path);
    if (!folder) {
      continue;
    }
    for (const Include& include : includes_of(source.text)) {
      if (const std::optional<std::string> fault = fault_of(*folder, source.path, include)) {
        faults.push_back(source.path + ":" + std::to_string(include.line) + ": " + *fault);
      }
      if (const std::optional<std::string_view> library = hidden_library(include)) {
        users[*library].insert("generator/" + *folder);
      }
    }
  }
  for (const auto& [library, folders] : users) {
    if (folders.size() > 1) {
      std::string fault = *folders.begin() + ": " + std::string(library) + " is also included by";
      std::for_each(std::next(folders.begin()), folders.end(),
                    [&](const std::string& folder) { fault += " " + folder; });
      faults.push_back(fault);
    }
  }
  return faults;
}

}  // namespace paperboy::style
