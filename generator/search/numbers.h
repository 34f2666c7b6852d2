#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace paperboy::search {

// Appends a number in digits of 5 bits, the lowest first: one character for each, from 64 that stand in JSON
// as they are; the upper 32 say that more follow.
void append_number(std::string& out, std::uint32_t number);
// Ascending numbers, each as its distance from the one before.
std::string ascending_numbers(const std::vector<std::uint32_t>& numbers);

}  // namespace paperboy::search
