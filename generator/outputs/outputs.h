#pragma once

#include <vector>

#include "outputs/output.h"
#include "outputs/publication.h"

namespace paperboy::outputs {

// Each writes all files of one kind; the same publication gives the same bytes. Addresses inside are
// absolute.
std::vector<Output> feeds(const Publication& publication);
std::vector<Output> opml(const Publication& publication);
std::vector<Output> sitemap(const Publication& publication);
std::vector<Output> robots(const Publication& publication);
std::vector<Output> search_index(const Publication& publication);

// Everything beside the pages, kind by kind. The list of kinds is in outputs.cpp.
std::vector<Output> write_outputs(const Publication& publication);

}  // namespace paperboy::outputs
