#pragma once

#include "model/field_reader.h"
#include "model/look.h"

namespace paperboy::model {

// Reads the mapping `look` of site.yaml. What is wrong in it is reported and left at its default.
Look read_look(const value::Value& look, ReadContext& context);

}  // namespace paperboy::model
