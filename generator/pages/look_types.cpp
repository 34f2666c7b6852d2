#include "pages/view_fields.h"

namespace paperboy::pages {

using templates::Type;

const Type& type_of(const LogoView*) {
  static const Type type{"logo",
                         {
                             member<&LogoView::address>("address"),
                             member<&LogoView::alt>("alt"),
                             member<&LogoView::with_title>("with_title"),
                         }};
  return type;
}

const Type& type_of(const LookView*) {
  static const Type type{"look",
                         {
                             member<&LookView::theme>("theme"),
                             member<&LookView::logo>("logo"),
                         }};
  return type;
}

}  // namespace paperboy::pages

namespace paperboy::model {

namespace {

template <std::size_t... kAt>
std::vector<templates::Field> show_fields(std::index_sequence<kAt...>) {
  return {{templates::Symbol::of(kShowNames[kAt].first), [](const void* object) {
             return templates::Ref(static_cast<const Show*>(object)->*kShowNames[kAt].second);
           }}...};
}

}  // namespace

const templates::Type& type_of(const Show*) {
  static const templates::Type type{"show", show_fields(std::make_index_sequence<kShowNames.size()>())};
  return type;
}

}  // namespace paperboy::model
