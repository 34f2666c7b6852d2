#pragma once

#include "model/paper.h"

namespace paperboy::model {

// Adds what an older edition says of a paper: fields the newer ones left out are filled, a full author list
// or abstract replaces a cut one, the newest version and the earliest date are kept.
Paper merge_older(Paper paper, const Paper& older);

}  // namespace paperboy::model
