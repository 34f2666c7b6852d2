#include "pages/view_fields.h"
#include "pages/view_types.h"

namespace paperboy::pages {

using templates::Type;

const Type& type_of(const ChartLabelView*) {
  static const Type type{"chart label",
                         {
                             member<&ChartLabelView::label>("label"),
                             member<&ChartLabelView::language>("language"),
                         }};
  return type;
}

const Type& type_of(const ChartKeyView*) {
  static const Type type{"chart key",
                         {
                             member<&ChartKeyView::sign>("sign"),
                             member<&ChartKeyView::label>("label"),
                         }};
  return type;
}

const Type& type_of(const ChartRowView*) {
  static const Type type{"chart row",
                         {
                             member<&ChartRowView::label>("label"),
                             member<&ChartRowView::cells>("cells"),
                         }};
  return type;
}

const Type& type_of(const ChartView*) {
  static const Type type{"chart",
                         {
                             member<&ChartView::kind>("kind"),
                             member<&ChartView::subject>("subject"),
                             member<&ChartView::title>("title"),
                             member<&ChartView::hint>("hint"),
                             member<&ChartView::html>("html"),
                             member<&ChartView::key>("key"),
                             member<&ChartView::changes>("changes"),
                             member<&ChartView::columns>("columns"),
                             member<&ChartView::rows>("rows"),
                         }};
  return type;
}

}  // namespace paperboy::pages
