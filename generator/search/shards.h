#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "search/index.h"

namespace paperboy::search {

// Terms that follow each other in the index.
struct Shard {
  std::string first;  // its first term
  std::string json;   // [term, postings, places, …] as JSON
};

// Cuts the index into shards of about `bytes`; a term with more stands alone.
std::vector<Shard> make_shards(const Index& index, std::size_t bytes);

}  // namespace paperboy::search
