#pragma once

#include <string>
#include <string_view>

#include "templates/budget.h"
#include "templates/output_kind.h"
#include "templates/ref.h"

namespace paperboy::templates {

// Appends a value as `{{ value }}` prints it. Html templates escape everything but Html, Json templates
// print JSON, Text templates print text as it is. None prints nothing (null in Json).
// Throws CallError for what cannot be printed; undefined values are the caller's business.
void append_printed(std::string& out, const Ref& value, OutputKind kind, Budget& budget);

// JSON in which < > & ' are written as \u003c…, so that it may stand inside of a <script> element.
// `indent` is the number of blanks a level; 0 puts all on one line.
void append_json(std::string& out, const Ref& value, std::size_t indent, Budget& budget);

}  // namespace paperboy::templates
