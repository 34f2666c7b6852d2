#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "outputs/output.h"
#include "pages/page.h"

namespace paperboy::pipeline {

// Every href and src of every page that stays on the site must lead to an output, and to an id of it where it
// has a fragment; no page may hold one id twice. `outputs` begins with the pages, in their order. `written`
// says where in the content an address was asked for; other links come from layouts.
using WrittenPlaces = std::map<std::string, base::SourceSpan>;
void check_links(const std::vector<pages::Page>& pages, const std::vector<outputs::Output>& outputs,
                 std::string_view base_path, const WrittenPlaces& written, std::size_t threads,
                 base::Diagnostics& diagnostics);

}  // namespace paperboy::pipeline
