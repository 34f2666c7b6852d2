#include "templates/filter_input.h"

#include "base/text.h"

namespace paperboy::templates {

std::string input_text(const BuiltinCall& call) {
  if (html_of(call.input) != nullptr)
    throw CallError{"this filter works on text, not on HTML", "use striptags first", "wrong-type"};
  std::optional<std::string> text = plain_text(call.input);
  if (!text)
    throw CallError{"this filter needs a text, not " + kind_name(call.input), "", "wrong-type"};
  call.budget.text(text->size());
  return *text;
}

std::vector<Ref> input_items(const BuiltinCall& call) {
  std::vector<Ref> items;
  if (const std::optional<ListReader> list = ListReader::of(call.input)) {
    call.budget.list(list->size());
    items.reserve(list->size());
    for (std::size_t i = 0; i < list->size(); ++i) items.push_back(list->at(i));
  } else if (has_free_keys(call.input)) {
    const auto members = members_of(call.input);
    for (const auto& [name, value] : *members) items.emplace_back(name);
    call.budget.list(items.size());
  } else if (const std::optional<std::string_view> text = text_of(call.input)) {
    call.budget.list(text->size());
    for (std::size_t at = 0; at < text->size();) {
      const std::size_t size = base::decode_utf8(*text, at).size;
      items.push_back(Ref::owned(std::string(text->substr(at, size))));
      at += size;
    }
  } else {
    throw CallError{"this filter needs a list, not " + kind_name(call.input), "", "wrong-type"};
  }
  return items;
}

}  // namespace paperboy::templates
