// measure FILE COMMAND…: runs a command and writes to FILE, in one line: seconds on the clock, seconds of the
// processors for the program and for the kernel, and peak memory in bytes. Exits as the command does.
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <fstream>
#include <iomanip>
#include <iostream>

namespace {

double seconds(const timeval& time) {
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

}  // namespace

int main(int argument_count, char** arguments) {
  constexpr int kWrongUsage = 2;
  constexpr int kCannotRun = 127;
  if (argument_count < 3) {
    std::cerr << "usage: measure FILE COMMAND…\n";
    return kWrongUsage;
  }
  const auto start = std::chrono::steady_clock::now();
  const pid_t child = fork();
  if (child == 0) {
    execvp(arguments[2], arguments + 2);
    std::cerr << "measure: " << arguments[2] << " cannot be run\n";
    _exit(kCannotRun);
  }
  int status = 0;
  rusage usage{};
  if (child < 0 || wait4(child, &status, 0, &usage) != child) {
    std::cerr << "measure: " << arguments[2] << " cannot be run\n";
    return kCannotRun;
  }
  const std::chrono::duration<double> wall = std::chrono::steady_clock::now() - start;
  std::ofstream file(arguments[1]);
  constexpr long kKibibyte = 1024;
  file << std::fixed << std::setprecision(3) << wall.count() << ' ' << seconds(usage.ru_utime) << ' '
       << seconds(usage.ru_stime) << ' ' << usage.ru_maxrss * kKibibyte << '\n';
  file.close();
  if (!file) {
    std::cerr << "measure: " << arguments[1] << " cannot be written\n";
    return kCannotRun;
  }
  return WIFEXITED(status) ? WEXITSTATUS(status) : kCannotRun;
}
