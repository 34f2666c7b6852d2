#pragma once

#include <cstddef>
#include <deque>

namespace paperboy::templates {

// A stack of objects that stay where they are, and whose room serves those that come after them: T has
// clear().
template <typename T>
class Pool {
 public:
  T& add() {
    if (used_ == objects_.size())
      objects_.emplace_back();
    return objects_[used_++];
  }
  T& back() { return objects_[used_ - 1]; }
  bool empty() const { return used_ == 0; }
  void pop() { objects_[--used_].clear(); }
  void clear() {
    while (!empty()) pop();
  }

 private:
  std::deque<T> objects_;
  std::size_t used_ = 0;
};

}  // namespace paperboy::templates
