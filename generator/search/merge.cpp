#include "search/merge.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <iterator>

#include "base/parallel.h"
#include "base/text.h"
#include "search/block_layout.h"
#include "search/numbers.h"

namespace paperboy::search {

namespace {

constexpr std::uint32_t kTermsInSegment = 512;

// FNV-1a over the characters.
std::uint32_t hash_of(std::string_view term) {
  std::uint32_t hash = 2'166'136'261U;
  for (std::size_t at = 0; at < term.size();) {
    const base::Decoded decoded = base::decode_utf8(term, at);
    hash = (hash ^ static_cast<std::uint32_t>(decoded.character)) * 16'777'619U;
    at += decoded.size;
  }
  return hash;
}

// Of a term, what order_of() does not tell.
std::string_view rest_of(std::string_view term) {
  return term.substr(std::min(term.size(), sizeof(std::uint64_t)));
}

struct Found {
  std::uint64_t order = 0;  // order_of()
  BlockTerm term;
  std::uint32_t block = 0;
};

std::vector<Found> find_terms(const Blocks& all, const TermRange& range) {
  std::vector<Found> found;
  for (std::uint32_t number = 0; number < all.blocks.size(); ++number) {
    const Block& block = all.blocks[number];
    const std::size_t begin = range.begins.empty() ? block.lower_bound(range.first) : range.begins[number];
    for (std::size_t at = begin; at < block.size(); ++at) {
      const BlockTerm term = block.at(at);
      if (range.end && term.term >= *range.end) {
        break;
      }
      found.push_back({order_of(term.term), term, number});
    }
  }
  std::sort(found.begin(), found.end(), [](const Found& a, const Found& b) {
    if (a.order != b.order) {
      return a.order < b.order;
    }
    const std::string_view a_rest = rest_of(a.term.term);
    const std::string_view b_rest = rest_of(b.term.term);
    const int order = a_rest.empty() && b_rest.empty() ? 0 : a_rest.compare(b_rest);
    return order != 0 ? order < 0 : a.block < b.block;
  });
  return found;
}

// Those that begin segments, and the lowest of all.
std::vector<std::string> first_terms(const Blocks& all, std::size_t threads) {
  std::vector<std::vector<std::string>> of_blocks(all.blocks.size());
  base::parallel_for(all.blocks.size(), threads, [&](std::size_t number) {
    const Block& block = all.blocks[number];
    for (std::size_t at = 0; at < block.size(); ++at) {
      const std::string_view term = block.term(at);
      if (begins_segment(term)) {
        of_blocks[number].emplace_back(term);
      }
    }
    block.give_up_room();
  });
  std::vector<std::string> firsts;
  for (std::vector<std::string>& terms : of_blocks) {
    std::move(terms.begin(), terms.end(), std::back_inserter(firsts));
  }
  std::optional<std::string_view> lowest;
  for (const Block& block : all.blocks) {
    if (block.size() > 0) {
      lowest = std::min(lowest.value_or(block.term(0)), block.term(0));
    }
  }
  if (lowest) {
    firsts.emplace_back(*lowest);
  }
  std::sort(firsts.begin(), firsts.end());
  firsts.erase(std::unique(firsts.begin(), firsts.end()), firsts.end());
  return firsts;
}

}  // namespace

void Blocks::give_up_room() const {
  for (const Block& block : blocks) {
    block.give_up_room();
  }
}

std::vector<IndexedTerm> merge_terms(const Blocks& blocks, const TermRange& range) {
  std::vector<IndexedTerm> merged;
  std::uint32_t last = 0;  // document
  for (const Found& found : find_terms(blocks, range)) {
    if (merged.empty() || merged.back().term != found.term.term) {
      merged.push_back({found.term.term, {}, {}});
      last = 0;
    }
    IndexedTerm& term = merged.back();
    const std::uint32_t begin = found.block * blocks.documents;
    NumberReader postings(found.term.postings);
    const std::uint32_t first = begin + postings.next();
    append_number(term.postings, first - last);
    term.postings += found.term.postings.substr(postings.at());
    last = begin + found.term.last_document;
    term.places.push_back({found.block, first, found.term.places});
  }
  return merged;
}

bool begins_segment(std::string_view term) {
  return (hash_of(term) >> 8U) % kTermsInSegment == 0;
}

std::vector<TermRange> segment_ranges(const Blocks& all, std::size_t threads) {
  const std::vector<std::string> firsts = first_terms(all, threads);
  std::vector<TermRange> ranges;
  for (const std::string& first : firsts) {
    if (!ranges.empty()) {
      ranges.back().end = first;
    }
    ranges.push_back({first, {}, std::vector<std::uint32_t>(all.blocks.size())});
  }
  base::parallel_for(all.blocks.size(), threads, [&](std::size_t number) {
    const Block& block = all.blocks[number];
    std::size_t begin = 0;
    for (TermRange& range : ranges) {
      begin = block.lower_bound(range.first, begin);
      range.begins[number] = static_cast<std::uint32_t>(begin);
    }
    block.give_up_room();
  });
  return ranges;
}

std::string term_key(std::string_view term) {
  std::array<char, 8> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), hash_of(term), 16).ptr;
  return {digits.data(), end};
}

}  // namespace paperboy::search
