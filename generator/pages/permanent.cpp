#include "pages/permanent.h"

#include <algorithm>

#include "base/text.h"

namespace paperboy::pages {

namespace {

bool is_number(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

// "/topics/training/3/"
bool is_part_of_list(const Page& page) {
  if (page.kind != "topic" && page.kind != "series") {
    return false;
  }
  const std::vector<std::string_view> parts = base::split(page.address, '/');
  return parts.size() > 3 && is_number(parts[parts.size() - 2]);
}

bool is_permanent(const Page& page) {
  constexpr std::string_view kKinds[] = {"home",  "series", "edition",  "rollup",
                                         "topic", "paper",  "free_page"};
  return std::find(std::begin(kKinds), std::end(kKinds), page.kind) != std::end(kKinds) &&
         !is_part_of_list(page);
}

}  // namespace

std::vector<std::string> permanent_addresses(const std::vector<Page>& pages) {
  std::vector<std::string> addresses;
  for (const Page& page : pages) {
    if (is_permanent(page)) {
      addresses.push_back(page.address);
    }
  }
  std::sort(addresses.begin(), addresses.end());
  return addresses;
}

std::vector<std::string_view> vanished_addresses(std::string_view earlier, const AddressSet& now) {
  std::vector<std::string_view> vanished;
  for (std::string_view line : base::split(earlier, '\n')) {
    const std::string_view address = base::trim(line);
    if (base::starts_with(address, "/") && !now.contains(address)) {
      vanished.push_back(address);
    }
  }
  return vanished;
}

void check_permanence(std::string_view earlier, const AddressSet& now, base::Diagnostics& diagnostics) {
  for (const std::string_view vanished : vanished_addresses(earlier, now)) {
    const std::string address(vanished);
    diagnostics.error_at(
        "content/redirects.yaml", "vanished-address",
        "there was a page at " + address + ", and now there is none",
        "bring the page back, or say where its readers shall go: `" + address + ": /new/address/`");
  }
}

}  // namespace paperboy::pages
