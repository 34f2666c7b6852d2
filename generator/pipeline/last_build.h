#pragma once

#include <cstddef>
#include <filesystem>
#include <future>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/cache.h"
#include "base/diagnostic.h"
#include "base/file_system.h"
#include "base/source.h"
#include "pipeline/build_site.h"
#include "pipeline/inputs.h"
#include "pipeline/site_record.h"

namespace paperboy::pipeline {

// What the build before left, for the same output folder and with the same program, fonts and options.
class LastBuild {
 public:
  // For a build that writes to options.output and keeps things below `kept`; empty: keeps nothing. `program`
  // is base::program_digest().
  LastBuild(const base::FileSystem& files, const BuildOptions& options, const std::filesystem::path& kept,
            std::string_view program);

  // The report of the build before, with nothing written and nothing removed, and its diagnostics; none when
  // this build has something to do. It has not where all inputs are the same byte for byte and nobody touched
  // the site since.
  std::optional<BuildReport> same(base::SourceStore& sources, base::Diagnostics& diagnostics) const;

  // None when there was no such build.
  const SiteRecord* record() const { return record_ ? &*record_ : nullptr; }
  // Whether there was one, and nobody touched its site since. Looking at all its files takes a while: that
  // goes on in the background, and nobody else can open the site until this was asked for.
  bool is_untouched() const { return is_untouched_.valid() && is_untouched_.get(); }
  // Inputs that differ from those of the record.
  const std::vector<InputChange>& changes() const { return changes_; }
  // Why this build cannot take up from the one before, whatever changed: "there was no build before"; empty
  // when it can. Waits as is_untouched() does.
  std::string reason() const;
  // What this build reads, as it was when that was compared; null where that cannot be known.
  const Inputs* inputs() const { return inputs_ ? &*inputs_ : nullptr; }
  // Values of base::Memo.
  base::Cache& values() { return cache_; }

  // Keeps what the next build compares with, once this one has published its site. `record` has no inputs
  // yet.
  void keep(SiteRecord record);

 private:
  bool find_untouched(std::size_t threads) const;
  // Whether its pages are at all of options.earlier_addresses.
  bool has_all_addresses() const;

  const base::FileSystem& files_;
  const BuildOptions& options_;
  std::filesystem::path kept_;
  base::Cache cache_;             // of the output folder: records and values
  std::string key_;               // empty: nothing is kept
  std::optional<Inputs> inputs_;  // none: they cannot be known
  std::optional<SiteRecord> record_;
  std::vector<InputChange> changes_;
  std::shared_future<bool> is_untouched_;  // uses all of the above
};

// "content/daily/2026-05-06.yaml changed", "… is new", "… is gone"
std::string reason_of(const InputChange& change);

}  // namespace paperboy::pipeline
