#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "base/file_system.h"
#include "base/source.h"
#include "model/edition_reader.h"
#include "pipeline/load_file_name.h"

namespace paperboy::pipeline {

// Reads a file into the store; null with a report when it cannot be read.
const base::Source* read_source(const base::FileSystem& files, base::SourceStore& sources,
                                const std::string& path, base::Diagnostics& diagnostics);

// A file of an edition that could be read.
struct EditionSource {
  FileName name;
  const base::Source* source = nullptr;
};

// Joins the files of one edition: at most one data file, and Markdown merged over it. Safe to use from
// several threads.
class EditionLoader {
 public:
  // `prompts`: names of the files in content/prompts/. All outlive this.
  EditionLoader(const model::Site& site, const std::vector<std::string>& prompts,
                base::Diagnostics& diagnostics)
      : site_(site), prompts_(prompts), diagnostics_(diagnostics) {}

  // All files of one series and date, at least one. Nothing when all are drafts or unreadable.
  std::optional<model::Edition> load(const std::vector<EditionSource>& files) const;

 private:
  struct Part;
  std::optional<Part> read_part(const EditionSource& read) const;
  std::optional<model::EditionFile> read_data(const FileName& name, const base::Source& source) const;
  std::vector<Part> read_parts(const std::vector<EditionSource>& files) const;
  std::vector<model::Edition> read_trials(const model::Edition& edition,
                                          const std::vector<Part>& parts) const;
  model::Edition merge_markdown(model::Edition edition, std::vector<Part> parts) const;
  std::string language_of(const FileName& name) const;
  void check_prompts(const model::EditionFile& file) const;
  void refuse_second_data_file(const Part& first, const Part& second) const;

  const model::Site& site_;
  const std::vector<std::string>& prompts_;
  base::Diagnostics& diagnostics_;
};

}  // namespace paperboy::pipeline
