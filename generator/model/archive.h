#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "model/edition.h"
#include "model/paper.h"
#include "model/redirect.h"
#include "model/site.h"

namespace paperboy::model {

// Commentary on an ISO week, month or year: content/weeks/2026-w19.zh.md …
struct RollupText {
  std::string period;    // "2026-w19", "2026-05", "2026"
  std::string language;  // "" = any
  std::string title;     // may be empty
  Located markdown;
};

// content/pages/about.zh.md
struct FreePage {
  std::string name;      // "about": its address
  std::string language;  // "" = the default language
  std::string title;
  Located markdown;
  std::vector<OldAddress> redirects;
};

// content/prompts/selection.md
struct Prompt {
  std::string name;
  std::string title;
  Located markdown;
};

// A place of a paper in the archive.
struct Appearance {
  std::size_t edition = 0;  // index into Archive::editions
  std::size_t entry = 0;    // index into its entries
};

// Everything about one paper across editions.
struct PaperRecord {
  // That of its only entry, which the archive keeps, else one merged of all.
  std::shared_ptr<const Paper> paper;
  std::vector<Appearance> appearances;  // oldest first
  std::vector<PaperNote> notes;
};

// Everything under content/. load_* fill the first part, link_archive() the second.
struct Archive {
  Site site;
  std::vector<Edition> editions;                        // by date, then by the series' order in site.yaml
  std::map<std::string, std::vector<PaperNote>> notes;  // by canonical id
  std::vector<RollupText> rollups;
  std::vector<FreePage> pages;
  std::map<std::string, Prompt> prompts;
  std::vector<Redirect> redirects;

  // Made by link_archive().
  std::vector<PaperRecord> papers;                                     // by canonical id
  std::map<std::string, std::size_t> paper_by_id;                      // canonical id → index into papers
  std::map<std::string, std::vector<std::size_t>> editions_by_series;  // oldest first
};

}  // namespace paperboy::model
