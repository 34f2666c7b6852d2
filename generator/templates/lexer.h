#pragma once

#include <vector>

#include "base/diagnostic.h"
#include "base/source.h"
#include "templates/token.h"

namespace paperboy::templates {

// Cuts a template into tokens; the last one is End. White space is treated as documented: the line
// break after a tag or comment and the blanks before one that begins its line are dropped, `-` inside a
// delimiter drops all white space on that side, `+` keeps it. Comments vanish, raw blocks become Text.
// Problems are reported and skipped, so that all of them are found.
std::vector<Token> tokenize(const base::Source& source, base::Diagnostics& diagnostics);

}  // namespace paperboy::templates
