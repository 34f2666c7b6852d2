#include "outputs/outputs.h"
#include "pages/permanent.h"

namespace paperboy::outputs {

void addresses(const Publication& publication, SiteFiles& files) {
  files.add("addresses.txt", [&] {
    std::string lines;
    for (const std::string& address : pages::permanent_addresses(publication.pages)) {
      lines += address + "\n";
    }
    return lines;
  });
}

}  // namespace paperboy::outputs
