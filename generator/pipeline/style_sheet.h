#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/source.h"
#include "model/look.h"

namespace paperboy::pipeline {

// The variables of the style sheet that `look` sets, as rules that go behind the sheet.
std::string look_rules(const model::Look& look);

// The address a url() of a style sheet becomes; empty: as it stands. The span is that of the target.
using UrlWriter = std::function<std::string(std::string_view target, base::SourceSpan span)>;

// One sheet: the first one, then the rules of `look`, then the others; minified. What is wrong in a sheet is
// reported at its place.
std::string join_style_sheets(const std::vector<const base::Source*>& sheets, const model::Look& look,
                              const UrlWriter& write_url, base::Diagnostics& diagnostics);

// Warns of text that would be hard to read with the colours `look` sets; the others are those of `sheet`.
void check_contrast(const model::Look& look, std::string_view sheet, base::Diagnostics& diagnostics);

}  // namespace paperboy::pipeline
