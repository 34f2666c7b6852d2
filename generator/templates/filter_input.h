#pragma once

#include <string>
#include <string_view>

#include "templates/filters.h"
#include "templates/reading.h"

namespace paperboy::templates {

// What filters demand of their input; each throws CallError for another kind of value.

// Text, or a number or truth value as text. Html is refused: a cut through markup would break the page.
std::string input_text(const BuiltinCall& call);
// Lists as they are, the keys of mappings, the characters of texts.
std::vector<Ref> input_items(const BuiltinCall& call);

}  // namespace paperboy::templates
