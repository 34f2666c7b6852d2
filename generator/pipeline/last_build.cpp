#include "pipeline/last_build.h"

#include <map>
#include <utility>

#include "base/output_folder.h"
#include "base/packed.h"
#include "cards/fonts.h"
#include "pipeline/packed_diagnostics.h"

namespace paperboy::pipeline {

namespace {

std::string key_of(const BuildOptions& options, std::string_view program) {
  base::PackedWriter key;
  key.text(program).text(cards::installed_fonts()).text(options.base_url);
  key.text(std::filesystem::absolute(*options.output).string());
  return key.bytes();
}

void drop_unused_reasons(SiteRecord& record) {
  std::map<std::string, std::uint32_t> used;
  std::vector<std::string> texts;
  for (FileRecord& file : record.files) {
    const std::string& text = record.reasons[file.reason];
    const auto [known, is_new] = used.try_emplace(text, texts.size());
    if (is_new) {
      texts.push_back(text);
    }
    file.reason = known->second;
  }
  record.reasons = std::move(texts);
}

}  // namespace

LastBuild::LastBuild(const base::FileSystem& files, const BuildOptions& options,
                     const std::filesystem::path& kept, std::string_view program)
    : files_(files),
      options_(options),
      cache_(kept, ".paperboy/cache/build"),
      values_(kept, ".paperboy/cache/values") {
  if (kept.empty() || program.empty()) {
    return;
  }
  key_ = key_of(options, program);
  inputs_ = read_inputs(files, options.threads);
  const std::optional<std::string> bytes = inputs_ ? cache_.find(key_) : std::nullopt;
  record_ = bytes ? unpack_record(*bytes) : std::nullopt;
  if (record_) {
    changes_ = compare_inputs(record_->inputs, *inputs_);
    // With changes there is much to do before the site is wanted.
    const bool waits = changes_.empty() || options.threads == 1;
    is_untouched_ = std::async(waits ? std::launch::deferred : std::launch::async, [this] {
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
  for (std::size_t index = 0; index < states.size(); ++index) {
    if (states[index] == 0 || states[index] != record_->files[index].state) {
      return false;
    }
  }
  return site->states({record_->folders.begin(), record_->folders.end()}, threads) == record_->folder_states;
}

std::string LastBuild::reason() const {
  if (!record_) {
    return "there was no build before, or one with another program, other fonts or options";
  }
  return is_untouched() ? "" : "somebody touched the site";
}

std::optional<BuildReport> LastBuild::same(base::SourceStore& sources, base::Diagnostics& diagnostics) const {
  if (!changes_.empty() || !is_untouched()) {
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
  drop_unused_reasons(record);
  cache_.store(key_, pack_record(record));
  cache_.remove_unused();
  values_.remove_unused();
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
