#pragma once

#include <cstddef>
#include <future>
#include <utility>

namespace paperboy::base {

// Begins `work` beside what the caller does until it asks for the result; with one thread it is done when it
// is asked for.
template <typename Work>
auto beside(std::size_t threads, Work work) {
  return std::async(threads > 1 ? std::launch::async : std::launch::deferred, std::move(work));
}

}  // namespace paperboy::base
