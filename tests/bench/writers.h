#pragma once

#include <filesystem>
#include <string_view>

#include "bench/archive.h"

namespace paperboy::bench {

// The archive as Paperboy reads it: content/ below a folder.
void write_paperboy(const Archive& archive, const std::filesystem::path& folder);
// The same papers as Hugo reads them: content/en and content/zh below a folder, for the layouts in
// tests/bench/hugo.
void write_hugo(const Archive& archive, const std::filesystem::path& folder);

// Writes a file and the folders above it; throws std::runtime_error when that fails.
void write_file(const std::filesystem::path& path, std::string_view bytes);

}  // namespace paperboy::bench
