#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/text_table.h"
#include "outputs/site_files.h"
#include "pipeline/check_links.h"
#include "pipeline/layouts.h"
#include "pipeline/site_record.h"
#include "pipeline/site_writer.h"
#include "pipeline/text_changes.h"

namespace paperboy::pipeline {

// Of the files of a site, lets only those be made that show what changed, and those that are new.
class SiteUpdater final : public outputs::SiteFiles {
 public:
  // All outlive this.
  SiteUpdater(const SiteRecord& before, const TextChanges& changes, const Layouts& layouts,
              SiteWriter& writer);

  bool is_wanted(const std::string& path) const;

  void add(const std::string& path, const std::function<std::string()>& write) override;
  void make(const std::string& path, const std::function<std::string()>& write) override;
  void keep(const std::string& path) override;

  // The file as the build before left it; null when there was none.
  const FileRecord* before(std::string_view path) const;
  // Files of the build before that this one does not have.
  std::vector<std::string> stale() const;
  // What is left to the next build once everything is published. The pages that were made are those of
  // `link_check`.
  SiteRecord record(const LinkCheck& link_check, std::size_t threads);

 private:
  std::uint32_t reason(const std::string& why);
  void update_folders(std::vector<std::string_view> touched_paths, std::size_t threads,
                      SiteRecord& record) const;

  const SiteRecord& before_;
  SiteWriter& writer_;
  base::TextTable places_;  // of before_.files, by path
  std::vector<std::string> reasons_;
  std::uint32_t usual_reason_ = 0;                    // of files that are made whatever they show
  std::vector<std::optional<std::uint32_t>> wanted_;  // by place: the reason to make a file again
  std::vector<char> is_there_;                        // by place: this build has the file
};

}  // namespace paperboy::pipeline
