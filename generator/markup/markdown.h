#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/source.h"
#include "markup/math.h"
#include "markup/rich_text.h"

namespace paperboy::markup {

struct Heading {
  int level = 2;
  std::string anchor;
  std::string plain;
};

// A link as written; `span` is its place, for the dead-link check.
struct Link {
  std::string target;
  base::SourceSpan span;
};

struct MarkdownOptions {
  // Added before every heading id so that foreign text cannot clash with the page's own ids.
  std::string anchor_prefix;
  // The page's own headings come first: a `#` in the text becomes <h{1 + heading_shift}>.
  int heading_shift = 1;
  // Turns a link's target into the address to write; nothing keeps it. For links between content files.
  std::function<std::optional<std::string>(std::string_view target)> resolve_link;
};

struct MarkdownResult {
  RichText text;
  std::vector<Heading> headings;
  std::vector<Link> links;
};

// False where no link can be: resolve_link is not asked for anything then.
bool may_have_links(std::string_view markdown);

// GitHub-flavoured Markdown to HTML. Math is taken out before Markdown can eat `_` and `\`; emphasis and
// bare URLs are right beside Chinese punctuation; raw HTML goes through an allow-list (the rest shows as
// text with a warning); links through a list of schemes. `span` is where the text stands; problems are
// located inside it when `markdown` is the span's own text, else at its start.
MarkdownResult markdown_to_html(std::string_view markdown, base::SourceSpan span,
                                const MarkdownOptions& options, MathRenderer& math,
                                base::Diagnostics& diagnostics);

}  // namespace paperboy::markup
