#pragma once

#include <map>
#include <optional>
#include <string>

#include "importers/format.h"
#include "model/site.h"

namespace paperboy::importers {

// Redirects from the addresses of the old tool's pages to those of ours.
class OldAddresses {
 public:
  // Editions of this series had pages where its settings say.
  void add_series(const SeriesSettings& series);
  // Gives an edition of such a series the key `redirects`, unless its page keeps its address. Other files
  // stay as they are.
  void redirect(ContentFile& file, const model::Site& site);
  // content/redirects.yaml for the pages of months and years of all editions so far; nothing when none is
  // known.
  std::optional<ContentFile> for_periods() const;
  // Old → new address, of all redirects so far.
  std::map<std::string, std::string> all() const;

 private:
  void add_periods(const SeriesSettings& series, base::Date date);

  std::map<std::string, SeriesSettings, std::less<>> series_;  // by id
  std::map<std::string, std::string> editions_;                // old → new address
  std::map<std::string, std::string> periods_;
};

}  // namespace paperboy::importers
