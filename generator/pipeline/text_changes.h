#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <variant>
#include <vector>

#include "model/archive.h"
#include "pipeline/layouts.h"
#include "pipeline/parts.h"
#include "pipeline/site_record.h"

namespace paperboy::pipeline {

// What is new since the build before where the archive states the same facts: texts that are only shown, and
// layouts.
struct TextChanges {
  std::vector<bool> parts;                   // by number: whether its texts changed
  std::map<Parts::Number, std::string> why;  // of those that changed: "content/daily/2026-05-06.yaml changed"
  std::map<std::string, std::string> layouts;  // the same of templates, by name: "parts/entry.html"
  PartDigests digests;                         // of the archive as it is now
};

// Why everything has to be made again: "content/site.yaml changed".
struct EverythingChanged {
  std::string why;
};

// For each of before.kinds: why pages of this kind have to be rendered again; empty when their layouts are
// the same.
std::vector<std::string> layout_reasons(const SiteRecord& before, const TextChanges& changes,
                                        const Layouts& layouts);
// Why a file has to be made again; empty when nothing that it shows changed.
std::string reason_to_make(const FileRecord& file, const TextChanges& changes,
                           const std::vector<std::string>& layout_reasons);

// `changes` are the inputs that differ from those of `before`.
std::variant<TextChanges, EverythingChanged> find_text_changes(const SiteRecord& before,
                                                               const std::vector<InputChange>& changes,
                                                               const model::Archive& archive,
                                                               const Parts& parts, const Layouts& layouts,
                                                               std::size_t threads);

}  // namespace paperboy::pipeline
