#include "importers/placed_texts.h"

#include "base/text.h"
#include "importers/identity.h"
#include "importers/verify.h"
#include "value/read.h"

namespace paperboy::importers {
namespace {

class Visitor {
 public:
  using Visit = std::function<void(const std::string&, const value::Value&)>;
  explicit Visitor(const Visit& visit) : visit_(visit) {}

  void walk(const std::string& place, std::string_view key, const value::Value& value) {
    if (value.scalar() != nullptr) {
      visit_(place, value);
    } else if (const value::Object* object = value.object()) {
      for (const value::Member& member : object->members())
        walk(flat_place(place, member.key), member.key, member.value);
    } else if (const value::Array* array = value.array()) {
      std::vector<std::string> names;
      if (is_keyed_list(key, value))
        names = identities(*array);
      for (std::size_t i = 0; i < array->size(); ++i)
        walk(flat_place(place, names.empty() ? std::to_string(i + 1) : names[i]), "", (*array)[i]);
    }
  }

 private:
  const Visit& visit_;
};

}  // namespace

std::string flat_place(std::string_view parent, std::string_view key) {
  const std::string part = base::percent_encode_path(base::replace_all(key, "/", "\x1f"));
  return parent.empty() ? part : std::string(parent) + "/" + part;
}

void visit_texts(const value::Value& root,
                 const std::function<void(const std::string&, const value::Value&)>& visit) {
  Visitor(visit).walk("", "", root);
}

std::map<std::string, std::string> read_placed_texts(const std::string& path, const std::string& text) {
  std::map<std::string, std::string> result;
  base::SourceStore sources;
  base::Diagnostics unheard;
  const base::Source& source = sources.add(path, text);
  const auto add = [&](const std::string& place, const value::Value& value) {
    result[place] = value.scalar()->text;
  };
  if (base::ends_with(path, ".md")) {
    if (const std::optional<value::FrontMatter> parts = value::read_front_matter(source, unheard)) {
      visit_texts(parts->fields, add);
      result["body"] = std::string(parts->body.text());
    }
  } else if (const std::optional<value::Value> root =
                 value::read_yaml(source, value::Aliases::Allowed, unheard)) {
    visit_texts(*root, add);
  }
  return result;
}

}  // namespace paperboy::importers
