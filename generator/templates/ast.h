#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/source.h"

namespace paperboy::templates {

// The tree of a template. Names are views into its source.

struct Expression;
using ExpressionPtr = std::unique_ptr<Expression>;

// A name with the place where it stands.
struct Identifier {
  std::string_view name;
  base::SourceSpan span;
};

// One argument of a call; `name` is empty for positional ones.
struct Argument {
  Identifier name;
  ExpressionPtr value;
};

enum class BinaryOperator { Add, Subtract, Multiply, Divide, FloorDivide, Remainder, Power };
enum class ComparisonOperator { Equal, NotEqual, Less, LessEqual, Greater, GreaterEqual, In, NotIn };
enum class UnaryOperator { Not, Minus, Plus };
enum class LogicOperator { And, Or };

struct Nothing {};
struct Literal {
  std::variant<Nothing, bool, std::int64_t, double, std::string> value;
};
struct Variable {
  std::string_view name;
};
// object.name, and object["name"] where the key is written out.
struct FieldAccess {
  ExpressionPtr object;
  std::string name;
};
struct IndexAccess {
  ExpressionPtr object;
  ExpressionPtr key;
};
// Missing parts are null.
struct SliceAccess {
  ExpressionPtr object;
  ExpressionPtr begin;
  ExpressionPtr end;
  ExpressionPtr step;
};
struct Unary {
  UnaryOperator op;
  ExpressionPtr operand;
};
struct Binary {
  BinaryOperator op;
  ExpressionPtr left;
  ExpressionPtr right;
};
// a ~ b ~ c
struct Concatenation {
  std::vector<ExpressionPtr> parts;
};
// a < b <= c: every operand is evaluated once.
struct Comparison {
  ExpressionPtr first;
  std::vector<std::pair<ComparisonOperator, ExpressionPtr>> rest;
};
// a and b and c
struct Logic {
  LogicOperator op;
  std::vector<ExpressionPtr> operands;
};
// `otherwise` is null when there is no else.
struct Conditional {
  ExpressionPtr value;
  ExpressionPtr condition;
  ExpressionPtr otherwise;
};
struct ListDisplay {
  std::vector<ExpressionPtr> items;
};
struct MapDisplay {
  std::vector<std::pair<ExpressionPtr, ExpressionPtr>> members;
};
// `input` is null in a filter block, where the text of the block takes its place.
struct FilterCall {
  Identifier name;
  ExpressionPtr input;
  std::vector<Argument> arguments;
};
enum class Negation { No, Yes };
struct TestCall {
  Identifier name;
  ExpressionPtr input;
  std::vector<Argument> arguments;
  Negation negation;
};
struct Call {
  ExpressionPtr callee;
  std::vector<Argument> arguments;
};

struct Expression {
  using Node =
      std::variant<Literal, Variable, FieldAccess, IndexAccess, SliceAccess, Unary, Binary, Concatenation,
                   Comparison, Logic, Conditional, ListDisplay, MapDisplay, FilterCall, TestCall, Call>;
  Node node;
  base::SourceSpan span;
  std::size_t height = 1;  // levels below and including this one
};

struct Statement;
using Body = std::vector<Statement>;

struct TextPiece {
  std::string_view text;
};
struct Print {
  ExpressionPtr value;
};
struct IfBranch {
  ExpressionPtr condition;
  Body body;
};
struct If {
  std::vector<IfBranch> branches;
  Body otherwise;
};
struct For {
  std::vector<Identifier> targets;
  ExpressionPtr iterable;
  ExpressionPtr condition;  // may be null
  Body body;
  Body otherwise;
};
struct Set {
  std::vector<Identifier> targets;
  ExpressionPtr value;
};
// {% set space.name = value %}
struct SetField {
  Identifier object;
  Identifier field;
  ExpressionPtr value;
};
// Filters are in the order of application.
struct SetBlock {
  Identifier target;
  std::vector<FilterCall> filters;
  Body body;
};
enum class Missing { Error, Ignored };
struct Include {
  ExpressionPtr name;
  Missing missing;
};
struct Extends {
  std::string name;
  base::SourceSpan name_span;
};
struct Block {
  Identifier name;
  Body body;
};
struct Parameter {
  Identifier name;
  ExpressionPtr fallback;  // null when the argument is required
};
struct MacroDefinition {
  Identifier name;
  std::vector<Parameter> parameters;
  Body body;
};
// {% call(parameters) macro(arguments) %}body{% endcall %}
struct CallBlock {
  std::vector<Parameter> parameters;
  ExpressionPtr call;
  Body body;
};
struct Import {
  std::string name;
  base::SourceSpan name_span;
  Identifier target;
};
struct FromImport {
  std::string name;
  base::SourceSpan name_span;
  std::vector<std::pair<Identifier, Identifier>> names;  // in the other template, here
};
struct FilterBlock {
  std::vector<FilterCall> filters;
  Body body;
};
struct With {
  std::vector<std::pair<Identifier, ExpressionPtr>> bindings;
  Body body;
};

struct Statement {
  using Node = std::variant<TextPiece, Print, If, For, Set, SetField, SetBlock, Include, Extends, Block,
                            MacroDefinition, CallBlock, Import, FromImport, FilterBlock, With>;
  Node node;
  base::SourceSpan span;  // of the opening tag
};

}  // namespace paperboy::templates
