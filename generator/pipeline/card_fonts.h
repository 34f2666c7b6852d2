#pragma once

#include "base/diagnostic.h"
#include "model/site.h"

namespace paperboy::pipeline {

// A site whose languages this machine has no fonts for goes without share cards, which is reported.
void check_card_fonts(model::Site& site, base::Diagnostics& diagnostics);

}  // namespace paperboy::pipeline
