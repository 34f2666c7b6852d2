#include "outputs/search_terms.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

#include "base/digest.h"
#include "base/packed.h"
#include "base/parallel.h"
#include "base/text.h"

namespace paperboy::outputs {

namespace {

using Segments = std::vector<SearchTable::Segment>;
using Shard = SearchTable::Shard;

// "search/terms/KEY-DIGEST.json"
std::string terms_path(const Shard& shard) {
  return fmt::format("search/terms/{}-{}.json", search::term_key(shard.first), shard.digest);
}

std::string places_path(const Shard& shard, std::size_t number) {
  return fmt::format("search/places/{}-{}-{}.json", search::term_key(shard.first), number,
                     shard.places[number]);
}

std::vector<std::string> paths_of(const SearchTable::Segment& segment) {
  std::vector<std::string> paths;
  for (const Shard& shard : segment.shards) {
    paths.push_back(terms_path(shard));
    for (std::size_t number = 0; number < shard.places.size(); ++number) {
      paths.push_back(places_path(shard, number));
    }
  }
  return paths;
}

// A part of the index: a segment that stays as it is, or terms to be written anew.
struct Part {
  const SearchTable::Segment* kept = nullptr;
  search::TermRange anew;
};

// The segment that has a term, or would have it.
std::size_t segment_of(const Segments& segments, std::string_view term) {
  const auto after = std::upper_bound(
      segments.begin(), segments.end(), term,
      [](std::string_view wanted, const auto& segment) { return wanted < segment.shards.front().first; });
  return after == segments.begin() ? 0 : static_cast<std::size_t>(after - segments.begin()) - 1;
}

// Changed segments that follow each other are one part: borders between them may be gone.
std::vector<Part> parts_of(const Segments& segments, const std::vector<bool>& is_changed) {
  std::vector<Part> parts;
  for (std::size_t number = 0; number < segments.size(); ++number) {
    const std::string& first = segments[number].shards.front().first;
    const bool follows_changed = number > 0 && is_changed[number - 1];
    if (is_changed[number]) {
      if (!follows_changed) {
        parts.push_back({nullptr, {number == 0 ? "" : first, {}}});
      }
      continue;
    }
    if (follows_changed) {
      parts.back().anew.end = first;
    }
    parts.push_back({&segments[number], {}});
  }
  return parts;
}

class TermFiles {
 public:
  TermFiles(const TermWriting& writing, SiteFiles& files) : writing_(writing), files_(files) {}

  SearchTable write(const std::optional<KnownTerms>& known) {
    return write(known ? changed_parts(*known) : all_parts());
  }

 private:
  std::vector<Part> all_parts() const {
    std::vector<Part> parts;
    for (search::TermRange& range : search::segment_ranges(writing_.blocks, writing_.threads)) {
      parts.push_back({nullptr, std::move(range)});
    }
    return parts;
  }

  std::vector<Part> changed_parts(const KnownTerms& known) {
    const Segments& segments = known.table.segments;
    const std::vector<bool> is_changed = find_changed(known);
    constexpr std::ptrdiff_t kFew = 4;  // one segment of so many
    const bool are_few =
        std::count(is_changed.begin(), is_changed.end(), true) * kFew <= std::ssize(segments);
    for (std::size_t number = 0; number < segments.size(); ++number) {
      if (!are_few || is_changed[number]) {
        const std::vector<std::string> paths = paths_of(segments[number]);
        known_.insert(paths.begin(), paths.end());
      }
    }
    return are_few ? parts_of(segments, is_changed) : all_parts();
  }

  // Which segments of the table before have a changed term, or may have other borders because of one.
  std::vector<bool> find_changed(const KnownTerms& known) const {
    const Segments& segments = known.table.segments;
    std::vector<bool> is_changed(segments.size());
    for (const std::string& term : known.changed) {
      const std::size_t number = segment_of(segments, term);
      const bool is_first = segments[number].shards.front().first == term;
      is_changed[number] = true;
      if (segments[number].is_one_term && is_first && is_alone(term)) {
        continue;
      }
      // When its first term is gone, a segment belongs to the one before. What follows a term that stood
      // alone began a segment only because of that.
      if (is_first && number > 0) {
        is_changed[number - 1] = true;
      }
      if (segments[number].is_one_term && number + 1 < segments.size()) {
        is_changed[number + 1] = true;
      }
    }
    return is_changed;
  }

  bool is_alone(const std::string& term) const {
    const std::vector<search::IndexedTerm> found = search::merge_terms(writing_.blocks, {term, term + '\0'});
    return !found.empty() && search::stands_alone(found.front(), writing_.sizes);
  }

  SearchTable write(const std::vector<Part>& parts) {
    std::vector<Segments> made(parts.size());
    // What is read of the blocks, in the order of terms, is not read again.
    constexpr std::size_t kTimes = 64;
    const std::size_t next_time = parts.size() / kTimes + 1;
    base::parallel_for(parts.size(), writing_.threads, [&](std::size_t number) {
      const Part& part = parts[number];
      if (part.kept == nullptr) {
        made[number] = write_range(part.anew);
        if ((number + 1) % next_time == 0) {
          writing_.blocks.give_up_room();
        }
        return;
      }
      for (const std::string& path : paths_of(*part.kept)) {
        files_.keep(path);
      }
      made[number] = {*part.kept};
    });
    SearchTable table;
    for (Segments& segments : made) {
      std::move(segments.begin(), segments.end(), std::back_inserter(table.segments));
    }
    return table;
  }

  Segments write_range(const search::TermRange& range) {
    Segments segments;
    std::vector<search::IndexedTerm> segment;
    const auto close = [&] {
      if (!segment.empty()) {
        segments.push_back(write_segment(segment));
        segment.clear();
      }
    };
    for (search::IndexedTerm& term : search::merge_terms(writing_.blocks, range)) {
      const bool is_alone = search::stands_alone(term, writing_.sizes);
      if (is_alone || search::begins_segment(term.term)) {
        close();
      }
      segment.push_back(std::move(term));
      if (is_alone) {
        close();
      }
    }
    close();
    return segments;
  }

  SearchTable::Segment write_segment(const std::vector<search::IndexedTerm>& terms) {
    SearchTable::Segment segment;
    segment.is_one_term = search::stands_alone(terms.front(), writing_.sizes);
    for (const search::Shard& made : search::make_shards(terms, writing_.sizes)) {
      Shard& shard = segment.shards.emplace_back();
      shard.first = made.first;
      for (const std::string& bytes : made.places) {
        shard.places.push_back(search_digest(bytes));
        put(places_path(shard, shard.places.size() - 1), bytes);
      }
      const std::string bytes =
          fmt::format(R"({{"places":"{}","terms":{}}})", base::join(shard.places, ""), made.terms);
      shard.digest = search_digest(bytes);
      put(terms_path(shard), bytes);
    }
    return segment;
  }

  // A file with the same name has the same bytes.
  void put(const std::string& path, const std::string& bytes) {
    if (known_.count(path) > 0) {
      files_.keep(path);
    } else {
      files_.add(path, [&] { return bytes; });
    }
  }

  const TermWriting& writing_;
  SiteFiles& files_;
  std::set<std::string> known_;  // paths of the build before, of segments that are made anew
};

}  // namespace

std::string SearchTable::packed() const {
  base::PackedWriter out;
  for (const Segment& segment : segments) {
    out.number(segment.is_one_term ? 1 : 0).number(segment.shards.size());
    for (const Shard& shard : segment.shards) {
      out.text(shard.first).text(shard.digest).number(shard.places.size());
      for (const std::string& digest : shard.places) {
        out.text(digest);
      }
    }
  }
  return out.bytes();
}

std::optional<SearchTable> SearchTable::unpacked(std::string_view bytes) {
  SearchTable table;
  base::PackedReader in(bytes);
  while (!in.done()) {
    Segment& segment = table.segments.emplace_back();
    segment.is_one_term = in.number() != 0;
    for (std::uint64_t shards = in.number(); shards > 0 && !in.failed(); --shards) {
      Shard& shard = segment.shards.emplace_back();
      shard.first = in.text();
      shard.digest = in.text();
      for (std::uint64_t places = in.number(); places > 0 && !in.failed(); --places) {
        shard.places.emplace_back(in.text());
      }
    }
  }
  const bool is_table = !in.failed() && std::none_of(table.segments.begin(), table.segments.end(),
                                                     [](const Segment& one) { return one.shards.empty(); });
  return is_table ? std::optional(std::move(table)) : std::nullopt;
}

SearchTable write_search_terms(const TermWriting& writing, const std::optional<KnownTerms>& known,
                               SiteFiles& files) {
  const bool has_table = known && !known->table.segments.empty();
  return TermFiles(writing, files).write(has_table ? known : std::nullopt);
}

std::string search_digest(std::string_view bytes) {
  return base::digest(bytes).substr(0, kSearchDigestDigits);
}

}  // namespace paperboy::outputs
