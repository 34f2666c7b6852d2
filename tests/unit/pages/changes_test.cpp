#include "pages/changes.h"

#include <catch2/catch.hpp>

using namespace paperboy;
using pages::Change;

namespace {

// An edition of May 2026 with a paper under each of the topics.
model::Edition edition(unsigned day, const std::string& name, const std::vector<std::string>& topics) {
  model::Edition edition;
  edition.date = {2026, 5, day};
  if (!name.empty()) {
    model::Run run;
    run.model = name;
    edition.runs.push_back(run);
  }
  for (const std::string& topic : topics) {
    model::Entry entry;
    entry.topic = topic;
    edition.entries.push_back(entry);
  }
  return edition;
}

std::vector<Change> changes_of(std::vector<model::Edition> editions) {
  model::Archive archive;
  archive.editions = std::move(editions);
  std::vector<std::size_t> all;
  for (std::size_t index = 0; index < archive.editions.size(); ++index) {
    all.push_back(index);
  }
  return pages::find_changes(archive, all);
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("a new model is a change from the edition that first names it") {
  const std::vector<Change> changes =
      changes_of({edition(4, "m1", {}), edition(5, "", {}), edition(6, "m1", {}), edition(7, "m2", {})});
  REQUIRE(changes.size() == 1);
  CHECK(changes[0].kind == Change::Kind::Model);
  CHECK(changes[0].date == base::Date{2026, 5, 7});
  CHECK(changes[0].from == Names{"m1"});
  CHECK(changes[0].to == Names{"m2"});
}

TEST_CASE("topics that take the place of others are one change") {
  const Names old_topics = {"a", "a", "a", "a", "b", "b"};
  const Names new_topics = {"a", "a", "a", "a", "c", "c"};
  const std::vector<Change> changes =
      changes_of({edition(4, "", old_topics), edition(5, "", old_topics), edition(6, "", old_topics),
                  edition(7, "", new_topics), edition(8, "", new_topics), edition(9, "", new_topics),
                  edition(10, "", new_topics)});
  REQUIRE(changes.size() == 1);
  CHECK(changes[0].kind == Change::Kind::Topics);
  CHECK(changes[0].date == base::Date{2026, 5, 7});
  CHECK(changes[0].from == Names{"b"});
  CHECK(changes[0].to == Names{"c"});
}

TEST_CASE("a rare topic that happens to come up late is no change") {
  CHECK(changes_of({edition(4, "", {"a", "a", "a"}), edition(5, "", {"a", "a", "a"}),
                    edition(6, "", {"a", "a", "rare"}), edition(7, "", {"a", "a", "a"})})
            .empty());
}
