#include "pipeline/script_folders.h"

#include <string_view>
#include <utility>

#include "base/text.h"

namespace paperboy::pipeline {

namespace {

// "reader.js" of "reader.js/10_pieces.js"; empty for what is no part.
std::string script_of(std::string_view name) {
  constexpr std::string_view kFolder = ".js/";
  const std::size_t folder = base::ends_with(name, ".js") ? name.find(kFolder) : std::string_view::npos;
  return folder == std::string_view::npos ? "" : std::string(name.substr(0, folder + kFolder.size() - 1));
}

}  // namespace

std::map<std::string, std::string> join_script_folders(std::map<std::string, std::string> assets) {
  std::map<std::string, std::string> parts;  // by script
  for (auto asset = assets.begin(); asset != assets.end();) {
    const std::string script = script_of(asset->first);
    if (script.empty()) {
      ++asset;
      continue;
    }
    std::string& text = parts[script];
    text += "\n" + asset->second + (base::ends_with(asset->second, "\n") ? "" : "\n");
    asset = assets.erase(asset);
  }
  for (const auto& [script, text] : parts) {
    assets.emplace(script, "(() => {\n'use strict';\n" + text + "})();\n");
  }
  return assets;
}

}  // namespace paperboy::pipeline
