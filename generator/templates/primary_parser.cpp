#include <algorithm>
#include <array>

#include "templates/expression_parser.h"
#include "templates/parser.h"

// The tight half of ExpressionParser: literals, names, calls, fields, indexes.

namespace paperboy::templates {
namespace {

ExpressionPtr make(Expression::Node node, base::SourceSpan span, std::size_t height_below) {
  if (height_below >= kMaxNesting)
    fail(span, "expression is nested too deeply", "split it with set", "too-deep");
  return std::make_unique<Expression>(Expression{std::move(node), span, height_below + 1});
}

bool is_reserved(std::string_view name) {
  static constexpr std::array<std::string_view, 7> kReserved{"and", "or", "not", "in", "is", "if", "else"};
  return std::find(kReserved.begin(), kReserved.end(), name) != kReserved.end();
}

}  // namespace

ExpressionPtr ExpressionParser::parse_postfix() {
  ExpressionPtr value = parse_primary();
  while (true) {
    const base::SourceSpan begin = value->span;
    const std::size_t height = value->height;
    if (tokens_.accept(TokenKind::Dot)) {
      if (tokens_.at(TokenKind::Integer)) {
        const Token& token = tokens_.take();
        ExpressionPtr key = make(Literal{token.integer}, token.span, 0);
        value = make(IndexAccess{std::move(value), std::move(key)}, cover(begin, token.span), height);
        continue;
      }
      const Token& name = tokens_.expect(TokenKind::Name, "of a field after '.'");
      value =
          make(FieldAccess{std::move(value), std::string(name.span.text())}, cover(begin, name.span), height);
    } else if (tokens_.accept(TokenKind::LeftBracket)) {
      value = parse_brackets(std::move(value));
    } else if (tokens_.accept(TokenKind::LeftParen)) {
      Call node{std::move(value), parse_arguments()};
      std::size_t tallest = height;
      for (const Argument& argument : node.arguments) tallest = std::max(tallest, argument.value->height);
      value = make(std::move(node), cover(begin, tokens_.previous().span), tallest);
    } else {
      return value;
    }
  }
}

// Behind '[': an index, a written-out key or a slice.
ExpressionPtr ExpressionParser::parse_brackets(ExpressionPtr object) {
  const base::SourceSpan begin = object->span;
  std::size_t height = object->height;
  std::array<ExpressionPtr, 3> parts;
  std::size_t colons = 0;
  while (true) {
    if (!tokens_.at(TokenKind::Colon) && !tokens_.at(TokenKind::RightBracket)) {
      parts[colons] = parse();
      height = std::max(height, parts[colons]->height);
    }
    if (colons == 2 || !tokens_.accept(TokenKind::Colon))
      break;
    ++colons;
  }
  if (colons == 0 && !parts[0])
    tokens_.fail_expected("an index or a key", "between the brackets");
  tokens_.expect(TokenKind::RightBracket);
  const base::SourceSpan span = cover(begin, tokens_.previous().span);
  if (colons > 0)
    return make(SliceAccess{std::move(object), std::move(parts[0]), std::move(parts[1]), std::move(parts[2])},
                span, height);
  if (const Literal* literal = std::get_if<Literal>(&parts[0]->node))
    if (const std::string* key = std::get_if<std::string>(&literal->value))
      return make(FieldAccess{std::move(object), *key}, span, height);
  return make(IndexAccess{std::move(object), std::move(parts[0])}, span, height);
}

ExpressionPtr ExpressionParser::parse_primary() {
  const Token& token = tokens_.peek();
  switch (token.kind) {
    case TokenKind::Name:
      return parse_name();
    case TokenKind::String:
      return parse_string();
    case TokenKind::Integer:
      tokens_.take();
      return make(Literal{token.integer}, token.span, 0);
    case TokenKind::Float:
      tokens_.take();
      return make(Literal{token.number}, token.span, 0);
    case TokenKind::LeftParen:
      return parse_parentheses();
    case TokenKind::LeftBracket:
      return parse_list(TokenKind::RightBracket);
    case TokenKind::LeftBrace:
      return parse_map();
    default:
      tokens_.fail_expected("an expression");
  }
}

ExpressionPtr ExpressionParser::parse_name() {
  const Token& token = tokens_.peek();
  const std::string_view name = token.span.text();
  if (is_reserved(name))
    tokens_.fail_expected("an expression");
  tokens_.take();
  if (name == "true" || name == "True")
    return make(Literal{true}, token.span, 0);
  if (name == "false" || name == "False")
    return make(Literal{false}, token.span, 0);
  if (name == "none" || name == "None")
    return make(Literal{Nothing{}}, token.span, 0);
  return make(Variable{name}, token.span, 0);
}

// Texts that stand side by side are one.
ExpressionPtr ExpressionParser::parse_string() {
  const base::SourceSpan begin = tokens_.peek().span;
  std::string text;
  while (tokens_.at(TokenKind::String)) text += tokens_.take().text;
  return make(Literal{std::move(text)}, cover(begin, tokens_.previous().span), 0);
}

ExpressionPtr ExpressionParser::parse_list(TokenKind close) {
  const base::SourceSpan begin = tokens_.take().span;
  ListDisplay node;
  std::size_t height = 0;
  while (!tokens_.at(close)) {
    node.items.push_back(parse());
    height = std::max(height, node.items.back()->height);
    if (!tokens_.accept(TokenKind::Comma))
      break;
  }
  tokens_.expect(close, "or ',' in the list");
  return make(std::move(node), cover(begin, tokens_.previous().span), height);
}

// (a) is a itself; (a, b), (a,) and () are lists.
ExpressionPtr ExpressionParser::parse_parentheses() {
  const base::SourceSpan begin = tokens_.take().span;
  ListDisplay node;
  std::size_t height = 0;
  bool is_list = tokens_.at(TokenKind::RightParen);
  while (!tokens_.at(TokenKind::RightParen)) {
    node.items.push_back(parse());
    height = std::max(height, node.items.back()->height);
    if (!tokens_.accept(TokenKind::Comma))
      break;
    is_list = true;
  }
  tokens_.expect(TokenKind::RightParen);
  if (!is_list)
    return std::move(node.items[0]);
  return make(std::move(node), cover(begin, tokens_.previous().span), height);
}

ExpressionPtr ExpressionParser::parse_map() {
  const base::SourceSpan begin = tokens_.take().span;
  MapDisplay node;
  std::size_t height = 0;
  while (!tokens_.at(TokenKind::RightBrace)) {
    ExpressionPtr key = parse();
    tokens_.expect(TokenKind::Colon, "after the key");
    ExpressionPtr value = parse();
    height = std::max({height, key->height, value->height});
    node.members.emplace_back(std::move(key), std::move(value));
    if (!tokens_.accept(TokenKind::Comma))
      break;
  }
  tokens_.expect(TokenKind::RightBrace, "or ',' in the mapping");
  return make(std::move(node), cover(begin, tokens_.previous().span), height);
}

// Behind '('.
std::vector<Argument> ExpressionParser::parse_arguments() {
  std::vector<Argument> arguments;
  while (!tokens_.at(TokenKind::RightParen)) {
    Argument argument;
    if (tokens_.at(TokenKind::Name) && tokens_.peek(1).kind == TokenKind::Assign) {
      const Token& name = tokens_.take();
      tokens_.take();
      argument.name = {name.span.text(), name.span};
      for (const Argument& earlier : arguments)
        if (earlier.name.name == argument.name.name)
          fail(name.span, "argument '" + std::string(name.span.text()) + "' is given twice");
    } else if (!arguments.empty() && !arguments.back().name.name.empty()) {
      fail(tokens_.peek().span, "an argument without a name stands behind one with a name",
           "put named arguments last");
    }
    argument.value = parse();
    arguments.push_back(std::move(argument));
    if (!tokens_.accept(TokenKind::Comma))
      break;
  }
  tokens_.expect(TokenKind::RightParen, "or ',' after the argument");
  return arguments;
}

}  // namespace paperboy::templates
