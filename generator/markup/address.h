#pragma once

#include <string>
#include <string_view>

namespace paperboy::markup {

// Whether an address may stand in a link: http, https, mailto, or relative without a scheme; never
// `//host`, never control characters.
bool is_safe_address(std::string_view address);
// A safe address that names its own host, or a mail address: the only kind that means something in a text
// which was written for another place, such as an abstract.
bool is_absolute_address(std::string_view address);

}  // namespace paperboy::markup
