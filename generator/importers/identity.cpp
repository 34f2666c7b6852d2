#include "importers/identity.h"

#include <algorithm>
#include <map>

#include "base/text.h"
#include "importers/tree.h"
#include "model/paper_id.h"

namespace paperboy::importers {
namespace {

std::string identity(const value::Value& element, std::size_t place) {
  if (const value::Object* object = element.object()) {
    if (const std::string_view id = base::trim(scalar_text(object->find("id"))); !id.empty()) {
      const std::optional<model::PaperReference> paper = model::parse_paper_reference(id);
      return paper ? paper->id.canonical() : std::string(id);
    }
    if (const std::string_view title = scalar_text(object->find("title")); !title.empty())
      return "title:" + base::collapse_spaces(base::fold(title));
  }
  return "#" + std::to_string(place + 1);
}

}  // namespace

std::vector<std::string> identities(const value::Array& list) {
  std::vector<std::string> result;
  std::map<std::string, int> seen;
  for (std::size_t i = 0; i < list.size(); ++i) {
    std::string name = identity(list[i], i);
    const int times = ++seen[name];
    if (times > 1)
      name += "#" + std::to_string(times);
    result.push_back(std::move(name));
  }
  return result;
}

bool is_keyed_list(std::string_view key, const value::Value& value) {
  return (key == "papers" || key == "topics" || key == "series") && value.array() != nullptr &&
         std::all_of(value.array()->begin(), value.array()->end(),
                     [](const value::Value& element) { return element.object() != nullptr; });
}

}  // namespace paperboy::importers
