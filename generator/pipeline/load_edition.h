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

// Joins the files of one edition: at most one data file, and Markdown merged over it. Safe to use from
// several threads.
class EditionLoader {
 public:
  // `prompts`: names of the files in content/prompts/.
  EditionLoader(const base::FileSystem& files, base::SourceStore& sources, const model::Site& site,
                std::vector<std::string> prompts, base::Diagnostics& diagnostics)
      : files_(files),
        sources_(sources),
        site_(site),
        prompts_(std::move(prompts)),
        diagnostics_(diagnostics) {}

  // All files of one series and date. Nothing when all are drafts or unreadable.
  std::optional<model::Edition> load(const std::vector<FileName>& names) const;

 private:
  struct Part;
  std::optional<Part> read_part(const FileName& name) const;
  std::optional<model::EditionFile> read_data(const FileName& name, const base::Source& source) const;
  std::vector<Part> read_parts(const std::vector<FileName>& names) const;
  std::vector<model::Edition> read_trials(const model::Edition& edition,
                                          const std::vector<Part>& parts) const;
  model::Edition merge_markdown(model::Edition edition, std::vector<Part> parts) const;
  std::string language_of(const FileName& name) const;
  void check_prompts(const model::EditionFile& file) const;
  void refuse_second_data_file(const Part& first, const Part& second) const;

  const base::FileSystem& files_;
  base::SourceStore& sources_;
  const model::Site& site_;
  std::vector<std::string> prompts_;
  base::Diagnostics& diagnostics_;
};

}  // namespace paperboy::pipeline
