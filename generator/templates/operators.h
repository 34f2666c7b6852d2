#pragma once

#include <vector>

#include "templates/ast.h"
#include "templates/budget.h"
#include "templates/ref.h"

namespace paperboy::templates {

// What the operators of the language do; a wrong use throws CallError. The compiler uses them too, to
// compute what does not depend on data.

Ref apply_binary(BinaryOperator op, const Ref& left, const Ref& right, Budget& budget);
Ref apply_unary(UnaryOperator op, const Ref& operand);
bool apply_comparison(ComparisonOperator op, const Ref& left, const Ref& right, Budget& budget);
// Text as soon as no part is Html; otherwise Html in which the texts are escaped.
Ref concatenate(const Ref* parts, std::size_t count, Budget& budget);

// Numbers by value, texts and Html by what they look like, lists and mappings member by member.
bool equal(const Ref& left, const Ref& right, Budget& budget);
// Negative, zero or positive; for two numbers, two texts, two truth values or two lists of such.
int compare(const Ref& left, const Ref& right, Budget& budget);
bool contains(const Ref& container, const Ref& item, Budget& budget);

Ref index_value(const Ref& object, const Ref& key);
// Undefined parts mean "from the beginning", "to the end", 1.
Ref slice_value(const Ref& object, const Ref& begin, const Ref& end, const Ref& step, Budget& budget);

}  // namespace paperboy::templates
