#include <csignal>
#include <cstdio>
#include <exception>

#include "base/allocator.h"
#include "cli/command.h"

int main(int argument_count, char** arguments) {
  // A closed pipe and a file grown too large are errors to report, not reasons to die.
  std::signal(SIGPIPE, SIG_IGN);
  std::signal(SIGXFSZ, SIG_IGN);
  paperboy::base::return_memory_of_threads();
  try {
    return paperboy::cli::run(argument_count, arguments);
  } catch (const std::exception& fault) {
    std::fprintf(stderr, "paperboy: internal fault: %s\n  please report this with the command you ran\n",
                 fault.what());
    return paperboy::cli::kInternalFault;
  }
}
