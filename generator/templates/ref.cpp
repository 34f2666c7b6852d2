#include "templates/ref.h"

#include <algorithm>
#include <deque>
#include <mutex>
#include <shared_mutex>
#include <unordered_map>

#include "templates/callable.h"

namespace paperboy::templates {
namespace {

// All names ever used, for the life of the program. Number 0 is the empty name.
class SymbolTable {
 public:
  SymbolTable() { add(""); }

  std::uint32_t find(std::string_view name) const {
    std::shared_lock lock(mutex_);
    const auto found = numbers_.find(name);
    return found == numbers_.end() ? 0 : found->second;
  }
  std::uint32_t find_or_add(std::string_view name) {
    const std::uint32_t known = find(name);
    if (known != 0 || name.empty())
      return known;
    std::unique_lock lock(mutex_);
    return add(name);
  }
  std::string_view name(std::uint32_t number) const {
    std::shared_lock lock(mutex_);
    return names_[number];
  }

 private:
  std::uint32_t add(std::string_view name) {
    const auto found = numbers_.find(name);
    if (found != numbers_.end())
      return found->second;
    const std::uint32_t number = static_cast<std::uint32_t>(names_.size());
    numbers_.emplace(names_.emplace_back(name), number);
    return number;
  }

  mutable std::shared_mutex mutex_;
  std::deque<std::string> names_;  // stable addresses: the keys below point into it
  std::unordered_map<std::string_view, std::uint32_t> numbers_;
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
  symbol.number_ = symbols().find_or_add(name);
  return symbol;
}

Symbol Symbol::find(std::string_view name) {
  Symbol symbol;
  symbol.number_ = symbols().find(name);
  return symbol;
}

std::string_view Symbol::name() const {
  return symbols().name(number_);
}

std::size_t depth_of(const Ref& value) {
  if (const auto* list = std::get_if<std::shared_ptr<const OwnedList>>(&value.content()))
    return (*list)->depth;
  if (const auto* map = std::get_if<std::shared_ptr<const OwnedMap>>(&value.content()))
    return (*map)->depth;
  if (const auto* callable = std::get_if<std::shared_ptr<const Callable>>(&value.content()))
    return (*callable)->depth;
  return 0;
}

Ref Ref::owned(std::string text) {
  return Ref(Content(std::make_shared<const std::string>(std::move(text))));
}

Ref Ref::owned(base::Html html) {
  return Ref(Content(std::make_shared<const base::Html>(std::move(html))));
}

Ref Ref::owned(std::vector<Ref> list) {
  std::size_t depth = 1;
  for (const Ref& item : list) depth = std::max(depth, depth_of(item) + 1);
  check_depth(depth);
  return Ref(Content(std::make_shared<const OwnedList>(OwnedList{std::move(list), depth})));
}

Ref Ref::owned(std::vector<std::pair<Symbol, Ref>> map) {
  std::size_t depth = 1;
  for (const auto& [name, value] : map) depth = std::max(depth, depth_of(value) + 1);
  check_depth(depth);
  return Ref(Content(std::make_shared<const OwnedMap>(OwnedMap{std::move(map), depth})));
}

Ref make_callable(Callable callable) {
  for (const Ref& value : callable.captures) callable.depth = std::max(callable.depth, depth_of(value) + 1);
  check_depth(callable.depth);
  return Ref(Ref::Content(std::make_shared<const Callable>(std::move(callable))));
}

const Field* Type::find(Symbol symbol) const {
  for (const Field& candidate : fields)
    if (candidate.name == symbol)
      return &candidate;
  return nullptr;
}

}  // namespace paperboy::templates
