#include <algorithm>

#include "templates/filter_input.h"
#include "templates/operators.h"

// Filters that take lists as they stand: pieces, sizes, joins.

namespace paperboy::templates {
namespace {

Ref length(const BuiltinCall& call) {
  const std::optional<std::size_t> size = length_of(call.input);
  if (!size)
    throw CallError{kind_name(call.input) + " has no length",
                    html_of(call.input) != nullptr ? "use striptags first" : "", "wrong-type"};
  return Ref(*size);
}

Ref first(const BuiltinCall& call) {
  if (const std::optional<ListReader> list = ListReader::of(call.input))
    return list->size() > 0 ? list->at(0) : Ref();
  const std::vector<Ref> items = input_items(call);
  return items.empty() ? Ref() : items.front();
}

Ref last(const BuiltinCall& call) {
  if (const std::optional<ListReader> list = ListReader::of(call.input))
    return list->size() > 0 ? list->at(list->size() - 1) : Ref();
  const std::vector<Ref> items = input_items(call);
  return items.empty() ? Ref() : items.back();
}

// Html as soon as one item or the separator is Html; texts are then escaped.
Ref join(const BuiltinCall& call) {
  const std::vector<Ref> items = input_items(call);
  const Ref separator = call.given(0) ? call.arguments[0] : Ref(std::string_view());
  std::vector<Ref> parts;
  for (const Ref& item : items) {
    if (!parts.empty())
      parts.push_back(separator);
    parts.push_back(call.given(1) ? find_path(item, call.text(1, "")) : item);
    if (is_undefined(parts.back()))
      throw CallError{
          "an item " + (call.given(1) ? "has no '" + std::string(call.text(1, "")) + "'" : "is undefined"),
          "", "undefined-value"};
  }
  return concatenate(parts.data(), parts.size(), call.budget);
}

Ref to_list(const BuiltinCall& call) {
  return Ref::owned(input_items(call));
}

Ref reverse(const BuiltinCall& call) {
  std::vector<Ref> items = input_items(call);
  std::reverse(items.begin(), items.end());
  if (!text_of(call.input))
    return Ref::owned(std::move(items));
  return concatenate(items.data(), items.size(), call.budget);
}

Ref items(const BuiltinCall& call) {
  const auto members = members_of(call.input);
  if (!members)
    throw CallError{"items needs a mapping, not " + kind_name(call.input), "", "wrong-type"};
  call.budget.list(members->size() * 2);
  std::vector<Ref> pairs;
  for (const auto& [name, value] : *members) pairs.push_back(Ref::owned(std::vector<Ref>{Ref(name), value}));
  return Ref::owned(std::move(pairs));
}

std::size_t count_argument(const BuiltinCall& call) {
  const std::int64_t count = call.integer(0, 1);
  if (count < 1 || count > 100'000)
    throw CallError{"the number must be from 1 to 100000", ""};
  return static_cast<std::size_t>(count);
}

// Lists of `size` items, the last filled up when `fill` is given.
Ref batch(const BuiltinCall& call) {
  const std::size_t size = count_argument(call);
  const std::vector<Ref> all = input_items(call);
  std::vector<Ref> batches;
  for (std::size_t at = 0; at < all.size(); at += size) {
    std::vector<Ref> part;
    for (std::size_t i = at; i < std::min(at + size, all.size()); ++i) part.push_back(all[i]);
    if (call.given(1)) {
      call.budget.list(size);
      part.resize(size, call.arguments[1]);
    }
    batches.push_back(Ref::owned(std::move(part)));
  }
  return Ref::owned(std::move(batches));
}

// `count` lists of nearly equal length, the longer ones first.
Ref slice(const BuiltinCall& call) {
  const std::size_t count = count_argument(call);
  const std::vector<Ref> all = input_items(call);
  call.budget.list(count);
  std::vector<Ref> slices;
  std::size_t at = 0;
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t size = all.size() / count + (i < all.size() % count ? 1 : 0);
    std::vector<Ref> part(all.begin() + static_cast<std::ptrdiff_t>(at),
                          all.begin() + static_cast<std::ptrdiff_t>(at + size));
    at += size;
    if (call.given(1) && all.size() % count != 0 && i >= all.size() % count)
      part.push_back(call.arguments[1]);
    slices.push_back(Ref::owned(std::move(part)));
  }
  return Ref::owned(std::move(slices));
}

}  // namespace

std::vector<BuiltinFilter> list_filters() {
  return {{"length", {}, 0, length},
          {"count", {}, 0, length},
          {"first", {}, 0, first},
          {"last", {}, 0, last},
          {"join", {"separator", "attribute"}, 0, join},
          {"list", {}, 0, to_list},
          {"reverse", {}, 0, reverse},
          {"items", {}, 0, items},
          {"batch", {"size", "fill"}, 1, batch},
          {"slice", {"count", "fill"}, 1, slice}};
}

}  // namespace paperboy::templates
