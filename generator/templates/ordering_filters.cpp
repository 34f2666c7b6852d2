#include <algorithm>

#include "base/text.h"
#include "templates/filter_input.h"
#include "templates/operators.h"

// Filters that compare items: order, extremes, groups.

namespace paperboy::templates {
namespace {

// An item with what it is compared by.
struct Keyed {
  Ref key;
  Ref item;
};

enum class Case { Matters, Ignored };

Ref comparable(Ref value, Case letters) {
  const std::optional<std::string_view> text = text_of(value);
  if (letters == Case::Ignored && text)
    return Ref::owned(base::fold(*text));
  return value;
}

std::vector<Keyed> keyed_items(const BuiltinCall& call, std::string_view path, Case letters) {
  std::vector<Keyed> keyed;
  for (Ref& item : input_items(call)) {
    Ref value = path.empty() ? item : find_path(item, path);
    if (is_undefined(value))
      throw CallError{kind_name(item) + " has no '" + std::string(path) + "' to compare by", "",
                      "undefined-value"};
    keyed.push_back({comparable(std::move(value), letters), std::move(item)});
  }
  call.budget.steps(keyed.size() * 16);
  return keyed;
}

std::vector<Ref> items_of(std::vector<Keyed> keyed) {
  std::vector<Ref> items;
  items.reserve(keyed.size());
  for (Keyed& each : keyed) items.push_back(std::move(each.item));
  return items;
}

// Merge sort, so that a comparison that throws or contradicts another can do no harm.
void sort_keyed(std::vector<Keyed>& keyed, bool reverse, Budget& budget) {
  std::stable_sort(keyed.begin(), keyed.end(), [&](const Keyed& left, const Keyed& right) {
    return reverse ? compare(right.key, left.key, budget) < 0 : compare(left.key, right.key, budget) < 0;
  });
}

Case case_argument(const BuiltinCall& call, std::size_t index) {
  return call.truth(index, false) ? Case::Matters : Case::Ignored;
}

Ref sort(const BuiltinCall& call) {
  std::vector<Keyed> keyed = keyed_items(call, call.text(2, ""), case_argument(call, 1));
  sort_keyed(keyed, call.truth(0, false), call.budget);
  return Ref::owned(items_of(std::move(keyed)));
}

Ref dictsort(const BuiltinCall& call) {
  const auto members = members_of(call.input);
  if (!members)
    throw CallError{"dictsort needs a mapping, not " + kind_name(call.input), "", "wrong-type"};
  const std::string_view by = call.text(1, "key");
  if (by != "key" && by != "value")
    throw CallError{"a mapping is sorted by \"key\" or by \"value\"", ""};
  call.budget.list(members->size() * 2);
  std::vector<Keyed> keyed;
  for (const auto& [name, value] : *members)
    keyed.push_back({comparable(by == "key" ? Ref(name) : value, case_argument(call, 0)),
                     Ref::owned(std::vector<Ref>{Ref(name), value})});
  sort_keyed(keyed, call.truth(2, false), call.budget);
  return Ref::owned(items_of(std::move(keyed)));
}

enum class Extreme { Smallest, Largest };

template <Extreme Wanted>
Ref extreme(const BuiltinCall& call) {
  const std::vector<Keyed> keyed = keyed_items(call, call.text(1, ""), case_argument(call, 0));
  const Keyed* best = nullptr;
  for (const Keyed& each : keyed) {
    const int order = best == nullptr ? 0 : compare(each.key, best->key, call.budget);
    if (best == nullptr || (Wanted == Extreme::Smallest ? order < 0 : order > 0))
      best = &each;
  }
  return best == nullptr ? Ref() : best->item;
}

// The first of those that are equal, in the order of the list.
Ref unique(const BuiltinCall& call) {
  std::vector<Keyed> keyed = keyed_items(call, call.text(1, ""), case_argument(call, 0));
  std::vector<Keyed> kept;
  for (Keyed& each : keyed) {
    const bool known = std::any_of(kept.begin(), kept.end(), [&](const Keyed& other) {
      return equal(other.key, each.key, call.budget);
    });
    if (!known)
      kept.push_back(std::move(each));
  }
  return Ref::owned(items_of(std::move(kept)));
}

// Mappings {grouper, list} in the order of the groupers.
Ref groupby(const BuiltinCall& call) {
  const std::string_view path = call.text(0, "");
  std::vector<Keyed> keyed;
  for (Ref& item : input_items(call)) {
    Ref value = find_path(item, path);
    if (is_undefined(value) && call.given(1))
      value = call.arguments[1];
    if (is_undefined(value))
      throw CallError{kind_name(item) + " has no '" + std::string(path) + "' to group by",
                      "give a value for it: groupby(…, default=…)", "undefined-value"};
    keyed.push_back({std::move(value), std::move(item)});
  }
  sort_keyed(keyed, false, call.budget);
  std::vector<Ref> groups;
  for (std::size_t at = 0; at < keyed.size();) {
    std::vector<Ref> members;
    const Ref key = keyed[at].key;
    for (; at < keyed.size() && equal(keyed[at].key, key, call.budget); ++at)
      members.push_back(keyed[at].item);
    groups.push_back(Ref::owned(std::vector<std::pair<Symbol, Ref>>{
        {Symbol::of("grouper"), key}, {Symbol::of("list"), Ref::owned(std::move(members))}}));
  }
  return Ref::owned(std::move(groups));
}

}  // namespace

std::vector<BuiltinFilter> ordering_filters() {
  return {{"sort", {"reverse", "case_sensitive", "attribute"}, 0, sort},
          {"dictsort", {"case_sensitive", "by", "reverse"}, 0, dictsort},
          {"min", {"case_sensitive", "attribute"}, 0, extreme<Extreme::Smallest>},
          {"max", {"case_sensitive", "attribute"}, 0, extreme<Extreme::Largest>},
          {"unique", {"case_sensitive", "attribute"}, 0, unique},
          {"groupby", {"attribute", "default"}, 1, groupby}};
}

}  // namespace paperboy::templates
