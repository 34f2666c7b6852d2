#include "templates/clause_parser.h"

#include <algorithm>
#include <array>

namespace paperboy::templates {

Identifier ClauseParser::identifier(std::string_view where) {
  static constexpr std::array<std::string_view, 13> kTaken{
      "true", "false", "none", "and", "or", "not", "in", "is", "if", "else", "self", "super", "loop"};
  const Token& token = tokens_.expect(TokenKind::Name, where);
  if (std::find(kTaken.begin(), kTaken.end(), token.span.text()) != kTaken.end())
    fail(token.span,
         "'" + std::string(token.span.text()) + "' has a meaning of its own and cannot be a name");
  return {token.span.text(), token.span};
}

std::vector<Identifier> ClauseParser::targets() {
  std::vector<Identifier> found;
  const bool parenthesized = tokens_.accept(TokenKind::LeftParen);
  do {
    found.push_back(identifier("to assign to"));
  } while (tokens_.accept(TokenKind::Comma));
  if (parenthesized)
    tokens_.expect(TokenKind::RightParen);
  return found;
}

// Behind '('.
std::vector<Parameter> ClauseParser::parameters() {
  std::vector<Parameter> found;
  while (!tokens_.at(TokenKind::RightParen)) {
    Parameter parameter{identifier("of a parameter"), nullptr};
    for (const Parameter& earlier : found)
      if (earlier.name.name == parameter.name.name)
        fail(parameter.name.span, "parameter '" + std::string(parameter.name.name) + "' is given twice");
    if (tokens_.accept(TokenKind::Assign))
      parameter.fallback = expressions_.parse();
    found.push_back(std::move(parameter));
    if (!tokens_.accept(TokenKind::Comma))
      break;
  }
  tokens_.expect(TokenKind::RightParen, "or ',' after the parameter");
  return found;
}

std::vector<FilterCall> ClauseParser::filters() {
  std::vector<FilterCall> found;
  while (tokens_.accept(TokenKind::Pipe)) found.push_back(expressions_.parse_filter(nullptr));
  return found;
}

Include ClauseParser::include() {
  Include node{expressions_.parse(), Missing::Error};
  if (tokens_.accept_name("ignore")) {
    tokens_.expect_name("missing");
    node.missing = Missing::Ignored;
  }
  if (tokens_.accept_name("with"))
    tokens_.expect_name("context");
  return node;
}

std::pair<std::string, base::SourceSpan> ClauseParser::template_name(std::string_view tag) {
  if (!tokens_.at(TokenKind::String))
    tokens_.fail_expected("the name of a template in quotes", "after '" + std::string(tag) + "'");
  const Token& name = tokens_.take();
  return {name.text, name.span};
}

Extends ClauseParser::extends() {
  auto [name, span] = template_name("extends");
  return Extends{std::move(name), span};
}

Import ClauseParser::import() {
  auto [name, span] = template_name("import");
  tokens_.expect_name("as");
  Import node{std::move(name), span, identifier("for the imported template")};
  return node;
}

FromImport ClauseParser::from_import() {
  auto [name, span] = template_name("from");
  FromImport node{std::move(name), span, {}};
  tokens_.expect_name("import");
  do {
    const Identifier there = identifier("to import");
    const Identifier here = tokens_.accept_name("as") ? identifier("after 'as'") : there;
    node.names.emplace_back(there, here);
  } while (tokens_.accept(TokenKind::Comma));
  return node;
}

}  // namespace paperboy::templates
