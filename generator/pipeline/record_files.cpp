#include "pipeline/record_files.h"

#include <map>
#include <span>
#include <string_view>
#include <utility>

#include "base/output_folder.h"
#include "base/text_table.h"
#include "pipeline/packed_diagnostics.h"

namespace paperboy::pipeline {

namespace {

// Why each file was written when it was: a file that stays as it was keeps the reason it had.
class Reasons {
 public:
  Reasons(const SiteRecord* before, std::string why) : texts_{std::move(why)} {
    if (before != nullptr) {
      texts_.insert(texts_.end(), before->reasons.begin(), before->reasons.end());
      for (const FileRecord& file : before->files) {
        before_.add(file.path, file.reason + 1);
      }
    }
  }

  std::uint32_t of(const MadeFile& file) const {
    const std::uint32_t* before = before_.find(file.path);
    return file.written == base::Written::Changed || before == nullptr ? 0 : *before;
  }
  const std::vector<std::string>& texts() const { return texts_; }

 private:
  std::vector<std::string> texts_;
  base::TextTable before_;
};

}  // namespace

SiteRecord record_files(const SiteWork& work, SiteWriter& writer, const std::vector<pages::Page>& pages,
                        const LinkCheck& link_check, const std::string& why) {
  const std::size_t threads = work.options.threads;
  SiteRecord record;
  const Reasons reasons(work.last_build.record(), why);
  record.reasons = reasons.texts();
  {
    const std::vector<std::string_view> paths = paths_of(writer.files());
    record.folders = base::folders_of(paths);
    record.folder_states = writer.states({record.folders.begin(), record.folders.end()}, threads);
    const std::vector<std::uint64_t> states = writer.states(paths, threads);
    const std::vector<MadeFile>& made = writer.files();
    record.files.reserve(made.size());
    for (std::size_t at = 0; at < made.size(); ++at) {
      const std::uint32_t reason = reasons.of(made[at]);
      record.files.push_back({std::string(made[at].path),
                              made[at].bytes,
                              states[at],
                              reason,
                              0,
                              {made[at].parts.begin(), made[at].parts.end()},
                              {}});
    }
  }
  base::TextTable places(record.files.size());
  for (std::size_t at = 0; at < record.files.size(); ++at) {
    places.add(record.files[at].path, static_cast<std::uint32_t>(at));
  }
  std::map<std::string, std::uint32_t> kinds;
  record.kinds = {""};
  for (std::size_t page = 0; page < pages.size(); ++page) {
    const auto [kind, is_new] =
        kinds.try_emplace(pages[page].kind, static_cast<std::uint32_t>(record.kinds.size()));
    if (is_new) {
      record.kinds.push_back(pages[page].kind);
    }
    FileRecord& file = record.files[places.at(link_check.path_of(page))];
    file.kind = kind->second;
    const std::span<const std::uint64_t> ids = link_check.ids_of(page);
    file.ids.assign(ids.begin(), ids.end());
  }
  record.digests = digest_parts(
      work.archive, work.parts, [](const model::Edition&) { return true; }, threads);
  return record;
}

void finish_site(const SiteWork& work, SiteRecord record, const BuildReport& report,
                 const base::Diagnostics& diagnostics, const std::vector<base::Diagnostic>& found_in_texts) {
  record.report = report;
  record.diagnostics = pack_diagnostics(diagnostics.sorted());
  record.text_diagnostics = pack_diagnostics(found_in_texts);
  work.last_build.keep(std::move(record));
  if (work.options.on_done) {
    work.options.on_done(report);
  }
}

}  // namespace paperboy::pipeline
