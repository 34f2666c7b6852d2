#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "pages/keywords.h"

namespace paperboy::pages {

struct Catalog;

// By language and the name of the period: "en 2026-w19".
using PeriodKeywords = std::map<std::string, std::vector<Keyword>>;

// What the papers of each week, month and year are about, the most telling first; none for periods whose
// editions name their keywords themselves, and where the site shows no keywords. They follow from the titles
// and abstracts of all papers, so they are kept between builds.
PeriodKeywords find_period_keywords(const Catalog& catalog, std::size_t threads);

// That many are shown at most.
inline constexpr std::size_t kMostKeywords = 20;

}  // namespace paperboy::pages
