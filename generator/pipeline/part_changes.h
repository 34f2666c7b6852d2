#pragma once

#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

#include "pipeline/parts.h"

namespace paperboy::pipeline {

// The parts of the archive against those of the build before: where they are now, and which say something
// else. What is new has changed, too.
class PartChanges {
 public:
  PartChanges() = default;
  // All `count` parts are there, with the numbers they had.
  explicit PartChanges(std::size_t count);
  // `now_of`: the number that each part of the build before has now, ascending; none for those that are gone.
  PartChanges(std::vector<std::optional<Parts::Number>> now_of, std::size_t count);

  // Whether all parts of the build before are there, with the numbers they had.
  bool are_same() const { return are_same_; }
  std::optional<Parts::Number> now_of(Parts::Number before) const { return now_of_[before]; }
  std::optional<Parts::Number> before_of(Parts::Number now) const { return before_of_[now]; }

  void mark(Parts::Number now) { changed_[now] = true; }
  bool is_changed(Parts::Number now) const { return changed_[now]; }
  // Whether a part of the build before says something else now, or nothing any more.
  bool was_changed(Parts::Number before) const { return !now_of_[before] || changed_[*now_of_[before]]; }

 private:
  std::vector<std::optional<Parts::Number>> now_of_;
  std::vector<std::optional<Parts::Number>> before_of_;
  std::vector<bool> changed_;
  bool are_same_ = true;
};

}  // namespace paperboy::pipeline
