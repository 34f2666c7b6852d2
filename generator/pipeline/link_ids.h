#pragma once

#include "model/archive.h"

namespace paperboy::pipeline {

// Gives every paper without an id one made of its source and title. Different titles never share one,
// and the ids do not depend on the order of editions.
void assign_missing_ids(model::Archive& archive);

}  // namespace paperboy::pipeline
