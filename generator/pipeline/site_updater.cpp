#include "pipeline/site_updater.h"

#include <algorithm>
#include <map>
#include <span>
#include <stdexcept>
#include <utility>

#include "base/output_folder.h"
#include "pipeline/build_report.h"

namespace paperboy::pipeline {

SiteUpdater::SiteUpdater(const SiteRecord& before, const TextChanges& changes, const Layouts& layouts,
                         SiteWriter& writer)
    : before_(before),
      writer_(writer),
      places_(before.files.size()),
      reasons_(before.reasons),
      wanted_(before.files.size()),
      is_there_(before.files.size()) {
  const std::vector<std::string> of_kinds = layout_reasons(before, changes, layouts);
  if (!changes.why.empty() || !changes.layouts.empty()) {
    usual_reason_ =
        reason(changes.why.empty() ? changes.layouts.begin()->second : changes.why.begin()->second);
  }
  for (std::size_t place = 0; place < before.files.size(); ++place) {
    const FileRecord& file = before.files[place];
    places_.add(file.path, static_cast<std::uint32_t>(place));
    if (const std::string why = reason_to_make(file, changes, of_kinds); !why.empty()) {
      wanted_[place] = reason(why);
    }
  }
}

std::uint32_t SiteUpdater::reason(const std::string& why) {
  const auto known = std::find(reasons_.begin(), reasons_.end(), why);
  const auto number = static_cast<std::uint32_t>(known - reasons_.begin());
  if (known == reasons_.end()) {
    reasons_.push_back(why);
  }
  return number;
}

bool SiteUpdater::is_wanted(const std::string& path) const {
  const std::uint32_t* place = places_.find(path);
  return place == nullptr || wanted_[*place].has_value();
}

void SiteUpdater::add(const std::string& path, const std::function<std::string()>& write) {
  const std::uint32_t* place = places_.find(path);
  if (place == nullptr || wanted_[*place]) {
    make(path, write);
  } else {
    is_there_[*place] = 1;
  }
}

void SiteUpdater::make(const std::string& path, const std::function<std::string()>& write) {
  if (const std::uint32_t* place = places_.find(path)) {
    is_there_[*place] = 1;
  }
  writer_.add(path, write);
}

void SiteUpdater::keep(const std::string& path) {
  const std::uint32_t* place = places_.find(path);
  if (place == nullptr) {
    throw std::logic_error("the build before did not write " + path);
  }
  is_there_[*place] = 1;
}

const FileRecord* SiteUpdater::before(std::string_view path) const {
  const std::uint32_t* place = places_.find(path);
  return place == nullptr ? nullptr : &before_.files[*place];
}

std::vector<std::string> SiteUpdater::stale() const {
  std::vector<std::string> paths;
  for (std::size_t place = 0; place < is_there_.size(); ++place) {
    if (is_there_[place] == 0) {
      paths.push_back(before_.files[place].path);
    }
  }
  return paths;
}

SiteRecord SiteUpdater::record(const LinkCheck& link_check, std::size_t threads) {
  SiteRecord record;
  const std::vector<MadeFile>& made = writer_.files();
  base::TextTable made_at(made.size());
  for (std::size_t at = 0; at < made.size(); ++at) {
    made_at.add(made[at].path, static_cast<std::uint32_t>(at));
  }
  for (std::size_t place = 0; place < is_there_.size(); ++place) {
    if (is_there_[place] != 0 && made_at.find(before_.files[place].path) == nullptr) {
      record.files.push_back(before_.files[place]);
    }
  }
  const std::vector<std::string_view> paths = paths_of(made);
  const std::vector<std::uint64_t> states = writer_.states(paths, threads);
  const std::size_t first = record.files.size();
  for (std::size_t at = 0; at < made.size(); ++at) {
    const std::uint32_t* place = places_.find(made[at].path);
    FileRecord file = place == nullptr ? FileRecord{} : before_.files[*place];
    if (place != nullptr && made[at].written == base::Written::Changed) {
      file.reason = wanted_[*place].value_or(usual_reason_);
    }
    file.path = made[at].path;
    file.bytes = made[at].bytes;
    file.state = states[at];
    file.parts.assign(made[at].parts.begin(), made[at].parts.end());
    record.files.push_back(std::move(file));
  }
  for (std::size_t page = 0; page < link_check.page_count(); ++page) {
    const std::span<const std::uint64_t> ids = link_check.ids_of(page);
    record.files[first + made_at.at(link_check.path_of(page))].ids.assign(ids.begin(), ids.end());
  }
  record.reasons = reasons_;
  record.kinds = before_.kinds;
  update_folders(paths, threads, record);
  return record;
}

// Only folders that a file was put into or taken from can have changed, and those above them.
void SiteUpdater::update_folders(std::vector<std::string_view> touched_paths, std::size_t threads,
                                 SiteRecord& record) const {
  const std::vector<std::string> gone = stale();
  touched_paths.insert(touched_paths.end(), gone.begin(), gone.end());
  const std::vector<std::string> touched = base::folders_of(touched_paths);
  const std::vector<std::uint64_t> states = writer_.states({touched.begin(), touched.end()}, threads);
  std::map<std::string_view, std::uint64_t> all;
  for (std::size_t at = 0; at < before_.folders.size(); ++at) {
    all.emplace_hint(all.end(), before_.folders[at], before_.folder_states[at]);
  }
  for (std::size_t at = 0; at < touched.size(); ++at) {
    all.insert_or_assign(touched[at], states[at]);
  }
  for (const auto& [folder, state] : all) {
    if (state != 0) {
      record.folders.emplace_back(folder);
      record.folder_states.push_back(state);
    }
  }
}

}  // namespace paperboy::pipeline
