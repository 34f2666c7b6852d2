#include "pipeline/recorded_addresses.h"

#include <cstddef>
#include <optional>

namespace paperboy::pipeline {

bool RecordedAddresses::contains(std::string_view address) const {
  const std::string path = pages::output_path(address);
  const std::optional<std::size_t> place = choice_.place_of(path);
  // "topics/" and "/topics/index.html" lead to the file, and are no addresses.
  return place && choice_.before().files[*place].is_page() && pages::page_address(path) == address;
}

std::vector<std::string> RecordedAddresses::all() const {
  return page_addresses(choice_.before().files);
}

}  // namespace paperboy::pipeline
