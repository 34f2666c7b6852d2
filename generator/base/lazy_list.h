#pragma once

#include <cstddef>
#include <memory>
#include <mutex>
#include <vector>

namespace paperboy::base {

// Things that are made one by one when they are first wanted; before that they take no room. Safe from
// several threads: who wants a thing that is being made waits for it.
template <typename Thing>
class LazyList {
 public:
  explicit LazyList(std::size_t size) : size_(size) {}

  template <typename Make>
  const Thing& get(std::size_t index, Make make) {
    open();
    std::call_once(made_[index], [&] { things_[index] = std::make_unique<const Thing>(make()); });
    return *things_[index];
  }
  std::size_t size() const { return size_; }

 private:
  void open() {
    std::call_once(opened_, [this] {
      made_ = std::make_unique<std::once_flag[]>(size_);
      things_.resize(size_);
    });
  }

  std::size_t size_;
  std::once_flag opened_;
  std::vector<std::unique_ptr<const Thing>> things_;
  std::unique_ptr<std::once_flag[]> made_;
};

}  // namespace paperboy::base
