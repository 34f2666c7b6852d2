#pragma once

#include <string>
#include <vector>

#include "pages/page.h"
#include "pipeline/check_links.h"
#include "pipeline/site_record.h"
#include "pipeline/site_work.h"
#include "pipeline/site_writer.h"

namespace paperboy::pipeline {

std::vector<std::string> paths_of(const std::vector<MadeFile>& files);

// The files of a site that was just published, all of them made, and what their parts say. `why` is the
// reason to make them; a file that stays as it was keeps the reason it had. `pages` are those that
// `link_check` saw.
SiteRecord record_files(const SiteWork& work, SiteWriter&& writer, const std::vector<pages::Page>& pages,
                        const LinkCheck& link_check, const std::string& why);

}  // namespace paperboy::pipeline
