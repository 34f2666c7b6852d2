#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "base/diagnostic.h"
#include "base/html.h"
#include "base/source.h"
#include "markup/math.h"

namespace paperboy::markup {

// A short text (title, name, abstract) in its two forms, which are one for most: archives have many texts.
class RichText {
 public:
  RichText() = default;
  RichText(base::Html html, std::string plain)
      : html_(std::move(html)), is_plain_(html_.str() == plain), plain_(is_plain_ ? std::string() : plain) {}

  // Accents, emphasis, links, MathML.
  const base::Html& html() const { return html_; }
  // Unicode text without any markup: for <title>, alt texts, feeds, slugs, sorting.
  const std::string& plain() const { return is_plain_ ? html_.str() : plain_; }

 private:
  base::Html html_;
  bool is_plain_ = false;  // the HTML is the text as well
  std::string plain_;
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
