#include "search/index.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "base/parallel.h"
#include "search/numbers.h"
#include "search/tokens.h"

namespace paperboy::search {

namespace {

// The impact is BM25 with weighted fields, cut down to 5 bits. Lengths are compared with a fixed one, not
// with the average of the archive: a new paper changes no impact of another.
constexpr double kSaturation = 4;
constexpr double kLengthShare = 0.25;
constexpr double kUsualLength = 300;
constexpr double kHighestImpact = 31;

// Between fields, so that no phrase goes from one into the next.
constexpr std::uint32_t kFieldGap = 8;

double weight_of(Field field) {
  switch (field) {
    case Field::Title:
    case Field::Id:
      return 8;
    case Field::Headline:
      return 6;
    case Field::Author:
    case Field::Topic:
      return 5;
    case Field::Source:
      return 3;
    case Field::Comment:
      return 2;
    case Field::Abstract:
      break;
  }
  return 1;
}

std::uint8_t impact_of(double weight, double length) {
  const double saturation = kSaturation * (1 - kLengthShare + kLengthShare * length / kUsualLength);
  const double impact = std::round(kHighestImpact * weight / (weight + saturation));
  return static_cast<std::uint8_t>(std::clamp(impact, 1.0, kHighestImpact));
}

struct CountedToken {
  std::string term;
  std::uint32_t place = 0;
  double weight = 0;
};

// Terms are put together by ranges of their first byte, so that threads need not share anything.
struct ByteRange {
  unsigned first = 0;
  unsigned end = 0;
};

unsigned first_byte(const DocumentTerms::Term& term) {
  return static_cast<unsigned char>(term.term.front());
}

// Ranges with about equally many terms.
std::vector<ByteRange> even_ranges(const std::vector<DocumentTerms>& documents) {
  constexpr std::size_t kRanges = 24;
  std::array<std::size_t, 256> counts{};
  std::size_t all = 0;
  for (const DocumentTerms& document : documents) {
    for (const DocumentTerms::Term& term : document.terms) {
      ++counts[first_byte(term)];
    }
    all += document.terms.size();
  }
  std::vector<ByteRange> ranges;
  unsigned first = 0;
  std::size_t inside = 0;
  for (unsigned byte = 0; byte < counts.size(); ++byte) {
    inside += counts[byte];
    if (inside * kRanges >= all || byte + 1 == counts.size()) {
      ranges.push_back({first, byte + 1});
      first = byte + 1;
      inside = 0;
    }
  }
  return ranges;
}

class RangeIndex {
 public:
  explicit RangeIndex(ByteRange range) : range_(range) {}

  void add(std::uint32_t number, const DocumentTerms& document) {
    auto term =
        std::lower_bound(document.terms.begin(), document.terms.end(), range_.first,
                         [](const DocumentTerms::Term& a, unsigned byte) { return first_byte(a) < byte; });
    for (; term != document.terms.end() && first_byte(*term) < range_.end; ++term) {
      const auto known = numbers_.try_emplace(term->term, growing_.size()).first;
      if (known->second == growing_.size()) {
        growing_.push_back({{term->term, {}, {}}, 0});
      }
      Growing& growing = growing_[known->second];
      append_number(growing.term.postings, number - growing.last);
      append_number(growing.term.postings, term->impact);
      growing.last = number;
      append_places(growing.term.places, document, *term);
    }
  }

  Index finish() {
    Index index;
    for (Growing& growing : growing_) {
      index.push_back(std::move(growing.term));
    }
    std::sort(index.begin(), index.end(),
              [](const IndexedTerm& a, const IndexedTerm& b) { return a.term < b.term; });
    return index;
  }

 private:
  struct Growing {
    IndexedTerm term;
    std::uint32_t last = 0;  // document
  };

  static void append_places(std::string& out, const DocumentTerms& document,
                            const DocumentTerms::Term& term) {
    append_number(out, term.place_count);
    std::uint32_t before = 0;
    for (std::uint32_t at = 0; at < term.place_count; ++at) {
      const std::uint32_t place = document.places[term.first_place + at];
      append_number(out, place - before);
      before = place;
    }
  }

  ByteRange range_;
  std::vector<Growing> growing_;
  std::unordered_map<std::string_view, std::size_t> numbers_;  // views of the documents' terms
};

}  // namespace

DocumentTerms count_terms(const std::vector<FieldText>& texts) {
  std::vector<CountedToken> tokens;
  std::uint32_t begin = 0;
  for (const FieldText& text : texts) {
    Tokens cut = cut_tokens(text.text);
    for (Token& token : cut.tokens) {
      tokens.push_back({std::move(token.term), begin + token.place, weight_of(text.field)});
    }
    begin += cut.places + kFieldGap;
  }
  std::sort(tokens.begin(), tokens.end(), [](const CountedToken& a, const CountedToken& b) {
    const int order = a.term.compare(b.term);
    return order != 0 ? order < 0 : a.place < b.place;
  });
  DocumentTerms document;
  for (std::size_t at = 0; at < tokens.size();) {
    DocumentTerms::Term term;
    term.first_place = static_cast<std::uint32_t>(document.places.size());
    double weight = 0;
    std::size_t next = at;
    for (; next < tokens.size() && tokens[next].term == tokens[at].term; ++next) {
      weight += tokens[next].weight;
      if (next == at || tokens[next].place != document.places.back()) {
        document.places.push_back(tokens[next].place);
      }
    }
    term.place_count = static_cast<std::uint32_t>(document.places.size()) - term.first_place;
    term.impact = impact_of(weight, begin);
    term.term = std::move(tokens[at].term);
    document.terms.push_back(std::move(term));
    at = next;
  }
  return document;
}

Index make_index(const std::vector<DocumentTerms>& documents, std::size_t threads) {
  const std::vector<ByteRange> ranges = even_ranges(documents);
  std::vector<Index> parts(ranges.size());
  base::parallel_for(ranges.size(), threads, [&](std::size_t range) {
    RangeIndex index(ranges[range]);
    for (std::size_t number = 0; number < documents.size(); ++number) {
      index.add(static_cast<std::uint32_t>(number), documents[number]);
    }
    parts[range] = index.finish();
  });
  Index whole;
  for (Index& part : parts) {
    std::move(part.begin(), part.end(), std::back_inserter(whole));
  }
  return whole;
}

}  // namespace paperboy::search
