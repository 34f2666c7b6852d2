#include "outputs/search_blocks.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <string_view>
#include <utility>

#include "base/digest.h"
#include "base/packed.h"
#include "base/parallel.h"
#include "base/text.h"
#include "outputs/search_documents.h"
#include "outputs/search_terms.h"
#include "search/block_writer.h"

namespace paperboy::outputs {

namespace {

// A changed paper makes its block anew: so many are read again.
constexpr std::size_t kPapersInBlock = 128;
constexpr std::size_t kPapersInGroup = kRecordsInFile * kRecordFilesInGroup;
static_assert(kPapersInBlock % kPapersInGroup == 0);

// A block as the memo has it.
struct Packed {
  std::string_view record_digests;
  std::string_view block;
};

Packed unpack(std::string_view bytes) {
  base::PackedReader in(bytes);
  Packed packed;
  packed.record_digests = in.text();
  packed.block = in.text();
  return packed;
}

// Makes one block, and the records of its papers with it.
class BlockMaker {
 public:
  BlockMaker(const Publication& publication, const std::vector<std::size_t>& order, std::size_t number)
      : publication_(publication),
        order_(order),
        first_(number * kPapersInBlock),
        end_(std::min(first_ + kPapersInBlock, order.size())) {}

  std::string make() {
    search::BlockWriter block;
    for (std::size_t number = first_; number < end_; ++number) {
      SearchDocument document = search_document(publication_.catalog, order_[number]);
      block.add(document.texts);
      add_record(number, std::move(document.record));
    }
    std::string digests;
    for (std::size_t first = 0; first < files_.size(); first += kRecordFilesInGroup) {
      digests += group_digest(first);
    }
    return base::PackedWriter().text(digests).text(block.finish()).bytes();
  }

  // Which they are.
  std::string papers() const {
    base::PackedWriter ids;
    for (std::size_t number = first_; number < end_; ++number) {
      ids.text(publication_.catalog.archive.papers[order_[number]].paper->id.canonical());
    }
    return base::digest(ids.bytes());
  }

  // Hands over the files of records: those that were made now, but for groups that the build before had.
  void write_records(const base::Memo::Value& value, SiteFiles& files) const {
    const std::string_view digests = unpack(value.bytes).record_digests;
    const std::string_view before = value.is_kept  ? digests
                                    : value.before ? unpack(*value.before).record_digests
                                                   : std::string_view();
    const std::size_t count = (end_ - first_ + kRecordsInFile - 1) / kRecordsInFile;
    for (std::size_t at = 0; at < count; ++at) {
      const std::size_t place = at / kRecordFilesInGroup * kSearchDigestDigits;
      const std::string_view digest = digests.substr(place, kSearchDigestDigits);
      const std::string path = fmt::format("search/records/{}-{}.json", first_ / kRecordsInFile + at, digest);
      if (place < before.size() && before.substr(place, kSearchDigestDigits) == digest) {
        files.keep(path);
      } else {
        files.add(path, [&] { return files_[at]; });
      }
    }
  }

 private:
  std::string group_digest(std::size_t first) const {
    const auto begin = files_.begin() + static_cast<std::ptrdiff_t>(first);
    const auto count = std::min<std::ptrdiff_t>(kRecordFilesInGroup, files_.end() - begin);
    return search_digest(base::join({begin, begin + count}, "\n"));
  }

  void add_record(std::size_t number, std::string record) {
    const bool is_first = number % kRecordsInFile == 0;
    if (is_first) {
      files_.emplace_back("[");
    }
    files_.back().append(is_first ? "" : ",\n").append(record);
    if (number + 1 == end_ || (number + 1) % kRecordsInFile == 0) {
      files_.back() += ']';
    }
  }

  const Publication& publication_;
  const std::vector<std::size_t>& order_;
  std::size_t first_;  // number of the block's first paper
  std::size_t end_;
  std::vector<std::string> files_;  // of records
};

// What is known of one block against the build before.
struct Change {
  bool is_kept = false;
  bool is_known = false;
  std::vector<std::string> terms;
};

Change compare(const base::Memo::Value& value) {
  Change change{value.is_kept, value.is_kept || value.before.has_value(), {}};
  if (!value.is_kept && value.before) {
    change.terms = search::changed_terms(search::Block(unpack(*value.before).block),
                                         search::Block(unpack(value.bytes).block));
  }
  return change;
}

std::vector<std::string> all_terms(std::vector<Change>& changes) {
  std::vector<std::string> terms;
  for (Change& change : changes) {
    std::move(change.terms.begin(), change.terms.end(), std::back_inserter(terms));
  }
  std::sort(terms.begin(), terms.end());
  terms.erase(std::unique(terms.begin(), terms.end()), terms.end());
  return terms;
}

}  // namespace

SearchBlocks make_search_blocks(const Publication& publication, const std::vector<std::size_t>& order,
                                SiteFiles& files) {
  const std::size_t count = (order.size() + kPapersInBlock - 1) / kPapersInBlock;
  SearchBlocks made;
  made.values.resize(count);
  std::vector<Change> changes(count);
  base::parallel_for(count, publication.threads, [&](std::size_t number) {
    BlockMaker maker(publication, order, number);
    base::Memo::Value value =
        publication.catalog.memo.value("search block " + std::to_string(number), base::Memo::MadeOf::Parts,
                                       maker.papers(), [&] { return maker.make(); });
    maker.write_records(value, files);
    changes[number] = compare(value);
    made.values[number] = std::move(value.bytes);
  });
  made.index.documents = kPapersInBlock;
  for (const base::KeptBytes& value : made.values) {
    made.record_digests += unpack(value).record_digests;
    made.index.blocks.emplace_back(unpack(value).block, &value);
  }
  made.index.give_up_room();
  made.is_kept = std::all_of(changes.begin(), changes.end(), [](const Change& one) { return one.is_kept; });
  if (std::all_of(changes.begin(), changes.end(), [](const Change& one) { return one.is_known; })) {
    made.changed_terms = all_terms(changes);
  }
  return made;
}

}  // namespace paperboy::outputs
