#pragma once

#include <string>
#include <string_view>

#include "base/diagnostic.h"
#include "base/html.h"
#include "base/source.h"
#include "markup/math.h"

namespace paperboy::markup {

// A text in its two forms. In most one stands within the other and is not kept apart, since archives have
// many texts.
class RichText {
 public:
  RichText() = default;
  RichText(const base::Html& html, std::string_view plain);

  // Accents, emphasis, links, MathML.
  const base::Html& html() const { return html_; }
  // Unicode text without any markup: for <title>, alt texts, feeds, slugs, sorting. It lives as long as this.
  std::string_view plain() const;

 private:
  enum class Plain { IsHtml, IsParagraph, Apart };

  base::Html html_;
  Plain where_ = Plain::IsHtml;
  std::string plain_;  // where it stands apart
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
