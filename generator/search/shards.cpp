#include "search/shards.h"

#include <utility>

#include "base/json_writer.h"

namespace paperboy::search {

std::vector<Shard> make_shards(const Index& index, std::size_t bytes) {
  std::vector<Shard> shards;
  for (auto term = index.begin(); term != index.end();) {
    base::JsonWriter json;
    json.begin_array();
    Shard shard{term->term, {}};
    do {
      // A term that would make the shard much longer begins the next one.
      const bool is_first = term->term == shard.first;
      if (!is_first && json.str().size() + term->postings.size() + term->places.size() > bytes * 3 / 2) {
        break;
      }
      json.text(term->term).text(term->postings).text(term->places);
      ++term;
    } while (term != index.end() && json.str().size() < bytes);
    shard.json = json.end_array().str();
    shards.push_back(std::move(shard));
  }
  return shards;
}

}  // namespace paperboy::search
