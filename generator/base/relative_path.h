#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace paperboy::base {

// The names of a path like "a/b/c". None when it could leave the folder it is meant to be below or
// means different things to different readers: empty, absolute, with an empty part, ".", ".." or NUL.
std::optional<std::vector<std::string>> relative_path_parts(std::string_view path);

}  // namespace paperboy::base
