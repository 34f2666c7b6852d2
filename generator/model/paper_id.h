#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace paperboy::model {

enum class IdScheme { Arxiv, Doi, Slug };

// The one name of a paper, whatever form it was given in.
struct PaperId {
  IdScheme scheme = IdScheme::Slug;
  std::string local;  // "2605.03769", "math/0309136", "10.1101/2026.01.02.123", "beyond-nearest-…"

  // "arxiv:2605.03769", "doi:10.1101/…", "slug:…"
  std::string canonical() const;
  friend auto operator<=>(const PaperId&, const PaperId&) = default;
};

// A reference as people write it, with what it says beside the id.
struct PaperReference {
  PaperId id;
  int version = 0;     // arXiv version, 0 when none was written
  std::string source;  // "arXiv", "medRxiv": what the form tells, may be empty
};

// Reads `2605.03769`, `2605.03769v2`, `arXiv:…`, `hep-th/9901001`, `https://arxiv.org/abs|pdf|html/…`,
// `10.48550/arXiv.…` (an arXiv paper), `doi:…`, `https://doi.org/…`, bioRxiv and medRxiv content addresses.
// Case, `v2`, `.pdf`, query and fragment never make a different paper. Nothing when it is none of these;
// never a slug.
std::optional<PaperReference> parse_paper_reference(std::string_view text);

// The id of a paper without any: from its source and title, the same in every build.
PaperId slug_paper_id(std::string_view source, std::string_view title);

}  // namespace paperboy::model
