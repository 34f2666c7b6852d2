#pragma once

#include <cstddef>
#include <memory>
#include <mutex>
#include <vector>

namespace paperboy::base {

// Things that are made one by one when they are first wanted. Safe from several threads: who wants a thing
// that is being made waits for it.
template <typename Thing>
class LazyList {
 public:
  explicit LazyList(std::size_t size) : things_(size), made_(std::make_unique<std::once_flag[]>(size)) {}

  template <typename Make>
  const Thing& get(std::size_t index, Make make) {
    std::call_once(made_[index], [&] { things_[index] = make(); });
    return things_[index];
  }
  // Once all were asked for.
  const std::vector<Thing>& all() const { return things_; }
  std::size_t size() const { return things_.size(); }
  std::size_t index_of(const Thing& thing) const { return static_cast<std::size_t>(&thing - things_.data()); }

 private:
  std::vector<Thing> things_;
  std::unique_ptr<std::once_flag[]> made_;
};

}  // namespace paperboy::base
