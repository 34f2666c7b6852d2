#include "search/block_writer.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/packed.h"
#include "search/block_layout.h"
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

// Between texts, so that no phrase goes from one into the next.
constexpr std::uint32_t kTextGap = 8;

// Comments change most often. Each has its places to itself, behind those of all that changes seldom, so that
// a word more in it moves no other text; and together they count in steps as length, so that it changes no
// impact.
constexpr std::uint32_t kCommentRoom = 256;
// A word more in a title does not move the abstract, most of the time.
constexpr std::uint32_t kAbstractRoom = 64;

std::uint32_t weight_of(Field field) {
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

std::uint32_t impact_of(double weight, double length) {
  const double saturation = kSaturation * (1 - kLengthShare + kLengthShare * length / kUsualLength);
  const double impact = std::round(kHighestImpact * weight / (weight + saturation));
  return static_cast<std::uint32_t>(std::clamp(impact, 1.0, kHighestImpact));
}

std::uint32_t rounded_up(std::uint32_t place, std::uint32_t room) {
  return (place + room - 1) / room * room;
}

// The middle of the step.
std::uint32_t comment_length(std::uint32_t places) {
  return places == 0 ? 0 : places / kCommentRoom * kCommentRoom + kCommentRoom / 2;
}

bool is_fact(const FieldText& text) {
  return text.field != Field::Abstract && text.field != Field::Comment;
}

}  // namespace

void BlockWriter::add(const std::vector<FieldText>& texts) {
  std::uint32_t facts = 0;
  std::uint32_t abstracts = 0;
  std::uint32_t comments = 0;
  for (const FieldText& text : texts) {
    if (is_fact(text)) {
      facts += add_text(text, facts) + kTextGap;
    }
  }
  const std::uint32_t first_abstract = rounded_up(facts, kAbstractRoom);
  for (const FieldText& text : texts) {
    if (text.field == Field::Abstract) {
      abstracts += add_text(text, first_abstract + abstracts) + kTextGap;
    }
  }
  std::uint32_t next = rounded_up(first_abstract + abstracts, kCommentRoom);
  for (const FieldText& text : texts) {
    if (text.field == Field::Comment) {
      const std::uint32_t places = add_text(text, next) + kTextGap;
      next = rounded_up(next + places, kCommentRoom);
      comments += places;
    }
  }
  end_document(facts + abstracts + comment_length(comments));
}

std::uint32_t BlockWriter::add_text(const FieldText& text, std::uint32_t first_place) {
  const std::uint32_t weight = weight_of(text.field);
  return cut_tokens(text.text, [&](std::string_view term, std::uint32_t place) {
    count(term, first_place + place, weight);
  });
}

void BlockWriter::count(std::string_view name, std::uint32_t place, std::uint32_t weight) {
  const std::uint32_t number = numbers_.number_of(name);
  if (number == terms_.size()) {
    terms_.emplace_back();
  }
  Term& term = terms_[number];
  if (term.weight == 0) {
    touched_.push_back(number);
  }
  term.weight += weight;
  // Places ascend, since texts are read as they stand; a compound has its first part's.
  if (term.place_count == 0 || term.last_place != place) {
    append_number(term.new_places, place - term.last_place);
    term.last_place = place;
    ++term.place_count;
  }
}

void BlockWriter::end_document(std::uint32_t length) {
  for (const std::uint32_t number : touched_) {
    Term& term = terms_[number];
    append_number(term.postings, documents_ - term.last_document);
    append_number(term.postings, impact_of(term.weight, length));
    term.last_document = documents_;
    append_number(term.places, term.place_count);
    term.places += term.new_places;
    term.weight = term.place_count = term.last_place = 0;
    term.new_places.clear();
  }
  touched_.clear();
  ++documents_;
}

std::vector<std::uint32_t> BlockWriter::sorted() const {
  std::vector<std::pair<std::uint64_t, std::uint32_t>> order;  // order_of(), number
  order.reserve(terms_.size());
  for (std::uint32_t number = 0; number < terms_.size(); ++number) {
    order.emplace_back(order_of(numbers_.term(number)), number);
  }
  std::sort(order.begin(), order.end(), [&](const auto& a, const auto& b) {
    return a.first != b.first ? a.first < b.first : numbers_.term(a.second) < numbers_.term(b.second);
  });
  std::vector<std::uint32_t> numbers;
  numbers.reserve(order.size());
  for (const auto& [key, number] : order) {
    numbers.push_back(number);
  }
  return numbers;
}

std::string BlockWriter::finish() {
  const std::vector<std::uint32_t> order = sorted();
  std::string out;
  append_offset(out, order.size());
  base::PackedWriter entries;
  for (const std::uint32_t number : order) {
    const Term& term = terms_[number];
    entries.text(numbers_.term(number)).text(term.postings).text(term.places).number(term.last_document);
    append_offset(out, entries.bytes().size());
  }
  return out + entries.bytes();
}

}  // namespace paperboy::search
