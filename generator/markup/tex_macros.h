#pragma once

#include <optional>
#include <string_view>

namespace paperboy::markup {

// What a macro does with its argument.
enum class TexAction {
  Style,        // wraps it: \emph{…}
  Declaration,  // changes the rest of its group: {\em …}
  Plain,        // shows it as it is: \text{…}
  Drop,         // shows nothing: \label{…}
  DropFirst,    // shows the second: \textcolor{red}{…}
  Cite,         // shows the keys in brackets: \cite{…}
  Link,         // \href{address}{text}
  Address,      // \url{address}
  Footnote,     // in parentheses
  Item,         // a new line with a bullet
  Paragraph,
  Begin,
  End
};

struct TexMacro {
  std::string_view name;
  TexAction action;
  // Style and Declaration: the HTML element and its attributes.
  std::string_view element = {};
  std::string_view attributes = {};
};

const TexMacro* find_tex_macro(std::string_view name);

}  // namespace paperboy::markup
