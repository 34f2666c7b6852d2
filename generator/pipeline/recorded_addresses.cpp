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
  std::vector<std::string> addresses;
  for (const FileRecord& file : choice_.before().files) {
    if (file.is_page()) {
      addresses.push_back(pages::page_address(file.path));
    }
  }
  return addresses;
}

}  // namespace paperboy::pipeline
