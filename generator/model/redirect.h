#pragma once

#include <string>

#include "model/paper.h"

namespace paperboy::model {

// A line of content/redirects.yaml.
struct Redirect {
  Located from;  // "/archive/2026-05/06/", as written
  Located to;    // an address below the site, perhaps with an #anchor, as written
};

// An address that a page had before, as written.
struct OldAddress {
  Located address;
  std::string language;  // of the page it leads to; empty: the first it exists in
};

}  // namespace paperboy::model
