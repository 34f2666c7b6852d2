#pragma once

#include "model/edition.h"
#include "model/site.h"

namespace paperboy::model {

// Gives entries their totals, puts them into reading order (by topic where the series groups by topic,
// then as the series sorts) and numbers their ranks from 1.
void put_in_reading_order(Edition& edition, const Series& series, const Site& site);

}  // namespace paperboy::model
