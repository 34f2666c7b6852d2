#include "markup/tex_macros.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace paperboy::markup {
namespace {

constexpr std::string_view kSmallCaps = " class=\"small-caps\"";

constexpr std::array<TexMacro, 59> kMacros = {{
    {"emph", TexAction::Style, "em"},
    {"textit", TexAction::Style, "em"},
    {"textsl", TexAction::Style, "em"},
    {"textbf", TexAction::Style, "strong"},
    {"texttt", TexAction::Style, "code"},
    {"textsc", TexAction::Style, "span", kSmallCaps},
    {"textsuperscript", TexAction::Style, "sup"},
    {"textsubscript", TexAction::Style, "sub"},
    {"underline", TexAction::Style, "u"},
    {"uline", TexAction::Style, "u"},
    {"sout", TexAction::Style, "s"},
    {"st", TexAction::Style, "s"},
    {"em", TexAction::Declaration, "em"},
    {"it", TexAction::Declaration, "em"},
    {"sl", TexAction::Declaration, "em"},
    {"itshape", TexAction::Declaration, "em"},
    {"bf", TexAction::Declaration, "strong"},
    {"bfseries", TexAction::Declaration, "strong"},
    {"tt", TexAction::Declaration, "code"},
    {"ttfamily", TexAction::Declaration, "code"},
    {"sc", TexAction::Declaration, "span", kSmallCaps},
    {"scshape", TexAction::Declaration, "span", kSmallCaps},
    {"rm", TexAction::Plain},
    {"sf", TexAction::Plain},
    {"mbox", TexAction::Plain},
    {"hbox", TexAction::Plain},
    {"text", TexAction::Plain},
    {"textrm", TexAction::Plain},
    {"textsf", TexAction::Plain},
    {"textnormal", TexAction::Plain},
    {"textup", TexAction::Plain},
    {"textmd", TexAction::Plain},
    {"mathrm", TexAction::Plain},
    {"ensuremath", TexAction::Plain},
    {"label", TexAction::Drop},
    {"ref", TexAction::Drop},
    {"eqref", TexAction::Drop},
    {"cref", TexAction::Drop},
    {"Cref", TexAction::Drop},
    {"autoref", TexAction::Drop},
    {"color", TexAction::Drop},
    {"vspace", TexAction::Drop},
    {"hspace", TexAction::Drop},
    {"thanks", TexAction::Drop},
    {"textcolor", TexAction::DropFirst},
    {"colorbox", TexAction::DropFirst},
    {"href", TexAction::Link},
    {"url", TexAction::Address},
    {"path", TexAction::Address},
    {"footnote", TexAction::Footnote},
    {"footnotetext", TexAction::Footnote},
    {"item", TexAction::Item},
    {"par", TexAction::Paragraph},
    {"begin", TexAction::Begin},
    {"end", TexAction::End},
    {"nocite", TexAction::Drop},
    {"textquote", TexAction::Plain},
    {"newblock", TexAction::Paragraph},
    {"hfill", TexAction::Plain},
}};

// \cite, \citet, \citep*, \Citealp, \parencite, \textcite …
bool is_citation(std::string_view name) {
  const std::string lower = base::to_lower_ascii(name);
  return base::starts_with(lower, "cite") || lower == "parencite" || lower == "textcite" ||
         lower == "autocite";
}

constexpr TexMacro kCitation{"cite", TexAction::Cite};

}  // namespace

const TexMacro* find_tex_macro(std::string_view name) {
  const auto* found =
      std::find_if(kMacros.begin(), kMacros.end(), [&](const TexMacro& macro) { return macro.name == name; });
  if (found != kMacros.end()) {
    return found;
  }
  return is_citation(name) ? &kCitation : nullptr;
}

}  // namespace paperboy::markup
