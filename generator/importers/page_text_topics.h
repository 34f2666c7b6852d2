#pragma once

#include <map>
#include <string>
#include <vector>

#include "importers/pasted_text.h"

namespace paperboy::importers {

// The topics that a page names by label. The first time a label is read it goes to site.yaml (or, where
// that spells it otherwise, to `extra`); every other time is a repeat of that.
class PageTopics {
 public:
  PageTopics(const base::Source& source, Context& context, PastedEdition& out)
      : source_(source), context_(context), out_(out) {}

  // The topic's id.
  std::string id(Piece label);
  // The ids in "A, B, and C, D": labels may hold commas, so they must be known. Empty when one is not.
  std::vector<std::string> ids(Piece labels);
  bool knows(std::string_view label) const;
  bool empty() const { return first_.empty(); }
  // Adds the topics to the result.
  void finish();
  // Labels that site.yaml spells otherwise, by id.
  value::Value other_labels() const { return other_labels_.build(); }

 private:
  std::string new_id(std::string_view label) const;
  std::vector<std::pair<std::size_t, std::size_t>> known_labels(std::string_view text) const;

  const base::Source& source_;
  Context& context_;
  PastedEdition& out_;
  std::map<std::string, std::pair<std::string, Piece>, std::less<>> first_;  // by label
  value::Array topics_;
  Mapping other_labels_;
};

}  // namespace paperboy::importers
