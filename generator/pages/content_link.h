#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "base/diagnostic.h"
#include "model/archive.h"
#include "pages/address.h"
#include "pages/texts.h"

namespace paperboy::pages {

using AssetAddresses = std::map<std::string, std::string, std::less<>>;  // "logo.png" → with base path

// Where the links in people's texts lead. Understood beside full addresses and `#anchors`: `/about/` (an
// address of the site; in the text's language where that page exists), `/assets/logo.png`, a content file
// (`content/daily/2026-05-06.yaml`) and a paper by its id (`[[2605.03769]]`, `paper:2605.03769`).
class ContentLinks {
 public:
  ContentLinks(const model::Archive& archive, const Addresses& addresses, const AddressSet& planned,
               const AssetAddresses& assets);

  // What to write into the href; nothing means: leave the target as it is.
  std::optional<std::string> resolve(std::string_view target, std::string_view language) const;

  // Whether a target is one of the site: what it leads to depends on the pages there are.
  static bool is_on_site(std::string_view target);

  // Reports links inside the site that lead nowhere, in texts and in the menu, at the place they are written.
  void check(const Texts& texts, base::Diagnostics& diagnostics) const;

  // Every href that a text asked for, with the place of the first text that did: where to look when the
  // finished page shows that it leads nowhere.
  std::map<std::string, base::SourceSpan> written_places(const Texts& texts) const;

 private:
  bool leads_somewhere(std::string_view target, std::string_view language) const;
  void check_target(std::string_view target, base::SourceSpan span, std::string_view language,
                    base::Diagnostics& diagnostics) const;
  std::optional<std::string> site_address(std::string_view target, std::string_view language) const;
  std::optional<std::string> content_file_address(std::string_view target, std::string_view language) const;
  std::optional<std::string> paper_address(std::string_view target, std::string_view language) const;
  std::string in_language(std::string_view address, std::string_view language) const;

  const model::Archive& archive_;
  const Addresses& addresses_;
  const AddressSet& planned_;
  const AssetAddresses& assets_;
};

}  // namespace paperboy::pages
