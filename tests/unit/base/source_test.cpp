#include "base/source.h"

#include <catch2/catch.hpp>
#include <optional>
#include <string>
#include <thread>

#include "base/digest.h"

namespace paperboy::base {

namespace {

std::pair<std::size_t, std::size_t> place(const Source& source, std::size_t offset) {
  const Position position = source.position(offset);
  return {position.line, position.column};
}

using Place = std::pair<std::size_t, std::size_t>;

}  // namespace

TEST_CASE("A byte order mark is not part of the text") {
  const Source source("a.yaml", "\xEF\xBB\xBFtitle: x");
  CHECK(source.text() == "title: x");
  CHECK(place(source, 0) == Place(1, 1));
}

TEST_CASE("Columns count characters, not bytes") {
  const Source source("a.yaml", "é深🙂x\nñy");
  CHECK(place(source, 0) == Place(1, 1));
  CHECK(place(source, 2) == Place(1, 2));
  CHECK(place(source, 5) == Place(1, 3));
  CHECK(place(source, 9) == Place(1, 4));
  CHECK(place(source, 11) == Place(2, 1));
  CHECK(place(source, 13) == Place(2, 2));
}

TEST_CASE("An offset inside a character is at that character") {
  const Source source("a.yaml", "a深b");
  CHECK(place(source, 2) == Place(1, 2));
  CHECK(place(source, 3) == Place(1, 2));
  CHECK(place(source, 4) == Place(1, 3));
}

TEST_CASE("Each byte of invalid UTF-8 counts as one character") {
  const Source source("a.yaml", "\xFF\xE6\xB7x\xED\xA0\x80y");
  CHECK(place(source, 3) == Place(1, 4));
  CHECK(place(source, 7) == Place(1, 8));
}

TEST_CASE("Positions at and past the end are the end") {
  const Source source("a.yaml", "ab\ncd\n");
  CHECK(place(source, 5) == Place(2, 3));
  CHECK(place(source, 6) == Place(3, 1));
  CHECK(place(source, 1000) == Place(3, 1));
  CHECK(place(Source("empty", ""), 0) == Place(1, 1));
}

TEST_CASE("Lines come without their line break") {
  const Source source("a.yaml", "one\r\ntwo\n\nfour");
  CHECK(source.line(1) == "one");
  CHECK(source.line(2) == "two");
  CHECK(source.line(3).empty());
  CHECK(source.line(4) == "four");
  CHECK(source.line(5).empty());
  CHECK(source.line(0).empty());
  CHECK(source.line_begin(1) == 0);
  CHECK(source.line_begin(2) == 5);
  CHECK(source.line_begin(4) == 10);
  CHECK(source.line_begin(9) == source.text().size());
}

TEST_CASE("A span gives its text and never reaches outside") {
  const Source source("a.yaml", "title: x");
  CHECK(SourceSpan{&source, 0, 5}.text() == "title");
  CHECK(SourceSpan{&source, 7, 90}.text() == "x");
  CHECK(SourceSpan{&source, 50, 90}.text().empty());
  CHECK(SourceSpan{&source, 5, 2}.text().empty());
  CHECK(SourceSpan{}.text().empty());
  CHECK_FALSE(SourceSpan{});
}

TEST_CASE("A text that was given up is read again when it is asked for, once") {
  SourceStore store;
  const Source& source = store.add("a.yaml", "\xEF\xBB\xBFtitle: x\nñy: z\n");
  int reads = 0;
  store.give_up_texts([&](const std::string& path) {
    ++reads;
    return std::optional<std::string>(path == "a.yaml" ? "\xEF\xBB\xBFtitle: x\nñy: z\n" : "");
  });
  CHECK(reads == 0);
  CHECK(source.text() == "title: x\nñy: z\n");
  CHECK(source.line(2) == "ñy: z");
  CHECK(place(source, 11) == Place(2, 2));
  CHECK(reads == 1);
}

TEST_CASE("Of a text that changed since it was given up lines are still known") {
  for (const char* found : {"title: y\nñy: z\n", "", "x"}) {
    SourceStore store;
    const Source& source = store.add("a.yaml", "title: x\nñy: z\n");
    store.give_up_texts([&](const std::string&) { return std::optional<std::string>(found); });
    CHECK(source.text().empty());
    CHECK(source.line(2).empty());
    CHECK(place(source, 11) == Place(2, 1));
    CHECK(place(source, 99).first == 3);
    CHECK(SourceSpan{&source, 9, 12}.text().empty());
  }
}

TEST_CASE("A file whose digest is known is read when its text is asked for") {
  const std::string bytes = "\xEF\xBB\xBFtitle: x\nñy: z\n";
  int reads = 0;
  SourceStore store;
  const Source& source = store.add("a.yaml", digest(bytes), [&](const std::string&) {
    ++reads;
    return std::optional(bytes);
  });
  CHECK(source.digest() == store.add("b.yaml", bytes).digest());
  CHECK(reads == 0);
  CHECK(place(source, 11) == Place(2, 2));
  CHECK(source.line(1) == "title: x");
  CHECK(reads == 1);
}

TEST_CASE("In a file that is another one when it is read all places are at its beginning") {
  SourceStore store;
  for (const std::optional<std::string>& found :
       {std::optional<std::string>("other"), std::optional<std::string>()}) {
    const Source& source =
        store.add("a.yaml", digest("title: x\n"), [&](const std::string&) { return found; });
    CHECK(source.text().empty());
    CHECK(place(source, 7) == Place(1, 1));
    CHECK(source.line(1).empty());
    CHECK(SourceSpan{&source, 2, 7}.text().empty());
  }
}

TEST_CASE("Sources stay where they are while threads add more") {
  SourceStore store;
  const Source& first = store.add("first.md", "1");
  {
    std::vector<std::jthread> threads;
    for (int t = 0; t < 4; ++t) {
      threads.emplace_back([&store] {
        for (int i = 0; i < 200; ++i) {
          store.add("other.md", "text");
        }
      });
    }
  }
  CHECK(first.path() == "first.md");
  CHECK(first.text() == "1");
}

}  // namespace paperboy::base
