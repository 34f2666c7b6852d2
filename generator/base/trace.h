#pragma once

#include <chrono>
#include <cstddef>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace paperboy::base {

// What threads were busy with, and when. Safe from several threads.
class Trace {
 public:
  Trace() : start_(Clock::now()) {}

  // One piece of work on the calling thread, from now to the end of the span. Nothing without a trace.
  class Span {
   public:
    Span(Trace* trace, std::string_view name);
    ~Span();
    Span(const Span&) = delete;
    Span& operator=(const Span&) = delete;

   private:
    Trace* trace_;
    std::string name_;
    std::chrono::steady_clock::time_point begin_;
  };

  // Complete events in the Trace Event Format, as chrome://tracing and https://ui.perfetto.dev read it
  // (https://docs.google.com/document/d/1CvAClvFfyA5R-PhYUmn5OOQtYMH4h6I0nSsKchNAySU).
  std::string json() const;

 private:
  using Clock = std::chrono::steady_clock;
  struct Event {
    std::string name;
    Clock::time_point begin, end;
    std::size_t thread = 0;  // numbered as they first appear in the program
  };

  Clock::time_point start_;
  mutable std::mutex mutex_;
  std::vector<Event> events_;
};

}  // namespace paperboy::base
