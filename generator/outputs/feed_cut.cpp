#include "outputs/feed_cut.h"

#include "base/packed.h"

namespace paperboy::outputs {

namespace {

std::vector<std::size_t> begins_of_documents(const FeedItems& items) {
  std::vector<std::size_t> begins = {0};
  std::size_t bytes = 0;
  for (std::size_t at = 0; at < items.editions().size(); ++at) {
    const std::size_t size = items.size_of(items.editions()[at]);
    const bool is_full = bytes + size > kLargestDocument || at - begins.back() == kMostItems;
    if (is_full && at > begins.back()) {
      begins.push_back(at);
      bytes = 0;
    }
    bytes += size;
  }
  return begins;
}

std::string pack(const std::vector<std::size_t>& begins) {
  base::PackedWriter out;
  for (const std::size_t begin : begins) {
    out.number(begin);
  }
  return out.bytes();
}

std::vector<std::size_t> unpack(std::string_view bytes) {
  std::vector<std::size_t> begins;
  for (base::PackedReader in(bytes); !in.done();) {
    begins.push_back(in.number());
  }
  return begins;
}

}  // namespace

bool FeedCut::is_as_before(std::size_t number) const {
  if (!before || number >= before->size()) {
    return false;
  }
  const bool was_last = number + 1 == before->size();
  const bool is_last = number + 1 == begins.size();
  return (*before)[number - 1] == begins[number - 1] && (*before)[number] == begins[number] &&
         was_last == is_last;
}

FeedCut cut_editions(const FeedItems& items, base::Memo& memo, std::string_view language) {
  const base::Memo::Value value = memo.value("feed cut " + std::string(language), [&] {
    for (const std::size_t edition : items.editions()) {
      items.note_edition(edition);
    }
    return pack(begins_of_documents(items));
  });
  FeedCut cut;
  cut.begins = unpack(value.bytes);
  if (value.is_kept) {
    cut.before = cut.begins;
  } else if (value.before) {
    cut.before = unpack(*value.before);
  }
  return cut;
}

}  // namespace paperboy::outputs
