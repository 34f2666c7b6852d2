#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/edition.h"
#include "model/field_reader.h"
#include "model/markdown_lines.h"

namespace paperboy::model {

enum class FactKind {
  Reference,  // "arXiv: <…>", "DOI: …", or an address or id standing alone
  Link,       // an address of something else
  Authors,
  Affiliations,
  Score,
  Axis,
  Topic,
  AlsoMatches,
  Category,
  Source,
  Date,
  Tag,
  Comment,
  TopicMatch,
  Abstract,
};

// A line below a paper's heading that states a fact: "作者：A, B". Views into the line.
struct Fact {
  FactKind kind = FactKind::Reference;
  std::string_view label;
  std::string_view value;
  std::string axis;  // of a score, as the site calls it
};

// Nothing when the line is prose. Scores may share a line: "**Relevance:** 9 **Novelty:** 8".
std::vector<Fact> read_facts(std::string_view line, const Site& site);
// The first fact of a line.
std::optional<Fact> read_fact(std::string_view line, const Site& site);
// Puts a fact into the entry; what cannot be understood is reported.
void apply_fact(Entry& entry, const Fact& fact, const MarkdownLines& lines, ReadContext& context);

// "A、B。" → A, B. Items of a list in prose: separated by "·", else "、", else semicolons, else commas.
std::vector<std::string_view> split_terms(std::string_view text);
// "Label: value" with emphasis around the label or a list mark before it; label and value are empty when the
// line has no such form.
struct LabelledLine {
  std::string_view label;
  std::string_view value;
};
LabelledLine split_label(std::string_view line);

}  // namespace paperboy::model
