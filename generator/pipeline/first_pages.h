#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/arena.h"
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
  base::TextTable pages_;
  base::Arena targets_;
};

}  // namespace paperboy::pipeline
