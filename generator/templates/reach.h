#pragma once

#include <cstdint>
#include <vector>

#include "templates/compiler.h"

namespace paperboy::templates {

// By template: whether one of `from` leads there by extends, include or import; `from` themselves too. An
// include by expression may lead to every template.
std::vector<bool> reach(const std::vector<CompiledTemplate>& templates, std::vector<std::uint32_t> from);

}  // namespace paperboy::templates
