#include "base/reads.h"

#include <algorithm>
#include <utility>

namespace paperboy::base {

namespace {

thread_local Reads* innermost = nullptr;

}  // namespace

Reads::Reads() : outer_(innermost) {
  innermost = this;
}

Reads::~Reads() {
  innermost = outer_;
  if (outer_ != nullptr) {
    outer_->parts_.insert(outer_->parts_.end(), parts_.begin(), parts_.end());
  }
}

void Reads::note(const void* part) {
  if (innermost != nullptr && (innermost->parts_.empty() || innermost->parts_.back() != part)) {
    innermost->parts_.push_back(part);
  }
}

std::vector<const void*> Reads::parts() const {
  std::vector<const void*> once = parts_;
  std::sort(once.begin(), once.end());
  once.erase(std::unique(once.begin(), once.end()), once.end());
  return once;
}

UnnotedReads::UnnotedReads() : outer_(std::exchange(innermost, nullptr)) {}

UnnotedReads::~UnnotedReads() {
  innermost = outer_;
}

}  // namespace paperboy::base
