#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pages/address.h"
#include "pipeline/file_choice.h"

namespace paperboy::pipeline {

// Those of the pages that the build before made.
class RecordedAddresses final : public pages::AddressSet {
 public:
  // `choice` outlives this.
  explicit RecordedAddresses(const FileChoice& choice) : choice_(choice) {}

  bool contains(std::string_view address) const override;
  std::vector<std::string> all() const override;

 private:
  const FileChoice& choice_;
};

}  // namespace paperboy::pipeline
