#include "pipeline/part_changes.h"

namespace paperboy::pipeline {

PartChanges::PartChanges(std::size_t count) : changed_(count) {
  for (std::size_t number = 0; number < count; ++number) {
    now_of_.emplace_back(static_cast<Parts::Number>(number));
  }
  before_of_ = now_of_;
}

PartChanges::PartChanges(std::vector<std::optional<Parts::Number>> now_of, std::size_t count)
    : now_of_(std::move(now_of)), before_of_(count), changed_(count) {
  are_same_ = now_of_.size() == count;
  for (std::size_t before = 0; before < now_of_.size(); ++before) {
    if (now_of_[before]) {
      before_of_[*now_of_[before]] = static_cast<Parts::Number>(before);
    }
    are_same_ = are_same_ && now_of_[before] == before;
  }
  for (std::size_t now = 0; now < count; ++now) {
    changed_[now] = !before_of_[now];
  }
}

}  // namespace paperboy::pipeline
