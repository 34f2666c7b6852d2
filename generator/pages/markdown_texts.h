#pragma once

#include <functional>
#include <string_view>

#include "model/edition.h"
#include "pages/texts.h"

namespace paperboy::pages {

using SeeMarkdown = std::function<void(const MarkdownText& text)>;

// Calls `see` with every Markdown text of an edition, or of one of its entries, as pages in the language may
// show it.
void each_markdown(const model::Edition& edition, std::string_view language, const SeeMarkdown& see);
void each_markdown(const model::Edition& edition, const model::Entry& entry, std::string_view language,
                   const SeeMarkdown& see);

}  // namespace paperboy::pages
