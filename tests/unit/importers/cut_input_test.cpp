#include <catch2/catch.hpp>

#include <string>
#include <string_view>

#include "importers/import.h"
#include "support/temporary_folder.h"

namespace paperboy::importers {
namespace {

// What is left of a file that was cut off in the middle.
Report import_cut(const tests::TemporaryFolder& folder, const std::string& name, std::string_view text) {
  folder.write(name, text);
  ImportOptions options;
  options.paths = {(folder / name).string()};
  options.root = folder / "archive";
  options.writing = Writing::Plan;
  options.verification = Verification::Prove;
  const base::Result<Report> report = import_archive(options);
  REQUIRE(report);
  return *report;
}

void check_every_cut(const std::string& name, std::string_view text) {
  const tests::TemporaryFolder folder;
  REQUIRE(import_cut(folder, name, text).papers == 2);
  for (std::size_t size = 0; size < text.size(); ++size) {
    INFO(text.substr(0, size));
    CHECK(import_cut(folder, name, text.substr(0, size)).proof.lost == 0);
  }
}

}  // namespace

TEST_CASE("a page of papers by topic loses nothing wherever it is cut off") {
  check_every_cut("2026-05-04-latest.md", R"(# Personalized Daily ArXiv Papers 2026-05-04

<table>
<tr><th>Model</th><th>Metric</th><th>Prompt</th><th>Scanned</th></tr>
<tr><td rowspan="2"><code>m-5</code></td><td>Tokens</td><td>345</td><td rowspan="2">582</td></tr>
<tr><td>Cost</td><td>$0.86</td></tr>
</table>

<table>
<tr><td><a href="#topic-eff">Efficiency, and more</a></td><td align="center">2</td></tr>
</table>

## [Efficiency, and more](#topic-eff) (2)

1. [One](#paper-2605-00001)
**Authors:** A. One, B. Two

2. [Two](#paper-2605-00002)
**Authors:** C. Three

---

## Efficiency, and more (2) <a id="topic-eff"></a>

### 1. [One](https://arxiv.org/abs/2605.00001) <a id="paper-2605-00001"></a>

**ArXiv ID:** 2605.00001

**Primary Topic:** Efficiency, and more

**Also Matches:** Something else

**Authors:** A. One, B. Two

**Abstract:** Text
in two lines.

**Relevance:** 9 **Novelty:** 8

---

### 2. [Two](https://arxiv.org/abs/2605.00002)

**Authors:** C. Three

---

# Paper Selection Prompt

> ## Topic Registry
> - eff: Efficiency, and more
)");
}

TEST_CASE("a flat page loses nothing wherever it is cut off") {
  check_every_cut("output_2025_0203.md", R"(# Personalized Daily ArXiv Papers 02/03/2025

| [m-5] | Prompt | Total |
|-------|--------|-------|
| **Token** | 12 | 34 |

Total relevant papers: 2

0. [One](#link0)
**Authors:** A. One

1. [Two](#link1)
**Authors:** B. Two

---
## 0. [One](https://arxiv.org/abs/2502.00001) <a id="link0"></a>
**ArXiv ID:** 2502.00001
**Authors:** A. One

**Comment:** Good.
**Relevance:** 9
**Novelty:** 7

---

## 1. [Two](https://arxiv.org/abs/2502.00002) <a id="link1"></a>
**Authors:** B. Two

## Paper selection prompt
 1. Take **this**;
)");
}

TEST_CASE("papers with notes lose nothing wherever their file is cut off") {
  check_every_cut(
      "2026-07-01_AI_enhanced_Chinese.jsonl",
      R"({"id": "2607.00001", "title": "One", "authors": ["A"], "summary": "Text.", "AI": {"tldr": "一"}}
{"id": "2607.00001", "title": "One", "AI": {"tldr": "二", "other": [1]}, "code_url": "https://example.org"}
{"id": "2607.00002", "title": "Two", "summary": "Text.", "categories": ["cs.LG", "cs.CL"]}
)");
}

TEST_CASE("a BibTeX file loses nothing wherever it is cut off") {
  check_every_cut("list-2026-05-06.bib", R"(@string{jml = "Journal of " # {Learning}}
text between
@article{one,
  title = {{The {L}inear M{\"u}ller}}, author = {van Berg, Anna and Bob Two and others},
  journal = jml # { (B)}, year = 2026, month = may,
  eprint = {2605.00001}, url = "https://example.org/a\_b",
}
@misc(two, author = "Ann One and {X and Y}", title = {Second}, note = jml)
@comment{kept}
)");
}

}  // namespace paperboy::importers
