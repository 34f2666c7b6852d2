#pragma once

#include <cstddef>
#include <string>
#include <variant>
#include <vector>

#include "base/file_system.h"
#include "pipeline/build_site.h"

namespace paperboy::pipeline {

// Why a file of the site is as it is.
struct Explanation {
  std::string path;  // below site/
  std::size_t bytes = 0;
  std::string written;               // why it was written when it was: "layouts/edition.html changed"
  std::vector<std::string> content;  // files whose texts it shows
  std::vector<std::string> layouts;  // of a page, those it is made by: "base.html"
  // Why the next build makes it again: "content/site.yaml changed"; empty when it does not.
  std::string next;
  // Why it may have to: facts changed, and which pages show them is found once pages are planned.
  std::string perhaps;
};

struct Unexplained {
  std::string why;  // "there was no build before"
  std::string hint;
};

// `page` is a path below site/, or an address with or without the part that all of the site have:
// "/daily/2026-05-06/". `options` are those of the build.
std::variant<Explanation, Unexplained> explain(const base::FileSystem& files, const BuildOptions& options,
                                               const std::string& page);

}  // namespace paperboy::pipeline
