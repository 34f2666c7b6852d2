#pragma once

#include <string>

#include "base/diagnostic.h"
#include "pipeline/site_work.h"

namespace paperboy::pipeline {

// Makes all files of a site. `why` tells why all have to be made: "content/site.yaml changed".
BuildReport make_site(const SiteWork& work, const std::string& why, base::Diagnostics& diagnostics);

}  // namespace paperboy::pipeline
