#include "search/index.h"

#include <algorithm>
#include <cmath>
#include <utility>

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

}  // namespace

DocumentTerms count_terms(const std::vector<FieldText>& texts) {
  DocumentTerms terms;
  std::map<std::string_view, double> weights;  // views of the keys of `terms`
  std::uint32_t begin = 0;
  for (const FieldText& text : texts) {
    Tokens cut = cut_tokens(text.text);
    for (Token& token : cut.tokens) {
      const auto place = terms.try_emplace(std::move(token.term)).first;
      place->second.places.push_back(begin + token.place);
      weights[place->first] += weight_of(text.field);
    }
    begin += cut.places + kFieldGap;
  }
  for (auto& [term, posting] : terms) {
    posting.impact = impact_of(weights[term], begin);
    std::sort(posting.places.begin(), posting.places.end());
    posting.places.erase(std::unique(posting.places.begin(), posting.places.end()), posting.places.end());
  }
  return terms;
}

Index make_index(std::vector<DocumentTerms> documents) {
  Index index;
  for (std::size_t number = 0; number < documents.size(); ++number) {
    while (!documents[number].empty()) {
      auto node = documents[number].extract(documents[number].begin());
      node.mapped().document = static_cast<std::uint32_t>(number);
      index[std::move(node.key())].push_back(std::move(node.mapped()));
    }
  }
  return index;
}

}  // namespace paperboy::search
