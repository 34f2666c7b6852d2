#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "search/merge.h"

namespace paperboy::search {

// Terms that follow each other in the index. Where they stand in their documents is of use for phrases only
// and long for frequent terms: such places are in files of their own.
struct Shard {
  std::string first;  // its first term; of a shard behind another one of the segment, as much of it as tells
                      // it from the term before
  std::string terms;  // [term, postings, places, …] as JSON; places are a text, or an array: the
                      // file they are in or begin in, and with which document each further file begins
  std::vector<std::string> places;  // the files: [term, places, …] as JSON
};

// In bytes, about.
struct ShardSizes {
  std::size_t terms = 0;          // of a file of terms; a term with much more stands alone
  std::size_t places_inside = 0;  // of places up to which they stand with the term
  std::size_t places = 0;         // of a file of places of several terms
  std::size_t place_block = 0;    // of the places of one term in one file; more are cut between blocks
};

// Whether a term has so many documents that its file of terms holds no other one.
bool stands_alone(const IndexedTerm& term, const ShardSizes& sizes);

// The terms of one segment, cut where they are too many for a file.
std::vector<Shard> make_shards(const std::vector<IndexedTerm>& segment, const ShardSizes& sizes);

}  // namespace paperboy::search
