#pragma once

#include <string>
#include <string_view>

#include "base/diagnostic_format.h"

namespace paperboy::cli {

// The terminal as the user set it up. Results go to standard output; progress and diagnostics to standard
// error.
class Terminal {
 public:
  enum class Verbosity { Normal, Quiet };
  explicit Terminal(Verbosity verbosity);

  // NO_COLOR, CLICOLOR and CLICOLOR_FORCE decide, then whether standard error is a terminal.
  base::Color color() const { return color_; }
  // One line that the next one replaces: only on a terminal, and not when quiet.
  void progress(std::string_view text);
  void clear_progress();
  void print(std::string_view text) const;         // standard output; nothing when quiet
  void print_always(std::string_view text) const;  // standard output
  void report(std::string_view text) const;        // standard error

 private:
  bool quiet_;
  bool shows_progress_;
  bool progress_shown_ = false;
  base::Color color_;
};

}  // namespace paperboy::cli
