#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "importers/record.h"
#include "value/value.h"

namespace paperboy::importers {

// A tree that holds the new data and a person's words.
struct Merged {
  value::Value root;
  // Where a person's value stands, or a value a person took away stays away.
  std::vector<std::string> kept_places;
};

// Puts `incoming` over `present`, the content file as it is. A value that stands as an import wrote it takes
// the new one; what a person wrote or took away stays; where both changed the same value the person's stays
// and a warning tells of it. Nothing that is in the file is removed. `record` is brought up to date.
Merged merge(const value::Value& present, const value::Value& incoming, ImportRecord& record,
             const std::string& path, base::Diagnostics& diagnostics);

// Notes all values of a file that is written for the first time.
void record_all(const value::Value& root, ImportRecord& record);

}  // namespace paperboy::importers
