#include "templates/expression_parser.h"

#include <algorithm>
#include <array>
#include <optional>

#include "templates/parser.h"

namespace paperboy::templates {
namespace {

// Levels of binding, loosest first.
enum Level : int { kOr, kAnd, kNot, kCompare, kSum, kConcat, kProduct };

std::size_t height_of(const ExpressionPtr& expression) {
  return expression ? expression->height : 0;
}

// The tree must not get taller than nesting may go, or walking it would overflow the stack: a long
// chain such as a.b.c.d… is as tall as it is long.
template <typename Node>
ExpressionPtr make(Node node, base::SourceSpan span, std::size_t height_below) {
  if (height_below >= kMaxNesting)
    fail(span, "expression is nested too deeply", "split it with set", "too-deep");
  return std::make_unique<Expression>(Expression{std::move(node), span, height_below + 1});
}

std::size_t tallest(const std::vector<ExpressionPtr>& expressions) {
  std::size_t height = 0;
  for (const ExpressionPtr& expression : expressions) height = std::max(height, height_of(expression));
  return height;
}

std::size_t tallest(const std::vector<Argument>& arguments, std::size_t other) {
  for (const Argument& argument : arguments) other = std::max(other, height_of(argument.value));
  return other;
}

std::optional<BinaryOperator> binary_operator(TokenKind kind, int level) {
  if (level == kSum)
    return kind == TokenKind::Plus    ? std::optional(BinaryOperator::Add)
           : kind == TokenKind::Minus ? std::optional(BinaryOperator::Subtract)
                                      : std::nullopt;
  switch (kind) {
    case TokenKind::Star:
      return BinaryOperator::Multiply;
    case TokenKind::Slash:
      return BinaryOperator::Divide;
    case TokenKind::DoubleSlash:
      return BinaryOperator::FloorDivide;
    case TokenKind::Percent:
      return BinaryOperator::Remainder;
    default:
      return std::nullopt;
  }
}

std::optional<ComparisonOperator> comparison_operator(const TokenStream& tokens) {
  switch (tokens.peek().kind) {
    case TokenKind::Equal:
      return ComparisonOperator::Equal;
    case TokenKind::NotEqual:
      return ComparisonOperator::NotEqual;
    case TokenKind::Less:
      return ComparisonOperator::Less;
    case TokenKind::LessEqual:
      return ComparisonOperator::LessEqual;
    case TokenKind::Greater:
      return ComparisonOperator::Greater;
    case TokenKind::GreaterEqual:
      return ComparisonOperator::GreaterEqual;
    default:
      break;
  }
  if (tokens.at_name("in"))
    return ComparisonOperator::In;
  if (tokens.at_name("not") && tokens.peek(1).is_name("in"))
    return ComparisonOperator::NotIn;
  return std::nullopt;
}

// How tight the operator that comes next binds; nothing when none comes.
std::optional<int> next_level(const TokenStream& tokens) {
  if (tokens.at_name("or"))
    return kOr;
  if (tokens.at_name("and"))
    return kAnd;
  if (comparison_operator(tokens))
    return kCompare;
  if (tokens.at(TokenKind::Tilde))
    return kConcat;
  for (const int level : {kSum, kProduct})
    if (binary_operator(tokens.peek().kind, level))
      return level;
  return std::nullopt;
}

bool is_word_operator(const Token& token) {
  static constexpr std::array<std::string_view, 6> kWords{"and", "or", "not", "in", "is", "if"};
  return token.kind == TokenKind::Name &&
         (std::find(kWords.begin(), kWords.end(), token.span.text()) != kWords.end() ||
          token.is_name("else"));
}

}  // namespace

Nesting::Guard Nesting::enter(base::SourceSpan span) {
  if (depth_ >= kMaxNesting)
    fail(span, "too many tags and brackets inside each other", "at most " + std::to_string(kMaxNesting),
         "too-deep");
  return Guard(depth_);
}

ExpressionPtr ExpressionParser::parse() {
  const Nesting::Guard guard = nesting_.enter(tokens_.peek().span);
  ExpressionPtr value = parse_operators(kOr);
  if (!tokens_.accept_name("if"))
    return value;
  Conditional node{std::move(value), parse_operators(kOr), nullptr};
  if (tokens_.accept_name("else"))
    node.otherwise = parse();
  const std::size_t height =
      std::max({height_of(node.value), height_of(node.condition), height_of(node.otherwise)});
  const base::SourceSpan span = cover(node.value->span, tokens_.previous().span);
  return make(std::move(node), span, height);
}

ExpressionPtr ExpressionParser::parse_without_condition() {
  const Nesting::Guard guard = nesting_.enter(tokens_.peek().span);
  return parse_operators(kOr);
}

ExpressionPtr ExpressionParser::parse_operators(int level) {
  ExpressionPtr left = level <= kNot && tokens_.at_name("not") ? parse_not() : parse_filtered();
  for (std::optional<int> next = next_level(tokens_); next && *next >= level; next = next_level(tokens_))
    left = parse_operator(*next, std::move(left));
  return left;
}

ExpressionPtr ExpressionParser::parse_operator(int level, ExpressionPtr left) {
  const Nesting::Guard guard = nesting_.enter(tokens_.peek().span);
  switch (level) {
    case kOr:
    case kAnd:
      return parse_logic(level, std::move(left));
    case kCompare:
      return parse_comparison(std::move(left));
    case kConcat:
      return parse_concatenation(std::move(left));
    default:
      return parse_arithmetic(level, std::move(left));
  }
}

ExpressionPtr ExpressionParser::parse_logic(int level, ExpressionPtr first) {
  const base::SourceSpan begin = first->span;
  Logic node{level == kOr ? LogicOperator::Or : LogicOperator::And, {}};
  node.operands.push_back(std::move(first));
  while (tokens_.accept_name(level == kOr ? "or" : "and"))
    node.operands.push_back(parse_operators(level + 1));
  const std::size_t height = tallest(node.operands);
  return make(std::move(node), cover(begin, tokens_.previous().span), height);
}

ExpressionPtr ExpressionParser::parse_not() {
  const base::SourceSpan begin = tokens_.take().span;
  const Nesting::Guard guard = nesting_.enter(begin);
  ExpressionPtr operand = tokens_.at_name("not") ? parse_not() : parse_operators(kCompare);
  const std::size_t height = operand->height;
  const base::SourceSpan span = cover(begin, operand->span);
  return make(Unary{UnaryOperator::Not, std::move(operand)}, span, height);
}

ExpressionPtr ExpressionParser::parse_comparison(ExpressionPtr first) {
  std::size_t height = first->height;
  const base::SourceSpan begin = first->span;
  Comparison node{std::move(first), {}};
  while (const std::optional<ComparisonOperator> op = comparison_operator(tokens_)) {
    tokens_.take();
    if (*op == ComparisonOperator::NotIn)
      tokens_.take();
    node.rest.emplace_back(*op, parse_operators(kSum));
    height = std::max(height, node.rest.back().second->height);
  }
  return make(std::move(node), cover(begin, tokens_.previous().span), height);
}

// One operator: the loop in parse_operators makes them group to the left.
ExpressionPtr ExpressionParser::parse_arithmetic(int level, ExpressionPtr left) {
  const BinaryOperator op = *binary_operator(tokens_.take().kind, level);
  ExpressionPtr right = parse_operators(level + 1);
  const std::size_t height = std::max(left->height, right->height);
  const base::SourceSpan span = cover(left->span, right->span);
  return make(Binary{op, std::move(left), std::move(right)}, span, height);
}

ExpressionPtr ExpressionParser::parse_concatenation(ExpressionPtr first) {
  const base::SourceSpan begin = first->span;
  Concatenation node;
  node.parts.push_back(std::move(first));
  while (tokens_.accept(TokenKind::Tilde)) node.parts.push_back(parse_operators(kConcat + 1));
  const std::size_t height = tallest(node.parts);
  return make(std::move(node), cover(begin, tokens_.previous().span), height);
}

ExpressionPtr ExpressionParser::parse_filtered() {
  ExpressionPtr value = parse_signed();
  while (true) {
    if (tokens_.accept(TokenKind::Pipe)) {
      const base::SourceSpan begin = value->span;
      FilterCall node = parse_filter(std::move(value));
      const std::size_t height = tallest(node.arguments, node.input->height);
      value = make(std::move(node), cover(begin, tokens_.previous().span), height);
    } else if (tokens_.accept_name("is")) {
      value = parse_test(std::move(value));
    } else {
      return value;
    }
  }
}

FilterCall ExpressionParser::parse_filter(ExpressionPtr input) {
  const Token& name = tokens_.expect(TokenKind::Name, "of a filter");
  FilterCall node{{name.span.text(), name.span}, std::move(input), {}};
  if (tokens_.accept(TokenKind::LeftParen))
    node.arguments = parse_arguments();
  return node;
}

ExpressionPtr ExpressionParser::parse_test(ExpressionPtr input) {
  const Negation negation = tokens_.accept_name("not") ? Negation::Yes : Negation::No;
  const base::SourceSpan begin = input->span;
  const Token& name = tokens_.expect(TokenKind::Name, "of a test");
  TestCall node{{name.span.text(), name.span}, std::move(input), {}, negation};
  const TokenKind next = tokens_.peek().kind;
  if (next == TokenKind::Equal || next == TokenKind::LeftBrace) {
    // Not the beginning of an argument that may stand without parentheses.
  } else if (tokens_.accept(TokenKind::LeftParen)) {
    node.arguments = parse_arguments();
  } else if ((next == TokenKind::Name && !is_word_operator(tokens_.peek())) || next == TokenKind::String ||
             next == TokenKind::Integer || next == TokenKind::Float || next == TokenKind::LeftBracket) {
    // `is divisibleby 3`
    const Nesting::Guard guard = nesting_.enter(tokens_.peek().span);
    node.arguments.push_back({{}, parse_postfix()});
  }
  const std::size_t height = tallest(node.arguments, node.input->height);
  return make(std::move(node), cover(begin, tokens_.previous().span), height);
}

ExpressionPtr ExpressionParser::parse_signed() {
  if (!tokens_.at(TokenKind::Minus) && !tokens_.at(TokenKind::Plus)) {
    ExpressionPtr base = parse_postfix();
    if (!tokens_.accept(TokenKind::DoubleStar))
      return base;
    const Nesting::Guard guard = nesting_.enter(tokens_.peek().span);
    ExpressionPtr exponent = parse_signed();
    const std::size_t height = std::max(base->height, exponent->height);
    const base::SourceSpan span = cover(base->span, exponent->span);
    return make(Binary{BinaryOperator::Power, std::move(base), std::move(exponent)}, span, height);
  }
  const Token& sign = tokens_.take();
  const Nesting::Guard guard = nesting_.enter(sign.span);
  ExpressionPtr operand = parse_signed();
  const std::size_t height = operand->height;
  const base::SourceSpan span = cover(sign.span, operand->span);
  const UnaryOperator op = sign.kind == TokenKind::Minus ? UnaryOperator::Minus : UnaryOperator::Plus;
  return make(Unary{op, std::move(operand)}, span, height);
}

}  // namespace paperboy::templates
