#include "base/trace.h"

#include <atomic>
#include <cstdint>
#include <utility>

#include "base/json_writer.h"

namespace paperboy::base {

namespace {

std::size_t thread_number() {
  static std::atomic<std::size_t> count{0};
  thread_local const std::size_t number = ++count;
  return number;
}

}  // namespace

Trace::Span::Span(Trace* trace, std::string_view name) : trace_(trace) {
  if (trace_ != nullptr) {
    name_ = name;
    begin_ = Clock::now();
  }
}

Trace::Span::~Span() {
  if (trace_ != nullptr) {
    Event event{std::move(name_), begin_, Clock::now(), thread_number()};
    const std::lock_guard lock(trace_->mutex_);
    trace_->events_.push_back(std::move(event));
  }
}

std::string Trace::json() const {
  const auto microseconds = [](Clock::duration duration) {
    return std::int64_t{std::chrono::duration_cast<std::chrono::microseconds>(duration).count()};
  };
  JsonWriter json;
  json.begin_object().key("traceEvents").begin_array();
  const std::lock_guard lock(mutex_);
  for (const Event& event : events_) {
    json.begin_object().member("name", event.name).member("ph", "X").member("pid", std::int64_t{1});
    json.member("tid", static_cast<std::int64_t>(event.thread));
    json.member("ts", microseconds(event.begin - start_));
    json.member("dur", microseconds(event.end - event.begin)).end_object();
  }
  return json.end_array().end_object().str() + "\n";
}

}  // namespace paperboy::base
