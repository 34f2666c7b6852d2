#pragma once

#include "base/diagnostic.h"
#include "model/site.h"
#include "value/value.h"

namespace paperboy::importers {

// An edition that the model can read: a value that is of the wrong kind for its key (an id that is none, a
// score that is no number, an unknown topic) moves to `extra` under the same name, and a paper without a
// title is called by its id. What was moved is reported.
value::Value fit_to_model(const value::Value& edition, const std::string& path, const model::Site& site,
                          base::Diagnostics& diagnostics);

}  // namespace paperboy::importers
