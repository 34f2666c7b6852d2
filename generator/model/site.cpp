#include "model/site.h"

#include "base/text.h"

namespace paperboy::model {
namespace {

bool is_called(const Topic& topic, const std::string& folded) {
  if (base::fold(topic.id) == folded)
    return true;
  for (const std::string& alias : topic.aliases)
    if (base::fold(alias) == folded)
      return true;
  for (const Text::Variant& label : topic.label.variants())
    if (base::fold(label.value) == folded)
      return true;
  return false;
}

}  // namespace

const Series* Site::find_series(std::string_view id) const {
  for (const Series& candidate : series)
    if (candidate.id == id)
      return &candidate;
  return nullptr;
}

const Topic* Site::topic(std::string_view id) const {
  for (const Topic& candidate : topics)
    if (candidate.id == id)
      return &candidate;
  return nullptr;
}

const Topic* Site::find_topic(std::string_view name) const {
  // Ids are unique and need no folding: the common case.
  if (const Topic* named = topic(name))
    return named;
  const std::string folded = base::fold(base::collapse_spaces(name));
  for (const Topic& candidate : topics)
    if (is_called(candidate, folded))
      return &candidate;
  return nullptr;
}

}  // namespace paperboy::model
