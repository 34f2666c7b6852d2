#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "pipeline/build_site.h"
#include "pipeline/inputs.h"
#include "pipeline/parts.h"

namespace paperboy::pipeline {

// A file of a site, as a build left it.
struct FileRecord {
  std::string path;
  std::size_t bytes = 0;
  std::uint64_t state = 0;           // what the system knew of it (base::OutputFolder::states)
  std::uint32_t reason = 0;          // why it was written when it was: a place in SiteRecord::reasons
  std::uint32_t kind = 0;            // of a page, what it is made by: a place in SiteRecord::kinds
  std::vector<Parts::Number> parts;  // whose texts it shows, ascending
  std::vector<std::uint64_t> ids;    // of a page: hashes of its elements' ids, ascending
};

// A value of base::Memo.
struct ValueRecord {
  std::string digest;                // of its bytes, by which they are kept
  std::vector<Parts::Number> parts;  // whose texts it was made from, ascending
};

// What a build leaves to the next: everything it depended on, and what it made of it.
struct SiteRecord {
  Inputs inputs;
  BuildReport report;
  std::string diagnostics;  // packed
  std::vector<std::string> folders;
  std::vector<std::uint64_t> folder_states;
  std::vector<FileRecord> files;
  // The rest is what an update needs; without it the site can only be made anew.
  bool is_updatable = false;
  std::string text_diagnostics;  // packed: those found in converting texts, which are among `diagnostics`
  PartDigests digests;
  std::map<std::string, ValueRecord> values;  // by name
  std::vector<std::string> reasons;
  std::vector<std::string> kinds;  // "edition"; the first is empty, for what is no page
};

std::string pack_record(const SiteRecord& record);
// None when the bytes are damaged.
std::optional<SiteRecord> unpack_record(std::string_view bytes);

}  // namespace paperboy::pipeline
