#pragma once

#include "pages/view.h"
#include "templates/ref.h"

namespace paperboy::pages {

// The roots of every render; what they lead to is described beside them.
const templates::Type& type_of(const PageView*);
const templates::Type& type_of(const SiteView*);

}  // namespace paperboy::pages
