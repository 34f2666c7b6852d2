#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "model/archive.h"
#include "pipeline/layouts.h"
#include "pipeline/part_changes.h"
#include "pipeline/parts.h"
#include "pipeline/site_record.h"

namespace paperboy::pipeline {

// Editions that are new or state other facts than in the build before.
struct FactChanges {
  std::string why;             // "content/daily/2026-05-07.yaml is new"
  std::vector<bool> editions;  // by index in Archive::editions
};

// What is new since the build before, where not everything has to be made again.
struct SiteChanges {
  PartChanges parts;                         // texts that differ, and all of editions with other facts
  std::map<Parts::Number, std::string> why;  // of parts that changed: "content/daily/2026-05-06.yaml changed"
  std::map<std::string, std::string> layouts;  // the same of templates, by name: "parts/entry.html"
  PartDigests digests;                         // of the archive as it is now
  std::optional<FactChanges> facts;            // none: only texts and layouts changed
};

// Why everything has to be made again: "content/site.yaml changed".
struct EverythingChanged {
  std::string why;
};

// For each of before.kinds: why pages of this kind have to be rendered again; empty when their layouts are
// the same.
std::vector<std::string> layout_reasons(const SiteRecord& before, const SiteChanges& changes,
                                        const Layouts& layouts);
// Why a file has to be made again; empty when nothing that it shows changed. `parts` are those of `changes`,
// or more that changed.
std::string reason_to_make(const FileRecord& file, const SiteChanges& changes, const PartChanges& parts,
                           const std::vector<std::string>& layout_reasons);

// `changes` are the inputs that differ from those of `before`.
std::variant<SiteChanges, EverythingChanged> find_changes(const SiteRecord& before,
                                                          const std::vector<InputChange>& changes,
                                                          const model::Archive& archive, const Parts& parts,
                                                          const Layouts& layouts, std::size_t threads);

}  // namespace paperboy::pipeline
