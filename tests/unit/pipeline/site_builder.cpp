#include "site_builder.h"

#include <catch2/catch.hpp>
#include <filesystem>

namespace paperboy::tests {

BuiltSite build(const std::map<std::string, std::string>& archive, const TemporaryFolder& output,
                const pipeline::BuildOptions& options) {
  MemoryFileSystem files;
  files.files = archive;
  pipeline::BuildOptions used = options;
  used.output = output.path();
  base::SourceStore sources;
  base::Diagnostics diagnostics;
  pipeline::BuildReport report = pipeline::build_site(files, used, sources, diagnostics);
  INFO((report.failure ? report.failure->message : ""));
  REQUIRE_FALSE(report.failure);
  BuiltSite site;
  site.report = report;
  site.ok = !diagnostics.has_errors();
  site.diagnostics = base::format_text(diagnostics.sorted(), base::Color::Off, 50);
  for (const auto& entry : std::filesystem::recursive_directory_iterator(output.path())) {
    std::string path = std::filesystem::relative(entry.path(), output.path()).generic_string();
    if (entry.is_regular_file() && path.front() != '.') {
      site.files[path] = output.read(path);
    }
  }
  return site;
}

BuiltSite build(const std::map<std::string, std::string>& archive) {
  TemporaryFolder output;
  return build(archive, output);
}

}  // namespace paperboy::tests
