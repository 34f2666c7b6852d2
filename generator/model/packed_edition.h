#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/source.h"
#include "model/edition.h"

namespace paperboy::model {

// An edition as bytes, for what one build leaves to the next. Its places must be in `sources`, which are told
// apart by their numbers.
std::string pack_edition(const Edition& edition, const std::vector<const base::Source*>& sources);
// None when the bytes are not what pack_edition() wrote for sources like these.
std::optional<Edition> unpack_edition(std::string_view bytes,
                                      const std::vector<const base::Source*>& sources);

// What an edition says, for comparing it with that of another build. Where it says something in its files
// makes no difference.
struct EditionDigests {
  std::uint64_t facts = 0;             // all that other parts of the site may follow from
  std::uint64_t texts = 0;             // of the edition itself: texts that are only shown
  std::vector<std::uint64_t> entries;  // the same of each entry
};
EditionDigests digest_edition(const Edition& edition);

}  // namespace paperboy::model
