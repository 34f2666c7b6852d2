#include "pipeline/recorded_addresses.h"

#include <cstddef>
#include <optional>

#include "base/text.h"

namespace paperboy::pipeline {

bool RecordedAddresses::contains(std::string_view address) const {
  // "topics/" would give a path, too.
  const std::optional<std::size_t> place =
      base::starts_with(address, "/") ? choice_.place_of(pages::output_path(address)) : std::nullopt;
  return place && choice_.before().files[*place].is_page();
}

std::vector<std::string> RecordedAddresses::all() const {
  return page_addresses(choice_.before().files);
}

}  // namespace paperboy::pipeline
