#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "pages/view_types.h"

// How the members of views become values of the template language; for view_types.cpp and page_types.cpp.
namespace paperboy::pages {

using templates::Field;
using templates::None;
using templates::Ref;
using templates::Symbol;

// A week of a calendar and a row of a heat map are lists of days; found beside list_ref() by its argument.
inline Ref element_ref(const std::vector<CalendarDayView>& week) {
  return templates::list_ref(week);
}

inline Ref element_ref(const std::vector<HeatDayView>& row) {
  return templates::list_ref(row);
}

inline Ref to_ref(const std::string& text) {
  return Ref(text);
}
inline Ref to_ref(const std::string_view& text) {
  return Ref(text);
}
inline Ref to_ref(const AuthorList& authors) {
  return templates::list_ref(people_of(authors));
}
inline Ref to_ref(const bool& truth) {
  return Ref(truth);
}
inline Ref to_ref(const std::size_t& number) {
  return Ref(number);
}
inline Ref to_ref(const int& number) {
  return Ref(number);
}
inline Ref to_ref(const unsigned& number) {
  return Ref(static_cast<std::int64_t>(number));
}
inline Ref to_ref(const double& number) {
  return Ref(number);
}
inline Ref to_ref(const base::Html* const& html) {
  return html == nullptr ? Ref(None{}) : Ref(*html);
}
inline Ref to_ref(const base::Html& html) {
  return Ref(html);
}
inline Ref to_ref(const TextView& text) {
  return text.text == nullptr ? Ref(None{}) : templates::ref(text);
}
// A link to nowhere is no link.
inline Ref to_ref(const LinkView& link) {
  return link.address.empty() ? Ref(None{}) : templates::ref(link);
}
inline Ref to_ref(const std::vector<std::pair<std::string, std::string>>& pairs) {
  std::vector<std::pair<Symbol, Ref>> members;
  for (const auto& [key, text] : pairs) {
    members.emplace_back(Symbol::of(key), Ref(text));
  }
  return Ref::owned(std::move(members));
}
template <typename T>
Ref to_ref(const std::vector<T>& items) {
  return templates::list_ref(items);
}
template <typename T>
Ref to_ref(const T* const& object) {
  return object == nullptr ? Ref(None{}) : templates::ref(*object);
}
template <typename T>
Ref to_ref(const std::optional<T>& object) {
  return object ? templates::ref(*object) : Ref(None{});
}
template <typename T>
Ref to_ref(const T& object) {
  return templates::ref(object);
}

template <typename T, typename M>
T owner_of(M T::*);

// The field of a data member, with the same name.
template <auto kMember>
Field member(std::string_view name) {
  using Owner = decltype(owner_of(kMember));
  return {Symbol::of(name),
          [](const void* object) -> Ref { return to_ref(static_cast<const Owner*>(object)->*kMember); }};
}

template <typename T>
base::SourceSpan origin_of(const void* object) {
  return static_cast<const T*>(object)->origin;
}

}  // namespace paperboy::pages
