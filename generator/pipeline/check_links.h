#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "pages/page.h"
#include "pipeline/output.h"

namespace paperboy::pipeline {

// Every href and src of every page that stays on the site must lead to an output, and to an id of it where it
// has a fragment; no page may hold one id twice. `outputs` begins with the pages, in their order.
void check_links(const std::vector<pages::Page>& pages, const std::vector<Output>& outputs,
                 std::string_view base_path, std::size_t threads, base::Diagnostics& diagnostics);

}  // namespace paperboy::pipeline
