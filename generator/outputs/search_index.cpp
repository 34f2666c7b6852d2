#include <fmt/format.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/json_writer.h"
#include "base/packed.h"
#include "base/reads.h"
#include "outputs/outputs.h"
#include "outputs/search_blocks.h"
#include "outputs/search_documents.h"
#include "outputs/search_filters.h"
#include "outputs/search_terms.h"
#include "search/tokens.h"

// What assets/search.js reads. The layout is told in docs/search.md.
namespace paperboy::outputs {

namespace {

// Goes up when a script made for the index of before could not read this one.
constexpr std::int64_t kVersion = 3;

// A query wants one file of terms a word: they are small. A phrase wants the places of its words, too, and of
// a frequent one in few requests.
constexpr search::ShardSizes kSizes{8'000, 60, 4'000, 32'000};

constexpr std::string_view kHead = "search/index.json";

// What the build before left of the index, under this name: how many blocks it had, and its table.
constexpr std::string_view kTableName = "search table";

std::optional<SearchTable> table_before(const std::optional<std::string>& left, std::size_t blocks) {
  base::PackedReader in(left ? std::string_view(*left) : std::string_view());
  return in.number() == blocks && !in.failed() ? SearchTable::unpacked(in.text()) : std::nullopt;
}

class IndexFiles {
 public:
  IndexFiles(const Publication& publication, SiteFiles& files)
      : publication_(publication),
        catalog_(publication.catalog),
        files_(files),
        order_(search_order(publication.catalog.archive)) {}

  void write() {
    const SearchBlocks blocks = make_search_blocks(publication_, order_, files_);
    const SearchFilters filters = write_search_filters(catalog_, order_, files_);
    const SearchTable table = write_terms(blocks);
    if (blocks.is_kept && filters.is_kept && has_table_before_) {
      files_.keep(std::string(kHead));
    } else {
      files_.add(std::string(kHead), [&] { return head(blocks, filters, table); });
    }
  }

 private:
  SearchTable write_terms(const SearchBlocks& blocks) {
    const std::size_t count = blocks.index.blocks.size();
    std::optional<SearchTable> before =
        table_before(catalog_.memo.left_before(std::string(kTableName)), count);
    has_table_before_ = before.has_value();
    std::optional<KnownTerms> known;
    if (before && blocks.changed_terms) {
      known = {*std::move(before), *blocks.changed_terms};
    }
    SearchTable table = write_search_terms({blocks.index, kSizes, publication_.threads}, known, files_);
    catalog_.memo.leave(std::string(kTableName),
                        base::PackedWriter().number(count).text(table.packed()).bytes());
    return table;
  }

  std::string head(const SearchBlocks& blocks, const SearchFilters& filters, const SearchTable& table) const {
    note_papers();
    base::JsonWriter json;
    json.begin_object();
    json.member("paperboy_search", kVersion);
    json.member("papers", static_cast<std::int64_t>(order_.size()));
    json.key("skipped").begin_array();
    for (const std::string_view word : search::skipped_words()) {
      json.text(word);
    }
    json.end_array();
    write_table(table, json);
    json.member("records_in_file", static_cast<std::int64_t>(kRecordsInFile));
    json.member("record_files_in_group", static_cast<std::int64_t>(kRecordFilesInGroup));
    json.member("records", blocks.record_digests);
    write_choices(filters, json);
    return json.end_object().str();
  }

  // The table has to do with all of them, though it was made from blocks.
  void note_papers() const {
    for (const model::PaperRecord& record : catalog_.archive.papers) {
      base::Reads::note(&record);
      for (const model::Appearance& appearance : record.appearances) {
        base::Reads::note(&catalog_.archive.editions[appearance.edition].entries[appearance.entry]);
      }
    }
  }

  static void write_table(const SearchTable& table, base::JsonWriter& json) {
    std::string digests;
    json.key("first_terms").begin_array();
    for (const SearchTable::Segment& segment : table.segments) {
      for (const SearchTable::Shard& shard : segment.shards) {
        json.text(shard.first);
        digests += shard.digest;
      }
    }
    json.end_array().member("terms", digests);
  }

  void write_choices(const SearchFilters& filters, base::JsonWriter& json) const {
    json.member("filters", filters.digest);
    json.key("sources").begin_array();
    for (const std::string& source : filters.sources) {
      json.text(source);
    }
    json.end_array().key("scores").begin_array();
    for (const std::int64_t score : filters.scores) {
      json.number(score);
    }
    json.end_array();
    json.key("languages").begin_object();
    for (const std::string& language : catalog_.archive.site.languages) {
      json.member(language, papers_address(language));
    }
    json.end_object();
    json.member("first_date", filters.first_date);
    json.member("last_date", filters.last_date);
  }

  // Below the site, where the papers of a language are: "zh/papers/".
  std::string papers_address(const std::string& language) const {
    return catalog_.addresses.home(language).substr(1) + "papers/";
  }

  const Publication& publication_;
  const pages::Catalog& catalog_;
  SiteFiles& files_;
  std::vector<std::size_t> order_;
  bool has_table_before_ = false;
};

}  // namespace

void search_index(const Publication& publication, SiteFiles& files) {
  IndexFiles(publication, files).write();
}

}  // namespace paperboy::outputs
