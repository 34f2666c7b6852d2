#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "base/result.h"
#include "importers/archive_folder.h"
#include "importers/format.h"
#include "importers/report.h"
#include "model/site.h"
#include "value/value.h"

namespace paperboy::importers {

// content/site.yaml while an import adds series, topics and languages to it. What stands in the file stays
// as it is, comments too; only what is missing is added.
class SiteSettings {
 public:
  // Reads the file, or begins a new one. An error when it is there and cannot be used.
  static base::Result<SiteSettings> open(const ArchiveFolder& archive);

  const model::Site& site() const { return *site_; }
  // The tree as it will be.
  const value::Value& root() const { return root_; }
  void add_series(const SeriesSettings& series, std::string_view address);
  // Gives a series one more language, and the site where it lacks it. Whether that changed anything.
  bool add_language(std::string_view series, const std::string& language);
  // Topics and series with ids that are not there yet; missing keys of topics that are. What would be a
  // mistake in site.yaml is left out.
  void add(const value::Value& parts);
  FileOutcome write(const ArchiveFolder& archive, base::Diagnostics& diagnostics) const;

 private:
  SiteSettings() = default;
  void refresh();
  // Takes a tree if the model reads it with no more mistakes than the present one.
  bool accept(value::Value root);
  void add_language(const std::string& language);

  bool is_new_ = false;
  std::string text_;
  value::Value root_;
  std::shared_ptr<model::Site> site_;
  std::shared_ptr<base::SourceStore> sources_;
};

// Whether a site may have these topics together: ids, labels and aliases are as the model wants them.
bool are_topics(const value::Array& topics);

}  // namespace paperboy::importers
