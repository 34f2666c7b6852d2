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

namespace paperboy::pipeline {

// Editions as builds before have read them, by the content of their files. Safe from several threads.
class KeptEditions {
 public:
  // Keeps nothing.
  KeptEditions() = default;
  // Below `root`; empty: keeps nothing. Another `program` may read the same files in another way.
  KeptEditions(const std::filesystem::path& root, std::string_view program);

  using Read = std::function<std::optional<model::Edition>(base::Diagnostics& diagnostics)>;
  // What `read` makes of the files, and what it finds wrong with them; it is not called when both are known.
  // `context` is everything else that it depends on.
  std::optional<model::Edition> edition(const std::vector<const base::Source*>& sources,
                                        std::string_view context, const Read& read,
                                        base::Diagnostics& diagnostics);

  // Forgets the editions that this build did not have.
  void remove_unused() { cache_.remove_unused(); }

 private:
  bool keeps_ = false;
  base::Cache cache_;
  std::string program_;
};

}  // namespace paperboy::pipeline
