#include "importers/patch.h"

#include <catch2/catch.hpp>

#include "importers/tree.h"
#include "value/read.h"

namespace paperboy::importers {
namespace {

struct Yaml {
  explicit Yaml(std::string text) : source("content/x.yaml", std::move(text)) {
    root = value::read_yaml(source, value::Aliases::Refused, diagnostics).value();
  }
  base::Source source;
  base::Diagnostics diagnostics;
  value::Value root;
};

std::string patched(const std::string& before, const std::string& after) {
  const Yaml old(before);
  return patch_yaml(old.source, old.root, Yaml(after).root);
}

}  // namespace

TEST_CASE("a changed value is written in its place, and comments and layout around it stay") {
  CHECK(patched("# my notes\ntitle:   One   # mine\ncounts: {total: 1}\nlast: x\n",
                "title: Two\ncounts: {total: 2}\nlast: x\n") ==
        "# my notes\ntitle: Two   # mine\ncounts: {total: 2}\nlast: x\n");
}

TEST_CASE("a block text is replaced as a whole") {
  CHECK(patched("a: >-\n  one\n  two\n\n# next\nb: 1\n", "a: three\nb: 1\n") == "a: three\n\n# next\nb: 1\n");
}

TEST_CASE("new keys follow the last one of their mapping") {
  CHECK(patched("papers:\n  - id: a\n    scores:\n      relevance: 9\n\n  # about b\n  - id: b\n",
                "papers:\n  - id: a\n    scores:\n      relevance: 9\n      novelty: 8\n    comment: new\n"
                "  - id: b\n") ==
        "papers:\n  - id: a\n    scores:\n      relevance: 9\n      novelty: 8\n    comment: new\n\n  # "
        "about b\n"
        "  - id: b\n");
}

TEST_CASE("new papers follow the last one after a blank line") {
  CHECK(patched("papers:\n- id: a\n  title: A\n# end\n",
                "papers:\n- id: a\n  title: A\n- id: b\n  title: B\n") ==
        "papers:\n- id: a\n  title: A\n\n- id: b\n  title: B\n# end\n");
}

TEST_CASE("a file without a line break at its end can be added to") {
  CHECK(patched("title: One", "title: One\nmore: x\n") == "title: One\nmore: x\n");
}

TEST_CASE("what cannot be changed in place is written anew") {
  CHECK(patched("{a: 1}\n", "a: 1\nb: 2\n") == "a: 1\nb: 2\n");
}

TEST_CASE("equal trees leave the text alone") {
  CHECK(patched("a:   'x'\n", "a: x\n") == "a:   'x'\n");
}

}  // namespace paperboy::importers
