#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/file_system.h"

namespace paperboy::pipeline {

// What a build reads: the digest of each file of content/, layouts/ and assets/, by path.
using Inputs = std::map<std::string, std::string>;

// The largest file that is read to be compared.
inline constexpr std::size_t kLargestInput = 1u << 30;

// None where something cannot be read: the build will tell.
std::optional<Inputs> read_inputs(const base::FileSystem& files, std::size_t threads);

// An input that differs between two builds.
struct InputChange {
  enum class Kind { Changed, Added, Removed };
  std::string path;
  Kind kind = Kind::Changed;
};
// By path.
std::vector<InputChange> compare_inputs(const Inputs& before, const Inputs& now);

}  // namespace paperboy::pipeline
