#include "outputs/outputs.h"
#include "pages/permanent.h"

namespace paperboy::outputs {

std::vector<Output> addresses(const Publication& publication) {
  std::string lines;
  for (const std::string& address : pages::permanent_addresses(publication.pages)) {
    lines += address + "\n";
  }
  return {{"addresses.txt", std::move(lines)}};
}

}  // namespace paperboy::outputs
