#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "search/index.h"

namespace paperboy::search {

// Appends a number in digits of 5 bits, the lowest first: one character for each, from 64 that stand in JSON
// as they are; the upper 32 say that more follow.
void append_number(std::string& out, std::uint32_t number);
// Ascending numbers, each as its distance from the one before.
std::string ascending_numbers(const std::vector<std::uint32_t>& numbers);

// Terms that follow each other in the index.
struct Shard {
  std::string first;  // its first term
  // [term, postings, places, …] as JSON. Postings are a distance to the document before and an impact each;
  // places are, for each posting, how many there are, then their distances.
  std::string json;
};

// Cuts the index into shards of about `bytes`; a term with more stands alone.
std::vector<Shard> make_shards(const Index& index, std::size_t bytes);

}  // namespace paperboy::search
