#pragma once

#include <map>
#include <string>

namespace paperboy::pipeline {

// A folder of assets/ whose name ends in ".js" is one script, "reader.js/10_pieces.js" a part of it: the
// parts, in the order of their names, stand in one function, so that they share what they declare with each
// other and nobody else. A file of the folder's name is there instead of it. `assets` maps names to bytes.
std::map<std::string, std::string> join_script_folders(std::map<std::string, std::string> assets);

}  // namespace paperboy::pipeline
