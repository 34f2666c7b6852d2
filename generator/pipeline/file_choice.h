#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/text_table.h"
#include "pipeline/layouts.h"
#include "pipeline/site_record.h"
#include "pipeline/text_changes.h"

namespace paperboy::pipeline {

// Which files of the build before show what changed, and so have to be made again.
class FileChoice {
 public:
  // `before` outlives this.
  FileChoice(const SiteRecord& before, const TextChanges& changes, const Layouts& layouts);

  const SiteRecord& before() const { return before_; }
  // The file's number among those of the build before; none when it had no such file.
  std::optional<std::size_t> place_of(std::string_view path) const;
  bool is_wanted(std::size_t place) const { return wanted_[place].has_value(); }
  // Why the file is made again: a place in reasons().
  std::uint32_t reason(std::size_t place) const { return wanted_[place].value_or(usual_reason_); }
  // Those of the build before, and then those of this one.
  const std::vector<std::string>& reasons() const { return reasons_; }

 private:
  std::uint32_t number_of(const std::string& reason);

  const SiteRecord& before_;
  base::TextTable places_;  // of before_.files, by path
  std::vector<std::string> reasons_;
  std::uint32_t usual_reason_ = 0;                    // of files that are made whatever they show
  std::vector<std::optional<std::uint32_t>> wanted_;  // by place: the reason to make a file again
};

}  // namespace paperboy::pipeline
