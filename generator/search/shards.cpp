#include "search/shards.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <string_view>
#include <utility>

#include "base/text.h"

namespace paperboy::search {

namespace {

using Pieces = std::vector<IndexedTerm::Places>;

std::size_t bytes_of(const Pieces& pieces) {
  std::size_t bytes = 0;
  for (const IndexedTerm::Places& piece : pieces) {
    bytes += piece.bytes.size();
  }
  return bytes;
}

void append_piece_bytes(std::string& out, const Pieces& pieces) {
  for (const IndexedTerm::Places& piece : pieces) {
    out += piece.bytes;
  }
}

// Cuts where the number of the block is a multiple of a power of two, the highest first, until no part has
// more than some bytes: what changes in one block moves no border far from it.
class PlaceCutter {
 public:
  PlaceCutter(const Pieces& pieces, std::size_t most) : pieces_(pieces), most_(most) {
    std::uint32_t blocks = 1;
    while (!pieces.empty() && blocks <= pieces.back().block) {
      blocks *= 2;
    }
    cut(0, pieces.size(), 0, blocks);
  }

  std::vector<Pieces> parts() { return std::move(parts_); }

 private:
  // The pieces [begin, end), which are those of `blocks` blocks from `first` on.
  void cut(std::size_t begin, std::size_t end, std::uint32_t first, std::uint32_t blocks) {
    Pieces inside(pieces_.begin() + static_cast<std::ptrdiff_t>(begin),
                  pieces_.begin() + static_cast<std::ptrdiff_t>(end));
    if (blocks == 1 || bytes_of(inside) <= most_) {
      if (!inside.empty()) {
        parts_.push_back(std::move(inside));
      }
      return;
    }
    const std::uint32_t half = first + blocks / 2;
    std::size_t middle = begin;
    while (middle < end && pieces_[middle].block < half) {
      ++middle;
    }
    cut(begin, middle, first, blocks / 2);
    cut(middle, end, half, blocks / 2);
  }

  const Pieces& pieces_;
  std::size_t most_;
  std::vector<Pieces> parts_;
};

// What is written with append_number() stands in JSON as it is.
void append_quoted(std::string& out, std::string_view numbers) {
  out.append("\"").append(numbers).append("\"");
}

// ["term", or ,"term"
void append_term(std::string& out, std::string_view term) {
  out += out.empty() ? "[\"" : ",\"";
  base::append_json_escaped(out, term);
  out += "\",";
}

// The files of places of one shard.
class PlaceFiles {
 public:
  explicit PlaceFiles(const ShardSizes& sizes) : sizes_(sizes) {}

  // What the shard says of a term's places.
  void add(const IndexedTerm& term, std::string& shard) {
    bool is_first = true;
    for (const Pieces& part : PlaceCutter(term.places, sizes_.place_block).parts()) {
      const std::size_t bytes = bytes_of(part);
      if (!is_first || inside_ + bytes > sizes_.places) {
        close();
      }
      shard += is_first ? '[' : ',';
      shard += std::to_string(is_first ? files_.size() : part.front().first_document);
      is_first = false;
      append_term(json_, term.term);
      json_ += '"';
      append_piece_bytes(json_, part);
      json_ += '"';
      inside_ += bytes;
    }
    shard += ']';
  }

  std::vector<std::string> finish() {
    close();
    return std::move(files_);
  }

 private:
  void close() {
    if (!json_.empty()) {
      files_.push_back(std::move(json_) + "]");
      json_.clear();
      inside_ = 0;
    }
  }

  ShardSizes sizes_;
  std::vector<std::string> files_;
  std::string json_;        // the file that is being filled
  std::size_t inside_ = 0;  // bytes of places in it
};

using Terms = std::vector<IndexedTerm>::const_iterator;

// The beginning of `term` that stands behind the term before it.
std::string_view telling_beginning(std::string_view before, std::string_view term) {
  std::size_t size = 0;
  while (size < term.size() && term.substr(0, size) <= before) {
    size += base::decode_utf8(term, size).size;
  }
  return term.substr(0, size);
}

// What no file of terms is longer than, unless it has one term only.
std::size_t longest(const ShardSizes& sizes) {
  return sizes.terms * 3 / 2;
}

// The shard that begins with a term, and where the next one begins.
std::pair<Shard, Terms> make_shard(Terms term, Terms end, const ShardSizes& sizes) {
  PlaceFiles files(sizes);
  Shard shard;
  std::string& json = shard.terms;
  do {
    // A term that would make the shard much longer begins the next one.
    if (!json.empty() && json.size() + term->postings.size() > longest(sizes)) {
      break;
    }
    append_term(json, term->term);
    append_quoted(json, term->postings);
    json += ',';
    if (bytes_of(term->places) <= sizes.places_inside) {
      json += '"';
      append_piece_bytes(json, term->places);
      json += '"';
    } else {
      files.add(*term, json);
    }
    ++term;
  } while (term != end && json.size() < sizes.terms);
  json += ']';
  shard.places = files.finish();
  return {std::move(shard), term};
}

}  // namespace

bool stands_alone(const IndexedTerm& term, const ShardSizes& sizes) {
  return term.postings.size() > longest(sizes);
}

std::vector<Shard> make_shards(const std::vector<IndexedTerm>& segment, const ShardSizes& sizes) {
  std::vector<Shard> shards;
  for (auto term = segment.begin(); term != segment.end();) {
    auto [shard, next] = make_shard(term, segment.end(), sizes);
    shard.first = term == segment.begin() ? term->term : telling_beginning(std::prev(term)->term, term->term);
    shards.push_back(std::move(shard));
    term = next;
  }
  return shards;
}

}  // namespace paperboy::search
