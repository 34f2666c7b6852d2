#pragma once

#include <optional>
#include <vector>

#include "base/diagnostic.h"
#include "markup/math.h"
#include "pages/content_link.h"
#include "pages/texts.h"
#include "pipeline/site_work.h"

namespace paperboy::pipeline {

// What is wrong with the texts of an archive that states the same facts as that of `before`: only texts of
// files that changed are converted. None when something else is wrong with those than was before: equal texts
// are reported once, so it may have to be told of others.
std::optional<std::vector<base::Diagnostic>> check_texts(const SiteWork& work, const SiteRecord& before,
                                                         const pages::ContentLinks& links,
                                                         markup::MathRenderer& math,
                                                         const pages::Texts::ResolveLink& resolve);

}  // namespace paperboy::pipeline
