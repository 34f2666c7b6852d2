#include "templates/frame.h"

#include "templates/reading.h"

namespace paperboy::templates {
namespace {

using Members = std::vector<std::pair<std::string_view, Ref>>;

Ref member(const void* object, Symbol name) {
  for (const auto& [key, value] : static_cast<const Namespace*>(object)->members)
    if (key == name)
      return value;
  return Ref();
}

Ref find_member(const void* object, std::string_view name) {
  const Symbol symbol = Symbol::find(name);
  return symbol == Symbol() && !name.empty() ? Ref() : member(object, symbol);
}

Members members(const void* object) {
  Members all;
  for (const auto& [key, value] : static_cast<const Namespace*>(object)->members)
    all.emplace_back(key.name(), value);
  return all;
}

Ref export_of(const void* object, Symbol name) {
  const Module& module = *static_cast<const Module*>(object);
  for (const ContextName& known : module.program->names)
    if (known.name == name)
      return module.slots[known.slot];
  return Ref();
}

Ref find_export(const void* object, std::string_view name) {
  return export_of(object, Symbol::find(name));  // none is called "", as names that nobody knows are
}

Members exports(const void* object) {
  const Module& module = *static_cast<const Module*>(object);
  Members all;
  for (const ContextName& known : module.program->names)
    all.emplace_back(known.name.name(), module.slots[known.slot]);
  return all;
}

}  // namespace

void Namespace::set(Symbol name, Ref value) {
  for (auto& [key, member] : members) {
    if (key == name) {
      member = std::move(value);
      return;
    }
  }
  members.emplace_back(name, std::move(value));
}

const Type& type_of(const Namespace*) {
  static const Type type{"namespace", {}, nullptr, find_member, members, member};
  return type;
}

const Type& type_of(const Module*) {
  static const Type type{"imported template", {}, nullptr, find_export, exports, export_of};
  return type;
}

}  // namespace paperboy::templates
