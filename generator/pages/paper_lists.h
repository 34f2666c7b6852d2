#pragma once

#include <string>
#include <vector>

#include "pages/catalog.h"

namespace paperboy::pages {

// The languages, in the site's order, in which at least one of the papers has a page.
std::vector<std::string> languages_of_papers(const Catalog& catalog, const std::vector<std::size_t>& papers);

// The address of an author's page nearest to a language, with base path; empty when there is none.
std::string author_address(const Catalog& catalog, std::string_view language, const AuthorRecord& record);

// Whether a person has enough papers for a page of their own (site.yaml, `authors`).
bool has_author_page(const model::Site& site, const AuthorRecord& record);

}  // namespace paperboy::pages
