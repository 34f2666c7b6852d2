#include "templates/token.h"

#include <array>

#include "base/text.h"

namespace paperboy::templates {
namespace {

struct KindName {
  std::string_view name;         // in token listings
  std::string_view description;  // in messages
};

// In the order of TokenKind.
constexpr std::array<KindName, 35> kKindNames{{
    {"Text", "text"},
    {"TagOpen", "'{%'"},
    {"TagClose", "'%}'"},
    {"PrintOpen", "'{{'"},
    {"PrintClose", "'}}'"},
    {"Name", "a name"},
    {"String", "a text in quotes"},
    {"Integer", "a number"},
    {"Float", "a number"},
    {"Dot", "'.'"},
    {"Comma", "','"},
    {"Colon", "':'"},
    {"Pipe", "'|'"},
    {"Assign", "'='"},
    {"Plus", "'+'"},
    {"Minus", "'-'"},
    {"Star", "'*'"},
    {"DoubleStar", "'**'"},
    {"Slash", "'/'"},
    {"DoubleSlash", "'//'"},
    {"Percent", "'%'"},
    {"Tilde", "'~'"},
    {"Equal", "'=='"},
    {"NotEqual", "'!='"},
    {"Less", "'<'"},
    {"LessEqual", "'<='"},
    {"Greater", "'>'"},
    {"GreaterEqual", "'>='"},
    {"LeftParen", "'('"},
    {"RightParen", "')'"},
    {"LeftBracket", "'['"},
    {"RightBracket", "']'"},
    {"LeftBrace", "'{'"},
    {"RightBrace", "'}'"},
    {"End", "the end of the file"},
}};
static_assert(kKindNames.size() == static_cast<std::size_t>(TokenKind::End) + 1);

}  // namespace

std::string_view describe(TokenKind kind) {
  return kKindNames[static_cast<std::size_t>(kind)].description;
}

std::string describe(const Token& token) {
  if (token.kind == TokenKind::Name)
    return "'" + std::string(token.span.text()) + "'";
  return std::string(describe(token.kind));
}

std::string format_tokens(const std::vector<Token>& tokens) {
  std::string out;
  for (const Token& token : tokens) {
    out += kKindNames[static_cast<std::size_t>(token.kind)].name;
    if (token.kind == TokenKind::Text || token.kind == TokenKind::Name || token.kind == TokenKind::Integer ||
        token.kind == TokenKind::Float)
      out += " \"" + base::json_escape(token.span.text()) + "\"";
    if (token.kind == TokenKind::String)
      out += " \"" + base::json_escape(token.text) + "\"";
    out += '\n';
  }
  return out;
}

}  // namespace paperboy::templates
