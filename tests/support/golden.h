#pragma once

#include <functional>
#include <string_view>

#include "support/txtar.h"

namespace paperboy::tests {

// Runs every tests/golden/<folder>/*.txtar. `run` gets the parsed file and returns it with its `expect…`
// parts set to what really came out; a difference fails that file. With PAPERBOY_ACCEPT=1 in the
// environment the file is rewritten instead, to be reviewed in the diff.
void run_goldens(std::string_view folder, const std::function<Txtar(Txtar)>& run);

}  // namespace paperboy::tests
