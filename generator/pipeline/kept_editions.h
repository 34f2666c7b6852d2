#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/cache.h"
#include "base/diagnostic.h"
#include "base/source.h"
#include "model/edition.h"
#include "pipeline/inputs.h"

namespace paperboy::pipeline {

// Editions as builds before have read them, by the content of their files: those are not read where their
// digests say enough. Safe from several threads.
class KeptEditions {
 public:
  // Keeps nothing.
  KeptEditions() = default;
  // Below `root`; empty: keeps nothing. Another `program` may read the same files in another way. `inputs`
  // may be null, and outlives this.
  KeptEditions(const std::filesystem::path& root, std::string_view program, const Inputs* inputs);

  // base::digest() of a file's bytes; null where it is not known without reading it.
  const std::string* digest_of(const std::string& path) const;
  using Sources = std::vector<const base::Source*>;
  // What a build before made of the files, and what it found wrong with them; none where that is not known.
  // `context` is everything else that it depended on.
  std::optional<model::Edition> find(const Sources& sources, std::string_view context,
                                     base::Diagnostics& diagnostics);
  // What `read` makes of them and finds wrong with them, which is kept.
  using Read = std::function<std::optional<model::Edition>(base::Diagnostics& diagnostics)>;
  std::optional<model::Edition> read(const Sources& sources, std::string_view context, const Read& read,
                                     base::Diagnostics& diagnostics);

  // Forgets the editions that this build did not have.
  void remove_unused() { cache_.remove_unused(); }

 private:
  bool keeps_ = false;
  base::Cache cache_;
  std::string program_;
  const Inputs* inputs_ = nullptr;
};

}  // namespace paperboy::pipeline
