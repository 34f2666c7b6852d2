#pragma once

#include <string>
#include <string_view>

namespace paperboy::model {

// What titles are compared by: letters and digits without case and accents; white space, punctuation and
// Markdown marks do not count.
std::string title_key(std::string_view title);
// Whether `title` begins with what `beginning` says, by the same rules; an empty beginning fits nothing.
bool title_begins_with(std::string_view title, std::string_view beginning);

}  // namespace paperboy::model
