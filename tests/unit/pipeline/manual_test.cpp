#include <catch2/catch.hpp>
#include <fstream>
#include <map>
#include <sstream>
#include <string>

#include "site_builder.h"

namespace {

// The examples of a manual that are whole files: fenced blocks whose first line names the file's path.
std::map<std::string, std::string> example_files(const std::string& manual) {
  std::ifstream file(PAPERBOY_MANUAL_FOLDER "/" + manual);
  REQUIRE(file);
  std::map<std::string, std::string> files;
  std::string path;
  for (std::string line; std::getline(file, line);) {
    if (line.rfind("```", 0) != 0) {
      files[path] += line + "\n";
      continue;
    }
    std::istringstream words(line.substr(3));
    std::string language;
    path.clear();
    words >> language >> path;
  }
  files.erase("");
  return files;
}

}  // namespace

TEST_CASE("the example archive of the content manual builds without a complaint") {
  std::map<std::string, std::string> archive = example_files("content.md");
  REQUIRE(archive.size() > 5);
  paperboy::tests::BuiltSite site = paperboy::tests::build(archive);
  CHECK(site.diagnostics == "");
  CHECK(site.files.count("zh/weekly/2026-05-09/index.html") == 1);
  CHECK(site.files.count("daily/2026-05-07/index.html") == 1);
}

TEST_CASE("the examples of the layout manual change pages as the manual says") {
  std::map<std::string, std::string> archive = example_files("content.md");
  std::map<std::string, std::string> changes = example_files("layouts.md");
  REQUIRE(changes.size() >= 10);
  // The manual shows what is added to site.yaml.
  archive["content/site.yaml"] += changes["content/site.yaml"];
  archive.insert(changes.begin(), changes.end());
  paperboy::tests::BuiltSite site = paperboy::tests::build(archive);
  CHECK(site.diagnostics == "");
  const std::string& edition = site.files["daily/2026-05-06/index.html"];
  const auto shows = [](const std::string& page, const char* text) {
    INFO(text);
    return page.find(text) != std::string::npos;
  };
  CHECK(shows(edition, "Get the next edition by mail"));
  CHECK(shows(edition, "alt=\"A lamp\""));
  CHECK(shows(edition, "Why we chose it"));
  CHECK(shows(edition, "<script>console.log(\"Made with Paperboy\");</script>"));
  CHECK(shows(edition, "https://images.example.org"));
  CHECK_FALSE(shows(edition, "$0.86"));
  CHECK_FALSE(shows(edition, "<ol>\n<li><a href=\"/papers/\">"));
  CHECK_FALSE(shows(site.files["404.html"], "class=\"lead\""));
  std::string styles;
  for (const auto& [path, bytes] : site.files) {
    styles += path.rfind("assets/style.", 0) == 0 ? bytes : "";
  }
  CHECK(shows(styles, "light-dark(#0b6b57,#6fd3bb)"));
  CHECK(shows(styles, "--measure:40rem"));
  CHECK(shows(styles, ".brand{letter-spacing:.02em}"));
}
