#pragma once

#include <cstddef>
#include <functional>

namespace paperboy::base {

// Calls work(0) … work(count - 1), each once, on `threads` threads (1 = on the caller's). Returns
// when all are done; the first exception thrown by a call is rethrown here.
void parallel_for(std::size_t count, std::size_t threads, const std::function<void(std::size_t)>& work);
// The number of processors this process may use, at least 1.
std::size_t available_threads();

}  // namespace paperboy::base
