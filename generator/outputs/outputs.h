#pragma once

#include <string_view>
#include <vector>

#include "outputs/publication.h"
#include "outputs/site_files.h"

namespace paperboy::outputs {

// Each adds all files of one kind; the same publication gives the same bytes. Addresses inside are absolute.
// What is dear is done only when a file is written, and notes which texts it reads (base::Reads).

// addresses.txt: what `paperboy check` holds the next site against.
void addresses(const Publication& publication, SiteFiles& files);
bool is_list_of_addresses(std::string_view path);
// The archive for programs: /api/v1/, with a JSON Schema.
void api(const Publication& publication, SiteFiles& files);
void feeds(const Publication& publication, SiteFiles& files);
void github_pages(const Publication& publication, SiteFiles& files);
void llms(const Publication& publication, SiteFiles& files);
void opml(const Publication& publication, SiteFiles& files);
// sitemap.xml, and sitemap-1.xml … where that would be too large.
void sitemap(const Publication& publication, SiteFiles& files);
bool is_sitemap(std::string_view path);
void robots(const Publication& publication, SiteFiles& files);
// BibTeX, RIS and CSL-JSON of each paper, edition, month and topic, and BibTeX of the whole archive.
void citation_files(const Publication& publication, SiteFiles& files);
// A picture for each edition, topic and series and for the front page, in each of their languages.
void share_cards(const Publication& publication, SiteFiles& files);
void search_index(const Publication& publication, SiteFiles& files);

// Everything beside the pages, kind by kind. The list of kinds is in outputs.cpp. Where facts are the same,
// what shows nothing else is not asked for.
void write_outputs(const Publication& publication, SiteFiles& files);
// Whether a file beside the pages, by its path, shows facts alone and no text.
bool shows_facts_alone(std::string_view path);

}  // namespace paperboy::outputs
