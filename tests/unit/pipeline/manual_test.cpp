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

TEST_CASE("the examples of the layout manual change every page") {
  std::map<std::string, std::string> archive = example_files("content.md");
  std::map<std::string, std::string> changes = example_files("layouts.md");
  REQUIRE(changes.size() >= 3);
  archive.insert(changes.begin(), changes.end());
  paperboy::tests::BuiltSite site = paperboy::tests::build(archive);
  CHECK(site.diagnostics == "");
  CHECK(site.files["daily/2026-05-06/index.html"].find("assets/mine.") != std::string::npos);
  CHECK(site.files["daily/2026-05-06/index.html"].find("Get the next edition by mail") != std::string::npos);
}
