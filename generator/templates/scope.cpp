#include "templates/scope.h"

#include <algorithm>

namespace paperboy::templates {

const Scope::Entry* Scope::find(Symbol name) const {
  const auto found =
      std::find_if(entries.rbegin(), entries.rend(), [&](const Entry& entry) { return entry.name == name; });
  return found == entries.rend() ? nullptr : &*found;
}

std::uint32_t Unit::declare(Symbol name) {
  const std::uint32_t slot = code_.slots++;
  scopes_.back().entries.push_back({name, slot});
  return slot;
}

std::uint32_t Unit::capture(Symbol name, std::uint32_t from_slot) {
  const std::uint32_t slot = code_.slots++;
  scopes_.front().entries.push_back({name, slot});
  code_.captures.push_back({from_slot, slot});
  return slot;
}

std::optional<Address> Unit::find(Symbol name) {
  for (auto scope = scopes_.rbegin(); scope != scopes_.rend(); ++scope) {
    const Scope::Entry* entry = scope->find(name);
    if (entry == nullptr)
      continue;
    static const Symbol loop = Symbol::of("loop");
    if (name == loop && scope->is_loop)
      scope->loop_used = true;
    return Address{Address::Kind::Local, entry->slot};
  }
  if (!takes_values_along() || outer_ == nullptr)
    return std::nullopt;
  const std::optional<Address> outside = outer_->find(name);
  if (!outside)
    return std::nullopt;
  return from_outside(name, *outside);
}

// Names at the root of a template are read in place, so that a macro sees macros defined after it; other
// names of the enclosing code are taken along by value.
std::optional<Address> Unit::from_outside(Symbol name, Address outside) {
  if (outside.kind != Address::Kind::Local)
    return outside;
  if (outer_->code_.kind == CodeKind::Template && outer_->scopes_.front().find(name) != nullptr &&
      outer_->scopes_.front().find(name)->slot == outside.slot)
    return Address{Address::Kind::Module, outside.slot};
  if (Scope* loop = outer_->loop_scope())
    loop->loop_escapes = true;
  return Address{Address::Kind::Local, capture(name, outside.slot)};
}

Address Unit::context(Symbol name) {
  if (takes_values_along() && outer_ != nullptr)
    return *from_outside(name, outer_->context(name));
  if (const Scope::Entry* known = scopes_.front().find(name))
    return {Address::Kind::Local, known->slot};
  const std::uint32_t slot = code_.slots++;
  scopes_.front().entries.push_back({name, slot});
  code_.context.push_back({name, slot});
  return {Address::Kind::Local, slot};
}

void Unit::begin_with_context(Symbol name, std::uint32_t slot) {
  code_.context.push_back({name, slot});
}

Scope* Unit::loop_scope() {
  for (auto scope = scopes_.rbegin(); scope != scopes_.rend(); ++scope)
    if (scope->is_loop)
      return &*scope;
  return nullptr;
}

std::vector<VisibleName> Unit::visible() {
  std::vector<VisibleName> names;
  const auto add = [&](Symbol name, Address address) {
    const bool known =
        std::any_of(names.begin(), names.end(), [&](const VisibleName& other) { return other.name == name; });
    if (!known && address.kind != Address::Kind::Global)
      names.push_back(
          {name, address.kind == Address::Kind::Module ? Space::Module : Space::Local, address.slot});
  };
  // Taken along first: capturing adds to the root scope.
  std::vector<VisibleName> outside;
  if (takes_values_along() && outer_ != nullptr)
    outside = outer_->visible();
  for (auto scope = scopes_.rbegin(); scope != scopes_.rend(); ++scope) {
    if (scope->is_loop)
      scope->loop_used = scope->loop_escapes = true;
    for (auto entry = scope->entries.rbegin(); entry != scope->entries.rend(); ++entry)
      add(entry->name, {Address::Kind::Local, entry->slot});
  }
  for (const VisibleName& name : outside)
    if (const std::optional<Address> address = find(name.name))
      add(name.name, *address);
  return names;
}

bool Unit::inside_macro() const {
  return takes_values_along() || (outer_ != nullptr && outer_->inside_macro());
}

}  // namespace paperboy::templates
