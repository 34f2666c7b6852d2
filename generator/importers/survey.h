#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "importers/format.h"
#include "importers/report.h"

namespace paperboy::importers {

// Looks at each imported edition and tells what is missing, repeated or damaged in it.
class Survey {
 public:
  // Editions of a series are expected in the order of their dates.
  void look_at(const ContentFile& file, Report& report, base::Diagnostics& diagnostics);

  // Papers that have a title in no edition: editions that call them by their ids, to be merged into the
  // files.
  std::vector<ContentFile> untitled() const;

 private:
  void look_at_entry(const std::string& path, const value::Value& entry, Report& report,
                     base::Diagnostics& diagnostics);

  std::map<std::string, std::map<std::string, std::string>> seen_;  // series → paper → date
  std::set<std::string> unique_;
  std::set<std::string> titled_;
  std::map<std::string, std::map<std::string, std::string>> untitled_;  // file → paper → id as given
};

}  // namespace paperboy::importers
