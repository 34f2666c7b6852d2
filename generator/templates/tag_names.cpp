#include "templates/tag_names.h"

#include "base/text.h"

namespace paperboy::templates {

bool is_closing(std::string_view tag) {
  return base::starts_with(tag, "end") || tag == "else" || tag == "elif";
}

std::string foreign_tag_hint(std::string_view tag) {
  if (tag == "foreach")
    return "did you mean 'for'?";
  if (tag == "break" || tag == "continue")
    return "leave items out with a condition: {% for x in xs if … %}";
  if (tag == "do")
    return "set a field of a namespace: {% set ns.name = … %}";
  if (tag == "autoescape")
    return "what is escaped depends on the ending of the file's name; see the filter safe";
  if (tag == "trans")
    return "print a phrase instead";
  return "";
}

}  // namespace paperboy::templates
