#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace paperboy::search {

// Appends a number in digits of 5 bits, the lowest first: one character for each, from 64 that stand in JSON
// as they are; the upper 32 say that more follow.
void append_number(std::string& out, std::uint32_t number);
// Ascending numbers, each as its distance from the one before.
std::string ascending_numbers(const std::vector<std::uint32_t>& numbers);

// Reads what append_number() wrote, one number after another.
class NumberReader {
 public:
  explicit NumberReader(std::string_view text) : text_(text) {}

  bool is_done() const { return at_ == text_.size(); }
  std::size_t at() const { return at_; }  // where the next number begins
  std::uint32_t next();                   // only while not done

 private:
  std::string_view text_;
  std::size_t at_ = 0;
};

}  // namespace paperboy::search
