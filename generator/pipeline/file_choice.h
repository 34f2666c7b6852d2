#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/reads.h"
#include "base/text_table.h"
#include "pipeline/layouts.h"
#include "pipeline/site_changes.h"
#include "pipeline/site_record.h"

namespace paperboy::pipeline {

// Which files of the build before show what changed, and so have to be made again.
class FileChoice {
 public:
  // `parts` are those of `changes`, or more that changed. All but the layouts outlive this.
  FileChoice(const SiteRecord& before, const SiteChanges& changes, const PartChanges& parts,
             const Parts& numbers, const Layouts& layouts);

  const SiteRecord& before() const { return before_; }
  // The file's number among those of the build before; none when it had no such file.
  std::optional<std::size_t> place_of(std::string_view path) const;
  bool is_wanted(std::size_t place) const { return wanted_[place].has_value(); }
  // Whether facts changed, which may show in any file that does not say what it shows.
  bool has_other_facts() const { return changes_.facts.has_value(); }
  bool is_touched(const base::ShowsChanged& shows_changed) const;
  const PartChanges& parts() const { return parts_; }
  // The addresses of pages that are wanted.
  std::vector<std::string> wanted_pages() const;
  // Whether any of them is made by this: "redirect".
  bool wants_kind(std::string_view kind) const;
  // Why the file is made again: a place in reasons().
  std::uint32_t reason(std::size_t place) const { return wanted_[place].value_or(usual_reason_); }
  // Of files that are made whatever they show, and of new ones.
  std::uint32_t usual_reason() const { return usual_reason_; }
  // Those of the build before, and then those of this one.
  const std::vector<std::string>& reasons() const { return reasons_; }

 private:
  std::uint32_t number_of(const std::string& reason);

  const SiteRecord& before_;
  const SiteChanges& changes_;
  const PartChanges& parts_;
  const Parts& numbers_;
  base::TextTable places_;  // of before_.files, by path
  std::vector<std::string> reasons_;
  std::uint32_t usual_reason_ = 0;                    // of files that are made whatever they show
  std::vector<std::optional<std::uint32_t>> wanted_;  // by place: the reason to make a file again
};

}  // namespace paperboy::pipeline
