#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "outputs/site_files.h"
#include "search/merge.h"
#include "search/shards.h"

namespace paperboy::outputs {

// What the table of the index says of the files of terms and places, and what one build leaves of it to the
// next. It depends on the archive only, not on the builds before.
struct SearchTable {
  struct Shard {
    std::string first;                // as search::Shard; the first one's is the segment's first term
    std::string digest;               // of the file of terms
    std::vector<std::string> places;  // digests of its files of places
  };
  // Terms that change no others when they change. A term with very many papers is one alone: it is long, and
  // need not be written again for its neighbours.
  struct Segment {
    bool is_one_term = false;
    std::vector<Shard> shards;  // at least one
  };
  std::vector<Segment> segments;

  std::string packed() const;
  // Nothing when these are not the bytes of a table.
  static std::optional<SearchTable> unpacked(std::string_view bytes);
};

// What the build before left.
struct KnownTerms {
  SearchTable table;
  std::vector<std::string> changed;  // terms of which the index then said something else, in order
};

struct TermWriting {
  const search::Blocks& blocks;
  search::ShardSizes sizes;
  std::size_t threads = 1;
};

// Writes the files of terms and places. Those of segments without a changed term are kept.
SearchTable write_search_terms(const TermWriting& writing, const std::optional<KnownTerms>& known,
                               SiteFiles& files);

// A file that stays the same keeps its name, and so stays in the caches of readers: this many hexadecimal
// digits of its digest are in it.
constexpr std::size_t kSearchDigestDigits = 6;
std::string search_digest(std::string_view bytes);

}  // namespace paperboy::outputs
