#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "search/field.h"

namespace paperboy::search {

// Makes a Block.
class BlockWriter {
 public:
  // The next document, with all that it can be found by.
  void add(const std::vector<FieldText>& texts);
  // The block's bytes; only once.
  std::string finish();

 private:
  struct Term {
    std::string postings;
    std::string places;
    std::uint32_t last_document = 0;
    // In the document that is being read:
    std::uint32_t weight = 0;
    std::uint32_t place_count = 0;
    std::uint32_t last_place = 0;
    std::string new_places;
  };

  // Cuts a text whose first word has this place; how many places it has.
  std::uint32_t add_text(const FieldText& text, std::uint32_t first_place);
  void count(std::string_view term, std::uint32_t place, std::uint32_t weight);
  void end_document(std::uint32_t length);
  std::vector<std::uint32_t> sorted() const;

  std::uint32_t documents_ = 0;
  std::deque<std::string> names_;  // of terms, as they were first seen
  std::vector<Term> terms_;        // as names_
  std::unordered_map<std::string_view, std::uint32_t> numbers_;
  std::vector<std::uint32_t> touched_;  // terms of the document that is being read
};

}  // namespace paperboy::search
