#include "base/parallel.h"

#include <sched.h>

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <system_error>
#include <thread>
#include <vector>

namespace paperboy::base {

namespace {

// Hands out indexes to any number of threads and keeps the failure with the lowest index, so what is
// reported does not depend on timing.
class Work {
 public:
  Work(std::size_t count, const std::function<void(std::size_t)>& work) : count_(count), work_(work) {}

  void run() {
    for (std::size_t index = next_++; index < count_; index = next_++) {
      try {
        work_(index);
      } catch (...) {
        keep(index, std::current_exception());
      }
    }
  }

  void rethrow() const {
    if (failure_) {
      std::rethrow_exception(failure_);
    }
  }

 private:
  void keep(std::size_t index, std::exception_ptr failure) {
    const std::scoped_lock lock(mutex_);
    if (!failure_ || index < failed_index_) {
      failed_index_ = index;
      failure_ = std::move(failure);
    }
  }

  const std::size_t count_;
  const std::function<void(std::size_t)>& work_;
  std::atomic<std::size_t> next_{0};
  std::mutex mutex_;
  std::size_t failed_index_ = 0;
  std::exception_ptr failure_;
};

}  // namespace

void parallel_for(std::size_t count, std::size_t threads, const std::function<void(std::size_t)>& work) {
  Work shared(count, work);
  std::vector<std::jthread> others;
  try {
    for (std::size_t i = 1; i < std::min(count, threads); ++i) {
      others.emplace_back([&shared] { shared.run(); });
    }
  } catch (const std::system_error&) {
    // The system grants no more threads: those which run already do all the work.
  }
  shared.run();
  others.clear();
  shared.rethrow();
}

std::size_t available_threads() {
  cpu_set_t processors;
  CPU_ZERO(&processors);
  if (sched_getaffinity(0, sizeof(processors), &processors) == 0) {
    return static_cast<std::size_t>(std::max(1, CPU_COUNT(&processors)));
  }
  return std::max(1U, std::thread::hardware_concurrency());
}

}  // namespace paperboy::base
