#pragma once

#include <algorithm>
#include <cstddef>
#include <memory_resource>
#include <mutex>
#include <span>
#include <string_view>
#include <type_traits>

namespace paperboy::base {

// Room for many small things that live as long as this. They stand side by side, apart from larger things
// that come and go meanwhile, whose room can then be given back. Safe from several threads.
class Arena {
 public:
  std::string_view keep(std::string_view text) {
    const std::span<const char> kept = keep(std::span<const char>(text));
    return {kept.data(), kept.size()};
  }
  template <typename Item>
  std::span<const Item> keep(std::span<const Item> items) {
    static_assert(std::is_trivially_copyable_v<Item>);
    const std::lock_guard lock(mutex_);
    // Even nothing is somewhere.
    auto* room =
        static_cast<Item*>(memory_.allocate(std::max<std::size_t>(1, items.size_bytes()), alignof(Item)));
    std::copy(items.begin(), items.end(), room);
    return {room, items.size()};
  }

 private:
  std::mutex mutex_;
  std::pmr::monotonic_buffer_resource memory_;
};

}  // namespace paperboy::base
