#pragma once

#include <cstddef>
#include <string_view>

#include "model/archive.h"

namespace paperboy::outputs {

// Of the HTML of one item. Readers give up on items that are larger; then abstracts are left to the page.
inline constexpr std::size_t kLargestItem = 120'000;

// About how many bytes the HTML of an edition's item has: its texts as they are written, and what stands
// around them. To know it better, every item of the archive would have to be made once more.
std::size_t item_size(const model::Archive& archive, const model::Edition& edition,
                      std::string_view language);

}  // namespace paperboy::outputs
