#pragma once

#include <string>
#include <string_view>

#include "base/diagnostic.h"
#include "base/html.h"
#include "base/source.h"
#include "markup/math.h"

namespace paperboy::markup {

// A short text (title, name, abstract) in its two forms.
struct RichText {
  base::Html html;    // accents, emphasis, links, MathML
  std::string plain;  // Unicode text without any markup: for <title>, alt texts, feeds, slugs, sorting
};

// Which macros mean something: a name only has accents, a title no links, an abstract all.
enum class TexField { Name, Title, Abstract };

// TeX as it stands in bibliographic fields to HTML: accents (`Segu\'i-Mas`, `G\"und\"uz`), dashes,
// quotes, \emph \textbf \textit \texttt \textsc \href \url \cite…, escaped signs, $…$ and \(…\) as math.
// An unknown macro keeps its argument and is reported as a note. `span` is the field's place; problems
// are reported there (at the exact column where the field's text stands literally in the source).
RichText tex_to_rich_text(std::string_view tex, TexField field, base::SourceSpan span, MathRenderer& math,
                          base::Diagnostics& diagnostics);

}  // namespace paperboy::markup
