#pragma once

#include <cstddef>
#include <cstdint>
#include <memory_resource>
#include <string_view>

#include "base/text_table.h"

namespace paperboy::pipeline {

// Targets of links, each with the first page that asks for it.
class FirstPages {
 public:
  // `hash` is base::short_digest(target).
  void note(std::string_view target, std::uint64_t hash, std::size_t page);

  // Calls see(target, page) for each, in no order.
  template <typename See>
  void each(See see) const {
    pages_.each([&](std::string_view target, std::uint32_t page) { see(target, std::size_t{page}); });
  }

 private:
  std::string_view kept(std::string_view target);

  base::TextTable pages_;
  std::pmr::monotonic_buffer_resource texts_;
};

}  // namespace paperboy::pipeline
