#pragma once

#include <string>
#include <vector>

#include "model/field_reader.h"
#include "model/redirect.h"
#include "value/value.h"

namespace paperboy::model {

// content/redirects.yaml: a mapping from old to new address.
std::vector<Redirect> read_redirects(const value::Value& root, base::Diagnostics& diagnostics);
// The key `redirects` of an edition or a page: a list of old addresses.
std::vector<OldAddress> read_old_addresses(FieldReader& fields, const std::string& language);

}  // namespace paperboy::model
