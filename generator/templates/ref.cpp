#include "templates/ref.h"

#include <algorithm>
#include <deque>
#include <mutex>
#include <shared_mutex>
#include <unordered_map>

#include "templates/callable.h"

namespace paperboy::templates {
namespace {

// All names ever used, for the life of the program; but for the empty one, which needs no entry.
class SymbolTable {
 public:
  const Symbol::Entry* find(std::string_view name) const {
    std::shared_lock lock(mutex_);
    const auto found = by_name_.find(name);
    return found == by_name_.end() ? nullptr : found->second;
  }
  const Symbol::Entry* find_or_add(std::string_view name) {
    const Symbol::Entry* known = find(name);
    if (known != nullptr || name.empty())
      return known;
    std::unique_lock lock(mutex_);
    return add(name);
  }

 private:
  const Symbol::Entry* add(std::string_view name) {
    const auto found = by_name_.find(name);
    if (found != by_name_.end())
      return found->second;
    const std::uint32_t number = static_cast<std::uint32_t>(entries_.size()) + 1;
    const Symbol::Entry& made = entries_.emplace_back(Symbol::Entry{std::string(name), number});
    by_name_.emplace(made.name, &made);
    return &made;
  }

  mutable std::shared_mutex mutex_;
  std::deque<Symbol::Entry> entries_;  // stable addresses: symbols and the keys below point into it
  std::unordered_map<std::string_view, const Symbol::Entry*> by_name_;
};

SymbolTable& symbols() {
  // Never destroyed: symbols are used by other objects of static duration.
  static SymbolTable& table = *new SymbolTable;
  return table;
}

void check_depth(std::size_t depth) {
  if (depth > kMaxValueDepth)
    throw CallError{"lists and mappings are nested too deeply",
                    "at most " + std::to_string(kMaxValueDepth) + " inside each other", "render-limit"};
}

}  // namespace

Symbol Symbol::of(std::string_view name) {
  Symbol symbol;
  symbol.entry_ = symbols().find_or_add(name);
  return symbol;
}

Symbol Symbol::find(std::string_view name) {
  Symbol symbol;
  symbol.entry_ = symbols().find(name);
  return symbol;
}

std::size_t depth_of(const Ref& value) {
  if (const OwnedList* list = value.get<OwnedList>())
    return list->depth;
  if (const OwnedMap* map = value.get<OwnedMap>())
    return map->depth;
  if (const Callable* callable = value.get<Callable>())
    return callable->depth;
  return 0;
}

Ref Ref::owned(std::string text) {
  return Ref(Kind::OwnedText, new OwnedText(std::move(text)));
}

Ref Ref::owned(base::Html html) {
  return Ref(Kind::OwnedHtml, new OwnedHtml(std::move(html)));
}

Ref Ref::owned(std::vector<Ref> list) {
  std::size_t depth = 1;
  for (const Ref& item : list) depth = std::max(depth, depth_of(item) + 1);
  check_depth(depth);
  return Ref(Kind::OwnedList, new OwnedList(std::move(list), depth));
}

Ref Ref::owned(std::vector<std::pair<Symbol, Ref>> map) {
  std::size_t depth = 1;
  for (const auto& [name, value] : map) depth = std::max(depth, depth_of(value) + 1);
  check_depth(depth);
  return Ref(Kind::OwnedMap, new OwnedMap(std::move(map), depth));
}

Ref Ref::owned(templates::Callable callable) {
  for (const Ref& value : callable.captures) callable.depth = std::max(callable.depth, depth_of(value) + 1);
  check_depth(callable.depth);
  return Ref(Kind::Callable, new templates::Callable(std::move(callable)));
}

void Ref::destroy() const {
  switch (kind_) {
    case Kind::OwnedText:
      return delete get<OwnedText>();
    case Kind::OwnedHtml:
      return delete get<OwnedHtml>();
    case Kind::OwnedList:
      return delete get<OwnedList>();
    case Kind::OwnedMap:
      return delete get<OwnedMap>();
    default:
      return delete get<templates::Callable>();
  }
}

const Field* Type::find(Symbol symbol) const {
  for (const Field& candidate : fields)
    if (candidate.name == symbol)
      return &candidate;
  return nullptr;
}

}  // namespace paperboy::templates
