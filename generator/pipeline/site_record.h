#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/lists.h"
#include "base/packed.h"
#include "pipeline/archive_facts.h"
#include "pipeline/build_site.h"
#include "pipeline/file_records.h"
#include "pipeline/inputs.h"
#include "pipeline/parts.h"

namespace paperboy::pipeline {

// A value of base::Memo.
struct ValueRecord {
  std::string digest;                // of its bytes, by which they are kept
  std::vector<Parts::Number> parts;  // whose texts it was made from, ascending
  bool is_of_parts = false;          // and nothing else (base::Memo::MadeOf)
  std::string list;                  // as base::Memo::value() was told
};

// What a build leaves to the next: everything it depended on, and what it made of it.
struct SiteRecord {
  Inputs inputs;
  BuildReport report;
  std::string diagnostics;  // packed
  base::TextList folders;   // sorted
  std::vector<std::uint64_t> folder_states;
  FileRecords files;
  // The rest is what an update needs; without it the site can only be made anew.
  bool is_updatable = false;
  std::string text_diagnostics;  // packed: those found in converting texts, which are among `diagnostics`
  PartDigests digests;
  ArchiveFacts facts;
  std::map<std::string, ValueRecord> values;  // by name
  std::vector<std::string> reasons;
  std::vector<std::string> kinds;  // "edition"; the first is empty, for what is no page
};

// Points into the record.
base::PackedPieces pack_record(const SiteRecord& record);
// None when the bytes are damaged.
std::optional<SiteRecord> unpack_record(std::string_view bytes);

}  // namespace paperboy::pipeline
