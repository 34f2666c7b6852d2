#pragma once

#include <cstddef>
#include <memory>
#include <mutex>
#include <string_view>
#include <vector>

#include "base/arena.h"

namespace paperboy::base {

// Texts that are made one by one when they are first wanted, as the things of a LazyList; being small, they
// stand side by side. Safe from several threads.
class LazyTexts {
 public:
  explicit LazyTexts(std::size_t size) : size_(size) {}

  template <typename Make>
  std::string_view get(std::size_t index, Make make) {
    std::call_once(opened_, [this] {
      made_ = std::make_unique<std::once_flag[]>(size_);
      texts_.resize(size_);
    });
    std::call_once(made_[index], [&] { texts_[index] = kept_.keep(make()); });
    return texts_[index];
  }

 private:
  std::size_t size_;
  std::once_flag opened_;
  std::vector<std::string_view> texts_;
  std::unique_ptr<std::once_flag[]> made_;
  Arena kept_;
};

}  // namespace paperboy::base
