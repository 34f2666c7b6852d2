#pragma once

#include <string>
#include <string_view>

namespace paperboy::markup {

// Whether an address may stand in a link: http, https, mailto, or relative without a scheme; never
// `//host`, never control characters.
bool is_safe_address(std::string_view address);

}  // namespace paperboy::markup
