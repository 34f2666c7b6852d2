#pragma once

#include <string>

#include "model/archive.h"

namespace paperboy::tests {

// A linked archive as text for people to compare: everything that was given, nothing that was not.
std::string dump(const model::Archive& archive);

}  // namespace paperboy::tests
