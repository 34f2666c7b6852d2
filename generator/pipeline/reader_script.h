#pragma once

#include <string>
#include <string_view>

#include "pages/phrases.h"

namespace paperboy::pipeline {

// The script speaks to readers, so there is one a language: the line `const words = {};` of `script` is given
// the phrases whose keys begin with `script_` (without that beginning). A script without the line stays as it
// is.
std::string reader_script(std::string_view script, const pages::Phrases& phrases);

}  // namespace paperboy::pipeline
