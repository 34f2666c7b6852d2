#include "pages/view_fields.h"
#include "pages/view_types.h"

namespace paperboy::pages {

using templates::Type;

const Type& type_of(const CalendarDayView*) {
  static const Type type{"calendar day",
                         {
                             member<&CalendarDayView::day>("day"),
                             member<&CalendarDayView::date>("date"),
                             member<&CalendarDayView::editions>("editions"),
                         }};
  return type;
}

const Type& type_of(const CalendarMonthView*) {
  static const Type type{"calendar month",
                         {
                             member<&CalendarMonthView::label>("label"),
                             member<&CalendarMonthView::address>("address"),
                             member<&CalendarMonthView::weeks>("weeks"),
                         }};
  return type;
}

const Type& type_of(const HeatDayView*) {
  static const Type type{"heat map day",
                         {
                             member<&HeatDayView::day>("day"),
                             member<&HeatDayView::date>("date"),
                             member<&HeatDayView::paper_count>("paper_count"),
                             member<&HeatDayView::level>("level"),
                             member<&HeatDayView::state>("state"),
                             member<&HeatDayView::address>("address"),
                             member<&HeatDayView::language>("language"),
                             member<&HeatDayView::editions>("editions"),
                         }};
  return type;
}

const Type& type_of(const HeatMonthView*) {
  static const Type type{"heat map month",
                         {
                             member<&HeatMonthView::label>("label"),
                             member<&HeatMonthView::address>("address"),
                             member<&HeatMonthView::rows>("rows"),
                         }};
  return type;
}

const Type& type_of(const HeatYearView*) {
  static const Type type{"heat map year",
                         {
                             member<&HeatYearView::label>("label"),
                             member<&HeatYearView::address>("address"),
                             member<&HeatYearView::months>("months"),
                         }};
  return type;
}

}  // namespace paperboy::pages
