#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "pages/page_view.h"

namespace paperboy::outputs {

// HTML of our pages as it can be read anywhere: addresses with their host (`page_url` is that of the page),
// formulas as the text they were written in.
std::string portable_html(std::string_view html, std::string_view page_url);

// What feed readers show of an edition; `words` gives phrases of the interface. Abstracts may be left out of
// very long editions.
enum class Abstracts { Shown, LeftOut };
using Words = std::function<std::string(std::string_view key)>;
std::string edition_html(const pages::EditionView& edition, std::string_view page_url, const Words& words,
                         Abstracts abstracts);
// The same of one of its papers.
std::string entry_html(const pages::EntryView& entry, std::string_view page_url, const Words& words,
                       Abstracts abstracts);

}  // namespace paperboy::outputs
