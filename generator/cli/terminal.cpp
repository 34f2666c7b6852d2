#include "cli/terminal.h"

#include <unistd.h>

#include <cstdio>
#include <cstdlib>

namespace paperboy::cli {

namespace {

bool is_set(const char* name) {
  const char* value = std::getenv(name);
  return value != nullptr && *value != '\0';
}

bool equals(const char* name, std::string_view wanted) {
  const char* value = std::getenv(name);
  return value != nullptr && value == wanted;
}

// https://bixense.com/clicolors/ and https://no-color.org/
base::Color choose_color(bool is_terminal) {
  if (is_set("NO_COLOR") || equals("CLICOLOR", "0")) {
    return base::Color::Off;
  }
  if (is_set("CLICOLOR_FORCE") && !equals("CLICOLOR_FORCE", "0")) {
    return base::Color::On;
  }
  return is_terminal && !equals("TERM", "dumb") ? base::Color::On : base::Color::Off;
}

void write(std::FILE* stream, std::string_view text) {
  std::fwrite(text.data(), 1, text.size(), stream);
  std::fflush(stream);
}

}  // namespace

Terminal::Terminal(Verbosity verbosity) : quiet_(verbosity == Verbosity::Quiet) {
  bool is_terminal = isatty(STDERR_FILENO) == 1;
  shows_progress_ = is_terminal && !quiet_ && !equals("TERM", "dumb");
  color_ = choose_color(is_terminal);
}

void Terminal::progress(std::string_view text) {
  if (shows_progress_) {
    write(stderr, "\r\033[K" + std::string(text));
    progress_shown_ = true;
  }
}

void Terminal::clear_progress() {
  if (progress_shown_) {
    write(stderr, "\r\033[K");
    progress_shown_ = false;
  }
}

void Terminal::print(std::string_view text) const {
  if (!quiet_) {
    write(stdout, text);
  }
}

void Terminal::print_always(std::string_view text) const {
  write(stdout, text);
}

void Terminal::report(std::string_view text) const {
  write(stderr, text);
}

}  // namespace paperboy::cli
