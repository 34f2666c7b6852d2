#pragma once

#include <cstddef>

#include "templates/ref.h"

namespace paperboy::templates {

// What a render may still use. Throws CallError with the code "render-limit" when it is spent.
class Budget {
 public:
  Budget(std::size_t steps, std::size_t bytes) : steps_(steps), bytes_(bytes) {}

  void step() {
    if (steps_-- == 0)
      fail_steps();
  }
  // For work that grows with its input.
  void steps(std::size_t count) {
    if (count > steps_)
      fail_steps();
    steps_ -= count;
  }
  // Before a text of this size is made: bounds each text, and by steps the memory of all together.
  void text(std::size_t size) {
    if (size > bytes_)
      fail_bytes();
    steps(size / 16);
  }
  void list(std::size_t size) { steps(size * 4); }
  std::size_t bytes() const { return bytes_; }

  [[noreturn]] void fail_bytes() const {
    throw CallError{"the text grows beyond " + std::to_string(bytes_) + " bytes", "", "render-limit"};
  }

 private:
  [[noreturn]] void fail_steps() {
    steps_ = 0;
    throw CallError{"the template does not come to an end", "a loop or a recursion is too long",
                    "render-limit"};
  }

  std::size_t steps_;
  std::size_t bytes_;
};

}  // namespace paperboy::templates
