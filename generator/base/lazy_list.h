#pragma once

#include <cstddef>
#include <memory>
#include <mutex>
#include <optional>
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
  // Gives up what was made, to be made again when it is wanted. Nothing may point to it any more, and no
  // other thread may ask for anything meanwhile.
  void forget() {
    things_ = decltype(things_)();
    made_.reset();
    opened_.emplace();
  }

 private:
  void open() {
    std::call_once(*opened_, [this] {
      made_ = std::make_unique<std::once_flag[]>(size_);
      things_.resize(size_);
    });
  }

  std::size_t size_;
  std::optional<std::once_flag> opened_{std::in_place};
  std::vector<std::unique_ptr<const Thing>> things_;
  std::unique_ptr<std::once_flag[]> made_;
};

}  // namespace paperboy::base
