#pragma once

#include <string>
#include <string_view>

#include "value/value.h"

namespace paperboy::model {

// Hints on how to write what was found to be of the wrong kind; empty when there is nothing to add.
// Of a key: `wanted` is what it must be, in the words of the message ("a list of texts"), `found` stands
// there.
std::string form_of(std::string_view key, std::string_view wanted, const value::Value& found);
// Of a mapping that is called `what` in messages ("an entry") where `found` stands instead.
std::string form_of_mapping(std::string_view what, const value::Value& found);

}  // namespace paperboy::model
