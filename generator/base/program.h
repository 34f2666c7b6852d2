#pragma once

#include <string>

namespace paperboy::base {

// Tells this program from any other: its own bytes, and the shared libraries it was loaded with by their
// places, sizes and times. Empty where the system does not tell.
std::string program_digest();

}  // namespace paperboy::base
