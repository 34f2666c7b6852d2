#pragma once

#include <string>
#include <string_view>

namespace paperboy::templates {

// Tags that end or divide the body of another one: endif, else, …
bool is_closing(std::string_view tag);
// What to write instead of a tag that other dialects have; empty for others.
std::string foreign_tag_hint(std::string_view tag);

}  // namespace paperboy::templates
