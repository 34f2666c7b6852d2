#include "outputs/outputs.h"
#include "pages/permanent.h"

namespace paperboy::outputs {

namespace {

constexpr std::string_view kPath = "addresses.txt";

}  // namespace

void addresses(const Publication& publication, SiteFiles& files) {
  files.add(std::string(kPath), [&] {
    std::string lines;
    for (const std::string& address : pages::permanent_addresses(publication.pages)) {
      lines += address + "\n";
    }
    return lines;
  });
}

bool is_list_of_addresses(std::string_view path) {
  return path == kPath;
}

}  // namespace paperboy::outputs
