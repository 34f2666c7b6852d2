#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "outputs/site_files.h"
#include "pages/page.h"
#include "pipeline/check_links.h"
#include "pipeline/file_choice.h"
#include "pipeline/site_record.h"
#include "pipeline/site_writer.h"

namespace paperboy::pipeline {

// Of the files of a site, lets only those be made that show what changed, and those that are new.
class SiteUpdater final : public outputs::SiteFiles {
 public:
  // All outlive this.
  SiteUpdater(const FileChoice& choice, SiteWriter& writer);

  // Whether a page stays as the build before left it; else it has to be made.
  bool keeps(const std::string& path, const base::ShowsChanged& shows_changed);

  void add(const std::string& path, const std::function<std::string()>& write) override;
  void add_about(const std::string& path, const base::ShowsChanged& shows_changed,
                 const std::function<std::string()>& write) override;
  void make(const std::string& path, const std::function<std::string()>& write) override;
  void keep(const std::string& path) override;

  // The file as the build before left it; none when there was none.
  std::optional<FileRecord> before(std::string_view path) const;
  // Files of the build before that this one does not have.
  std::vector<std::string> stale() const;
  // What is left to the next build once everything is published. `pages` are those that were made, as
  // `link_check` has them.
  SiteRecord record(const std::vector<pages::Page>& pages, const LinkCheck& link_check, std::size_t threads);

 private:
  bool is_wanted(std::optional<std::size_t> place, const base::ShowsChanged& shows_changed) const;
  FileRecord record_made(const MadeFile& made) const;
  void add_kept(FileRecords& files);
  void update_folders(std::vector<std::string_view> touched_paths, std::size_t threads,
                      SiteRecord& record) const;

  const FileChoice& choice_;
  const SiteRecord& before_;
  SiteWriter& writer_;
  std::vector<char> is_there_;  // by place: this build has the file
};

}  // namespace paperboy::pipeline
