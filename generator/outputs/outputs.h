#pragma once

#include <vector>

#include "outputs/output.h"
#include "outputs/publication.h"
#include "outputs/site_files.h"

namespace paperboy::outputs {

// Each writes all files of one kind; the same publication gives the same bytes. Addresses inside are
// absolute.
// addresses.txt: what `paperboy check` holds the next site against.
std::vector<Output> addresses(const Publication& publication);
// The archive for programs: /api/v1/, with a JSON Schema.
std::vector<Output> api(const Publication& publication);
std::vector<Output> feeds(const Publication& publication);
std::vector<Output> github_pages(const Publication& publication);
std::vector<Output> llms(const Publication& publication);
std::vector<Output> opml(const Publication& publication);
std::vector<Output> sitemap(const Publication& publication);
std::vector<Output> robots(const Publication& publication);
// BibTeX, RIS and CSL-JSON of each paper, edition, month and topic, and BibTeX of the whole archive.
std::vector<Output> citation_files(const Publication& publication);
// A picture for each edition, topic and series and for the front page, in each of their languages.
std::vector<Output> share_cards(const Publication& publication);
void search_index(const Publication& publication, SiteFiles& files);

// Everything beside the pages, kind by kind. The list of kinds is in outputs.cpp.
void write_outputs(const Publication& publication, SiteFiles& files);

}  // namespace paperboy::outputs
