#include <catch2/catch.hpp>

#include <regex>
#include <set>

#include "base/date.h"
#include "base/text.h"
#include "site_builder.h"

// The files that the search page loads: docs/search.md.
namespace paperboy::pipeline {
namespace {

using Archive = std::map<std::string, std::string>;

Archive archive_of_days(int days) {
  Archive archive = {
      {"content/site.yaml",
       "title: Papers\nbase_url: https://example.org/\nseries: [{id: daily, title: Daily}]\n"}};
  for (int day = 0; day < days; ++day) {
    const std::string date = base::to_string(base::add_days({2026, 1, 1}, day));
    archive["content/daily/" + date + ".yaml"] = "papers: [{id: '2601." + std::to_string(10'000 + day) +
                                                 "', title: A model of worlds, abstract: It is a model.}]\n";
  }
  return archive;
}

// The names of files in a folder of the index, without the folder.
std::set<std::string> names_in(const tests::BuiltSite& site, const std::string& folder) {
  std::set<std::string> names;
  for (const auto& [path, bytes] : site.files) {
    if (base::starts_with(path, "search/" + folder + "/")) {
      names.insert(path.substr(folder.size() + 8));
    }
  }
  return names;
}

std::string first_match(const std::string& text, const std::string& pattern) {
  std::smatch match;
  return std::regex_search(text, match, std::regex(pattern)) ? match.str(1) : "";
}

TEST_CASE("places of a frequent word stand apart from its papers, those of a rare one with them") {
  tests::BuiltSite few = tests::build(archive_of_days(2));
  REQUIRE(few.ok);
  CHECK(names_in(few, "places").empty());
  tests::BuiltSite many = tests::build(archive_of_days(40));
  REQUIRE(many.ok);
  const std::set<std::string> terms = names_in(many, "terms");
  REQUIRE(terms.size() == 1);
  const std::string& bytes = many.files["search/terms/" + *terms.begin()];
  const std::string key = first_match(*terms.begin(), R"re(^([0-9a-f]+)-)re");
  const std::string digest = first_match(bytes, R"re(^\{"places":"([0-9a-f]{6}))re");
  CHECK(names_in(many, "places").count(key + "-0-" + digest + ".json") == 1);
  CHECK(std::regex_search(bytes, std::regex(R"re("model","[^"]*",\[0\])re")));
  CHECK(std::regex_search(bytes, std::regex(R"re("2601\.10007","[^"]*","[^"]*")re")));
  const std::string& places = many.files["search/places/" + key + "-0-" + digest + ".json"];
  CHECK(std::regex_search(places, std::regex(R"re("model","[^"]*")re")));
}

TEST_CASE("records of a group of files share a digest, and full groups keep it") {
  tests::BuiltSite before = tests::build(archive_of_days(40));
  tests::BuiltSite after = tests::build(archive_of_days(41));
  const std::set<std::string> records = names_in(before, "records");
  const std::set<std::string> later = names_in(after, "records");
  CHECK(records.size() == 20);
  CHECK(later.size() == 21);
  const std::string& head = before.files["search/index.json"];
  CHECK(first_match(head, R"re("records_in_file":(\d+))re") == "2");
  CHECK(first_match(head, R"re("record_files_in_group":(\d+))re") == "8");
  const std::string digests = first_match(head, R"re("records":"([0-9a-f]*)")re");
  REQUIRE(digests.size() == 18);
  for (const int file : {0, 7}) {
    const std::string name = std::to_string(file) + "-" + digests.substr(0, 6) + ".json";
    CHECK(records.count(name) == 1);
    CHECK(later.count(name) == 1);
  }
  CHECK(records.count("16-" + digests.substr(12) + ".json") == 1);
  CHECK(later.count("16-" + digests.substr(12) + ".json") == 0);
}

}  // namespace
}  // namespace paperboy::pipeline
