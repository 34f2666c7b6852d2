#include "pipeline/last_build.h"

#include <map>
#include <utility>

#include "base/beside.h"
#include "base/digest.h"
#include "base/output_folder.h"
#include "base/packed.h"
#include "cards/fonts.h"
#include "pages/address.h"
#include "pages/permanent.h"
#include "pipeline/packed_diagnostics.h"

namespace paperboy::pipeline {

namespace {

// Below it each output folder has a folder of its own, so that a site to look at does not displace what is
// known of the one that is published.
constexpr std::string_view kBuilds = ".paperboy/cache/builds";
constexpr std::size_t kMostBuilds = 3;

std::string place_of(const BuildOptions& options) {
  // "site", "./site" and "site/" are one.
  const std::filesystem::path output = std::filesystem::absolute(*options.output / "").lexically_normal();
  return std::string(kBuilds) + "/" + base::digest(output.string());
}

std::string key_of(const BuildOptions& options, std::string_view program) {
  base::PackedWriter key;
  key.text(program).text(cards::installed_fonts()).text(options.base_url);
  return key.bytes();
}

// Those that are used, each once.
void tidy_reasons(SiteRecord& record) {
  std::vector<bool> used(record.reasons.size());
  for (const FileRecord& file : record.files) {
    used[file.reason] = true;
  }
  std::map<std::string_view, std::uint32_t> known;
  std::vector<std::uint32_t> numbers(used.size());
  std::vector<std::string> texts;
  for (std::size_t number = 0; number < used.size(); ++number) {
    if (used[number]) {
      const auto [text, is_new] = known.try_emplace(record.reasons[number], texts.size());
      if (is_new) {
        texts.push_back(record.reasons[number]);
      }
      numbers[number] = text->second;
    }
  }
  record.files.renumber_reasons(numbers);
  record.reasons = std::move(texts);
}

}  // namespace

LastBuild::LastBuild(const base::FileSystem& files, const BuildOptions& options,
                     const std::filesystem::path& kept, std::string_view program)
    : files_(files),
      options_(options),
      kept_(kept),
      cache_(kept.empty() ? base::Cache() : base::Cache(kept, place_of(options))) {
  if (kept.empty() || program.empty()) {
    return;
  }
  key_ = key_of(options, program);
  std::future<std::optional<Inputs>> inputs =
      base::beside(options.threads, [&] { return read_inputs(files, options.threads); });
  const std::optional<base::KeptBytes> bytes = cache_.find_in_file(key_);
  record_ = bytes ? unpack_record(*bytes) : std::nullopt;
  inputs_ = inputs.get();
  if (!inputs_) {
    record_.reset();
  }
  if (record_) {
    changes_ = compare_inputs(record_->inputs, *inputs_);
    // With changes there is much to do before the site is wanted.
    is_untouched_ = base::beside(changes_.empty() ? 1 : options.threads, [this] {
                      return find_untouched(options_.threads);
                    }).share();
  }
}

bool LastBuild::find_untouched(std::size_t threads) const {
  if (!std::filesystem::is_directory(*options_.output)) {
    return false;
  }
  const base::Result<base::OutputFolder> site = base::OutputFolder::open(*options_.output);
  if (!site) {
    return false;
  }
  const std::vector<std::uint64_t> states = site->states(paths_of(record_->files), threads);
  for (std::size_t at = 0; at < states.size(); ++at) {
    if (states[at] == 0 || states[at] != record_->files[at].state) {
      return false;
    }
  }
  std::vector<std::string_view> folders;
  for (std::size_t at = 0; at < record_->folders.size(); ++at) {
    folders.push_back(base::text_of(record_->folders[at]));
  }
  return site->states(folders, threads) == record_->folder_states;
}

bool LastBuild::has_all_addresses() const {
  if (options_.earlier_addresses.empty()) {
    return true;
  }
  const std::vector<std::string> addresses = page_addresses(record_->files);
  const pages::AddressList pages({addresses.begin(), addresses.end()});
  return pages::vanished_addresses(options_.earlier_addresses, pages).empty();
}

std::string LastBuild::reason() const {
  if (!record_) {
    return "there was no build before, or one with another program, other fonts or options";
  }
  return is_untouched() ? "" : "somebody touched the site";
}

std::optional<BuildReport> LastBuild::same(base::SourceStore& sources, base::Diagnostics& diagnostics) const {
  if (!changes_.empty() || !is_untouched() || !has_all_addresses()) {
    return std::nullopt;
  }
  std::map<std::string, const base::Source*> known;
  std::optional<std::vector<base::Diagnostic>> found =
      unpack_diagnostics(record_->diagnostics, [&](const std::string& path) {
        const base::Source*& source = known[path];
        if (source == nullptr) {
          base::Result<std::string> text = files_.read(path, kLargestInput);
          source = text ? &sources.add(path, *std::move(text)) : nullptr;
        }
        return source;
      });
  if (!found) {
    return std::nullopt;
  }
  for (base::Diagnostic& diagnostic : *found) {
    diagnostics.add(std::move(diagnostic));
  }
  cache_.freshen();
  BuildReport report = record_->report;
  report.made = 0;
  report.written = 0;
  report.removed = 0;
  return report;
}

void LastBuild::keep(SiteRecord record) {
  if (key_.empty() || !inputs_) {
    return;
  }
  record.inputs = *inputs_;
  tidy_reasons(record);
  cache_.store(key_, pack_record(record).pieces());
  cache_.remove_unused();
  base::remove_old_folders(kept_, kBuilds, kMostBuilds);
}

std::string reason_of(const InputChange& change) {
  switch (change.kind) {
    case InputChange::Kind::Changed:
      return change.path + " changed";
    case InputChange::Kind::Added:
      return change.path + " is new";
    case InputChange::Kind::Removed:
      return change.path + " is gone";
  }
  return "";
}

}  // namespace paperboy::pipeline
