#include "search/block.h"

#include <algorithm>

#include "base/packed.h"
#include "search/block_layout.h"

namespace paperboy::search {

Block::Block(std::string_view bytes, const base::KeptBytes* kept)
    : bytes_(bytes), kept_(kept), size_(bytes.empty() ? 0 : read_offset(bytes, 0)) {}

void Block::give_up_room() const {
  if (kept_ != nullptr) {
    kept_->give_up_room();
  }
}

// How many terms there are, where the entry of each ends, the entries.
std::string_view Block::entry(std::size_t number) const {
  const std::size_t entries = (size_ + 1) * kOffsetBytes;
  const std::size_t begin = number == 0 ? 0 : read_offset(bytes_, number);
  return bytes_.substr(entries + begin, read_offset(bytes_, number + 1) - begin);
}

std::string_view Block::term(std::size_t number) const {
  return base::PackedReader(entry(number)).text();
}

BlockTerm Block::at(std::size_t number) const {
  base::PackedReader in(entry(number));
  BlockTerm found;
  found.term = in.text();
  found.postings = in.text();
  found.places = in.text();
  found.last_document = static_cast<std::uint32_t>(in.number());
  return found;
}

std::size_t Block::lower_bound(std::string_view wanted, std::size_t from) const {
  std::size_t low = from;
  for (std::size_t high = size_; low < high;) {
    const std::size_t middle = low + (high - low) / 2;
    if (term(middle) < wanted) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

std::vector<std::string> changed_terms(const Block& before, const Block& now) {
  std::vector<std::string> changed;
  std::size_t old_at = 0;
  std::size_t at = 0;
  while (old_at < before.size() || at < now.size()) {
    const std::string_view old_term = old_at < before.size() ? before.term(old_at) : std::string_view();
    const std::string_view term = at < now.size() ? now.term(at) : std::string_view();
    if (at == now.size() || (old_at < before.size() && old_term < term)) {
      changed.emplace_back(old_term);
      ++old_at;
    } else if (old_at == before.size() || term < old_term) {
      changed.emplace_back(term);
      ++at;
    } else if (before.entry(old_at++) != now.entry(at++)) {
      changed.emplace_back(term);
    }
  }
  return changed;
}

}  // namespace paperboy::search
