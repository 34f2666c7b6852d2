#include "outputs/feed_cut.h"

#include <charconv>

#include "base/text.h"

namespace paperboy::outputs {

namespace {

std::vector<std::size_t> begins_of_documents(FeedItems& items) {
  std::vector<std::size_t> begins = {0};
  std::size_t bytes = 0;
  for (std::size_t at = 0; at < items.editions().size(); ++at) {
    const std::size_t size = items.html_size(items.editions()[at]);
    const bool is_full = bytes + size > kLargestDocument || at - begins.back() == kMostItems;
    if (is_full && at > begins.back()) {
      begins.push_back(at);
      bytes = 0;
    }
    bytes += size;
  }
  return begins;
}

// "0 12 31"
std::string written(const std::vector<std::size_t>& begins) {
  std::vector<std::string> words;
  for (const std::size_t begin : begins) {
    words.push_back(std::to_string(begin));
  }
  return base::join(words, " ");
}

std::vector<std::size_t> read(std::string_view text) {
  std::vector<std::size_t> begins;
  for (const std::string_view word : base::split(text, ' ')) {
    std::from_chars(word.data(), word.data() + word.size(), begins.emplace_back());
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

FeedCut cut_editions(FeedItems& items, base::Memo& memo, std::string_view language) {
  const base::Memo::Value value = memo.value("feed cut " + std::string(language), [&] {
    for (const std::size_t edition : items.editions()) {
      items.note_edition(edition);
    }
    return written(begins_of_documents(items));
  });
  FeedCut cut;
  cut.begins = read(value.bytes);
  if (value.is_kept) {
    cut.before = cut.begins;
  } else if (value.before) {
    cut.before = read(*value.before);
  }
  return cut;
}

}  // namespace paperboy::outputs
