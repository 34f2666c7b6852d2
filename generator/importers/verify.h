#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "importers/format.h"
#include "importers/report.h"

namespace paperboy::importers {

// A content file as it stands after the import, and the places where a person's words were left.
struct WrittenFile {
  std::string path;
  std::string text;
  std::vector<std::string> kept_places;  // as flat_place() writes them
};

// One string for a place in a content file: "papers/arxiv:2605.03769/scores/relevance".
std::string flat_place(std::string_view parent, std::string_view key);

// Reads the written files again and looks for every value of the input: the leaves of JSON, the words of any
// other text. Each must stand where the format said it put it, or be accounted for as said again or derived.
// What is in none of these places is reported as lost.
Proof verify(const std::vector<const base::Source*>& input, const Imported& imported,
             const std::vector<WrittenFile>& written, const value::Value& site,
             base::Diagnostics& diagnostics);

}  // namespace paperboy::importers
