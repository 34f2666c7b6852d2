#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/source.h"
#include "model/localized.h"
#include "model/paper_id.h"
#include "model/site.h"
#include "value/value.h"

namespace paperboy::model {

struct Author {
  std::string name;  // as given, TeX accents and all
  std::vector<std::string> affiliations;
  base::SourceSpan span;
};

enum class AnnounceType { None, New, Cross, Replace, ReplaceCross };
// "new", "replace-cross"; empty for None.
const char* to_string(AnnounceType type);

struct PaperLink {
  std::string kind;  // "abs", "pdf", "code", "doi", or the label given
  std::string url;
  base::SourceSpan span;
};

// A text with the place it was written at, so that problems found later can be located.
struct Located {
  std::string text;
  base::SourceSpan span;
};
using LocatedText = Localized<Located>;

// One work. What several editions say of it is merged: the newest edition that gives a field wins.
struct Paper {
  PaperId id;
  int version = 0;       // newest arXiv version seen
  LocatedText title;     // TeX; may be missing for papers named by an address only
  LocatedText abstract;  // TeX
  bool abstract_cut = false;
  std::vector<Author> authors;
  bool authors_cut = false;               // "… and others"
  std::vector<std::string> affiliations;  // of the author list as a whole
  std::string source;                     // "arXiv", "medRxiv", "PLOS Medicine"
  std::string category;                   // primary: "cs.LG"
  std::vector<std::string> categories;    // others
  std::optional<base::Date> published;    // first announced
  std::vector<PaperLink> links;
  base::SourceSpan span;  // of the id, else the title, else the entry
};

// A curated note that follows a paper wherever it appears (content/papers/…).
struct PaperNote {
  std::string language;
  Located markdown;
  std::string author;  // who wrote it, may be empty
};

}  // namespace paperboy::model
