#include "search/shards.h"

#include <cstdint>
#include <string_view>
#include <utility>

#include "base/json_writer.h"
#include "search/numbers.h"

namespace paperboy::search {

namespace {

// Places of a term in documents that follow each other.
struct PlaceBlock {
  std::uint32_t first_document = 0;
  std::string_view places;
};

std::vector<PlaceBlock> cut_places(const IndexedTerm& term, std::size_t bytes) {
  std::vector<PlaceBlock> blocks;
  NumberReader postings(term.postings);
  NumberReader places(term.places);
  std::uint32_t document = 0;
  std::size_t begin = 0;
  while (!postings.is_done()) {
    document += postings.next();
    postings.next();  // the impact
    if (blocks.empty() || places.at() - begin >= bytes) {
      blocks.push_back({document, {}});
      begin = places.at();
    }
    for (std::uint32_t count = places.next(); count > 0; --count) {
      places.next();
    }
    blocks.back().places = std::string_view(term.places).substr(begin, places.at() - begin);
  }
  return blocks;
}

// The files of places of one shard.
class PlaceFiles {
 public:
  explicit PlaceFiles(const ShardSizes& sizes) : sizes_(sizes) {}

  // What the shard says of a term's places.
  void add(const IndexedTerm& term, base::JsonWriter& shard) {
    const std::vector<PlaceBlock> blocks = cut_places(term, sizes_.place_block);
    shard.begin_array();
    for (const PlaceBlock& block : blocks) {
      const bool is_first = &block == &blocks.front();
      if (!is_first || inside_ + block.places.size() > sizes_.places) {
        close();
      }
      shard.number(is_first ? static_cast<std::int64_t>(files_.size()) : std::int64_t{block.first_document});
      write(term.term, block.places);
    }
    shard.end_array();
  }

  std::vector<std::string> finish() {
    close();
    return std::move(files_);
  }

 private:
  void write(std::string_view term, std::string_view places) {
    if (inside_ == 0) {
      json_ = {};
      json_.begin_array();
    }
    json_.text(term).text(places);
    inside_ += places.size();
  }

  void close() {
    if (inside_ > 0) {
      files_.push_back(json_.end_array().str());
      inside_ = 0;
    }
  }

  ShardSizes sizes_;
  std::vector<std::string> files_;
  base::JsonWriter json_;   // the file that is being filled
  std::size_t inside_ = 0;  // bytes of places in it
};

}  // namespace

std::vector<Shard> make_shards(const Index& index, const ShardSizes& sizes) {
  std::vector<Shard> shards;
  for (auto term = index.begin(); term != index.end();) {
    base::JsonWriter json;
    json.begin_array();
    PlaceFiles files(sizes);
    Shard shard{term->term, {}, {}};
    do {
      // A term that would make the shard much longer begins the next one.
      const bool is_first = term->term == shard.first;
      if (!is_first && json.str().size() + term->postings.size() > sizes.terms * 3 / 2) {
        break;
      }
      json.text(term->term).text(term->postings);
      if (term->places.size() <= sizes.places_inside) {
        json.text(term->places);
      } else {
        files.add(*term, json);
      }
      ++term;
    } while (term != index.end() && json.str().size() < sizes.terms);
    shard.terms = json.end_array().str();
    shard.places = files.finish();
    shards.push_back(std::move(shard));
  }
  return shards;
}

}  // namespace paperboy::search
