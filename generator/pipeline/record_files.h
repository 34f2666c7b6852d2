#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "pages/page.h"
#include "pipeline/check_links.h"
#include "pipeline/site_record.h"
#include "pipeline/site_work.h"
#include "pipeline/site_writer.h"

namespace paperboy::pipeline {

// The files of a site that was just published, all of them made, and what their parts say. `why` is the
// reason to make them; a file that stays as it was keeps the reason it had. `pages` are those that
// `link_check` saw.
SiteRecord record_files(const SiteWork& work, SiteWriter& writer, const std::vector<pages::Page>& pages,
                        const LinkCheck& link_check, const std::string& why);

// What a build that published its site ends with: leaves `record` to the next, tells options.on_done. What is
// wrong with texts is among `diagnostics`, too.
void finish_site(const SiteWork& work, SiteRecord record, const BuildReport& report,
                 const base::Diagnostics& diagnostics, const std::vector<base::Diagnostic>& found_in_texts);

}  // namespace paperboy::pipeline
