#include "pipeline/site_updater.h"

#include <algorithm>
#include <span>
#include <stdexcept>
#include <utility>

#include "base/output_folder.h"
#include "outputs/outputs.h"
#include "pipeline/build_report.h"
#include "pipeline/kinds_of_pages.h"

namespace paperboy::pipeline {

SiteUpdater::SiteUpdater(const FileChoice& choice, SiteWriter& writer)
    : choice_(choice), before_(choice.before()), writer_(writer), is_there_(before_.files.size()) {
  if (choice_.has_other_facts()) {
    return;
  }
  // There are the same pages, each to be made or to be kept.
  for (std::size_t place = 0; place < before_.files.size(); ++place) {
    const FileRecord file = before_.files[place];
    is_there_[place] = file.is_page() || outputs::shows_facts_alone(file.path) ? 1 : 0;
  }
}

bool SiteUpdater::is_wanted(std::optional<std::size_t> place, const base::ShowsChanged& shows_changed) const {
  return !place || choice_.is_wanted(*place) ||
         (choice_.has_other_facts() && (!shows_changed || choice_.is_touched(shows_changed)));
}

bool SiteUpdater::keeps(const std::string& path, const base::ShowsChanged& shows_changed) {
  const std::optional<std::size_t> place = choice_.place_of(path);
  if (is_wanted(place, shows_changed)) {
    return false;
  }
  is_there_[*place] = 1;
  return true;
}

void SiteUpdater::add(const std::string& path, const std::function<std::string()>& write) {
  add_about(path, {}, write);
}

void SiteUpdater::add_about(const std::string& path, const base::ShowsChanged& shows_changed,
                            const std::function<std::string()>& write) {
  if (!keeps(path, shows_changed)) {
    make(path, write);
  }
}

void SiteUpdater::make(const std::string& path, const std::function<std::string()>& write) {
  if (const std::optional<std::size_t> place = choice_.place_of(path)) {
    is_there_[*place] = 1;
  }
  writer_.add(path, write);
}

void SiteUpdater::keep(const std::string& path) {
  const std::optional<std::size_t> place = choice_.place_of(path);
  if (!place) {
    throw std::logic_error("the build before did not write " + path);
  }
  is_there_[*place] = 1;
}

std::optional<FileRecord> SiteUpdater::before(std::string_view path) const {
  const std::optional<std::size_t> place = choice_.place_of(path);
  return place ? std::optional(before_.files[*place]) : std::nullopt;
}

std::vector<std::string> SiteUpdater::stale() const {
  std::vector<std::string> paths;
  for (std::size_t place = 0; place < is_there_.size(); ++place) {
    if (is_there_[place] == 0) {
      paths.emplace_back(before_.files[place].path);
    }
  }
  return paths;
}

// What it shows, and why it was written.
FileRecord SiteUpdater::record_made(const MadeFile& made) const {
  const std::optional<std::size_t> place = choice_.place_of(made.path);
  FileRecord file{made.path, made.bytes, 0, choice_.usual_reason(), 0, made.parts, {}};
  if (place) {
    file.reason =
        made.written == base::Written::Changed ? choice_.reason(*place) : before_.files[*place].reason;
  }
  return file;
}

// Those that are there and were not made.
void SiteUpdater::add_kept(FileRecords& files) {
  std::vector<char> stays = is_there_;
  for (const MadeFile& file : writer_.files()) {
    if (const std::optional<std::size_t> place = choice_.place_of(file.path)) {
      stays[*place] = 0;
    }
  }
  // Most stay, so runs of them are long.
  for (auto first = stays.begin(); first != stays.end();) {
    first = std::find(first, stays.end(), 1);
    const auto last = std::find(first, stays.end(), 0);
    files.add_run(before_.files, static_cast<std::size_t>(first - stays.begin()),
                  static_cast<std::size_t>(last - stays.begin()));
    first = last;
  }
  if (!choice_.parts().are_same()) {
    files.renumber_parts(choice_.parts());
  }
}

SiteRecord SiteUpdater::record(const std::vector<pages::Page>& pages, const LinkCheck& link_check,
                               std::size_t threads) {
  SiteRecord record;
  record.reasons = choice_.reasons();
  record.kinds = before_.kinds;
  const KindsOfPages kinds(pages, link_check, record.kinds);
  const std::vector<MadeFile>& made = writer_.files();
  record.files.reserve(before_.files.size() + made.size());
  add_kept(record.files);
  const std::vector<std::string_view> paths = paths_of(made);
  const std::vector<std::uint64_t> states = writer_.states(paths, threads);
  for (std::size_t at = 0; at < made.size(); ++at) {
    FileRecord file = record_made(made[at]);
    file.state = states[at];
    kinds.tell(file);
    record.files.add(file);
  }
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
  const auto add = [&](std::string_view folder, std::uint64_t state) {
    if (state != 0) {
      record.folders.add(folder);
      record.folder_states.push_back(state);
    }
  };
  std::size_t next = 0;  // of those touched: both lists are sorted
  for (std::size_t at = 0; at < before_.folders.size(); ++at) {
    const std::string_view folder = base::text_of(before_.folders[at]);
    for (; next < touched.size() && touched[next] < folder; ++next) {
      add(touched[next], states[next]);
    }
    if (next < touched.size() && touched[next] == folder) {
      add(folder, states[next++]);
    } else {
      add(folder, before_.folder_states[at]);
    }
  }
  for (; next < touched.size(); ++next) {
    add(touched[next], states[next]);
  }
}

}  // namespace paperboy::pipeline
