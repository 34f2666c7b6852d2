#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/digest.h"
#include "base/json_writer.h"
#include "base/parallel.h"
#include "base/text.h"
#include "outputs/outputs.h"
#include "outputs/search_documents.h"
#include "search/numbers.h"
#include "search/shards.h"
#include "search/tokens.h"

// What assets/search.js reads. The layout is told in docs/search.md.
namespace paperboy::outputs {

namespace {

// Goes up when a script made for the index of before could not read this one.
constexpr std::int64_t kVersion = 2;

// A query wants one file of terms a word: they are small. A phrase wants the places of its words, too, and of
// a frequent one in few requests.
constexpr search::ShardSizes kSizes{8'000, 60, 4'000, 24'000};

// Papers found stand anywhere, so their files are smaller still. They are many and change seldom: the table
// has one digest for a group of files that follow each other.
constexpr std::size_t kRecordsInFile = 2;
constexpr std::size_t kRecordFilesInGroup = 16;

constexpr std::size_t kDigestDigits = 6;

class IndexFiles {
 public:
  explicit IndexFiles(const Publication& publication)
      : publication_(publication),
        catalog_(publication.catalog),
        order_(search_order(publication.catalog.archive)) {}

  std::vector<Output> write() {
    base::JsonWriter head;
    head.begin_object();
    head.member("paperboy_search", kVersion);
    head.member("papers", static_cast<std::int64_t>(order_.size()));
    write_skipped(head);
    read_documents();
    write_terms(head);
    write_records(head);
    write_filters(head);
    head.end_object();
    files_.push_back({"search/index.json", head.str()});
    return std::move(files_);
  }

 private:
  // A file that stays the same keeps its name, and so stays in the caches of readers.
  static std::string short_digest(std::string_view bytes) {
    return base::digest(bytes).substr(0, kDigestDigits);
  }

  // "terms/12" → "terms/12-0a1b2c.json"; the digest alone is returned.
  std::string add_file(std::string_view name, std::string bytes) {
    std::string digest = short_digest(bytes);
    files_.push_back({fmt::format("search/{}-{}.json", name, digest), std::move(bytes)});
    return digest;
  }

  void write_skipped(base::JsonWriter& head) const {
    head.key("skipped").begin_array();
    for (const std::string_view word : search::skipped_words()) {
      head.text(word);
    }
    head.end_array();
  }

  void read_documents() {
    std::vector<search::DocumentTerms> documents(order_.size());
    records_.resize(order_.size());
    base::parallel_for(order_.size(), publication_.threads, [&](std::size_t number) {
      SearchDocument document = search_document(catalog_, order_[number]);
      documents[number] = search::count_terms(document.texts);
      records_[number] = std::move(document.record);
    });
    index_ = search::make_index(documents, publication_.threads);
  }

  void write_terms(base::JsonWriter& head) {
    std::string digests;
    head.key("first_terms").begin_array();
    for (search::Shard& shard : search::make_shards(index_, kSizes)) {
      const std::size_t number = digests.size() / kDigestDigits;
      head.text(shard.first);
      std::string places;  // digests
      for (std::string& file : shard.places) {
        places +=
            add_file(fmt::format("places/{}-{}", number, places.size() / kDigestDigits), std::move(file));
      }
      digests += add_file(fmt::format("terms/{}", number),
                          fmt::format(R"({{"places":"{}","terms":{}}})", places, shard.terms));
    }
    head.end_array().member("terms", digests);
  }

  // The records of some papers, as a file.
  std::string record_file(std::size_t first) const {
    std::string bytes = "[";
    for (std::size_t at = first; at < std::min(first + kRecordsInFile, records_.size()); ++at) {
      bytes.append(at == first ? "" : ",\n").append(records_[at]);
    }
    return bytes + "]";
  }

  void write_records(base::JsonWriter& head) {
    std::string digests;
    constexpr std::size_t kGroup = kRecordsInFile * kRecordFilesInGroup;
    for (std::size_t begin = 0; begin < records_.size(); begin += kGroup) {
      std::vector<std::string> group;
      for (std::size_t first = begin; first < std::min(begin + kGroup, records_.size());
           first += kRecordsInFile) {
        group.push_back(record_file(first));
      }
      const std::string digest = short_digest(base::join(group, "\n"));
      std::size_t number = begin / kRecordsInFile;
      for (std::string& bytes : group) {
        files_.push_back({fmt::format("search/records/{}-{}.json", number++, digest), std::move(bytes)});
      }
      digests += digest;
    }
    head.member("records_in_file", static_cast<std::int64_t>(kRecordsInFile));
    head.member("record_files_in_group", static_cast<std::int64_t>(kRecordFilesInGroup));
    head.member("records", digests);
  }

  static void write_numbers(std::string_view name, const SearchFacets::Numbers& numbers,
                            base::JsonWriter& json) {
    json.key(name).begin_object();
    for (const auto& [value, papers] : numbers) {
      json.member(value, search::ascending_numbers(papers));
    }
    json.end_object();
  }

  // Which papers have what is loaded only when a reader filters; what there is to choose from comes first.
  void write_filters(base::JsonWriter& head) {
    const SearchFacets facets = search_facets(catalog_, order_);
    base::JsonWriter json;
    json.begin_object();
    write_numbers("topic", facets.topics, json);
    write_numbers("source", facets.sources, json);
    write_numbers("language", facets.languages, json);
    json.key("score").begin_object();
    for (const auto& [score, papers] : facets.scores) {
      json.member(std::to_string(score), search::ascending_numbers(papers));
    }
    json.end_object();
    json.key("date").begin_array();
    for (const auto& [date, first] : facets.dates) {
      json.text(base::to_string(date)).number(std::int64_t{first});
    }
    json.end_array().end_object();
    head.member("filters", add_file("filters/0", json.str()));
    write_choices(facets, head);
  }

  void write_choices(const SearchFacets& facets, base::JsonWriter& head) const {
    head.key("sources").begin_array();
    for (const auto& [source, papers] : facets.sources) {
      head.text(source);
    }
    head.end_array().key("scores").begin_array();
    for (const auto& [score, papers] : facets.scores) {
      head.number(std::int64_t{score});
    }
    head.end_array();
    head.key("languages").begin_object();
    for (const std::string& language : catalog_.archive.site.languages) {
      head.member(language, papers_address(language));
    }
    head.end_object();
    if (!facets.dates.empty()) {
      head.member("first_date", base::to_string(facets.dates.begin()->first));
      head.member("last_date", base::to_string(facets.dates.rbegin()->first));
    }
  }

  // Below the site, where the papers of a language are: "zh/papers/".
  std::string papers_address(const std::string& language) const {
    return catalog_.addresses.home(language).substr(1) + "papers/";
  }

  const Publication& publication_;
  const pages::Catalog& catalog_;
  std::vector<std::size_t> order_;
  search::Index index_;
  std::vector<std::string> records_;  // JSON, by number
  std::vector<Output> files_;
};

}  // namespace

std::vector<Output> search_index(const Publication& publication) {
  return IndexFiles(publication).write();
}

}  // namespace paperboy::outputs
