#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/source.h"

namespace paperboy::templates {

enum class TokenKind : std::uint8_t {
  Text,        // what stands outside of tags
  TagOpen,     // {%
  TagClose,    // %}
  PrintOpen,   // {{
  PrintClose,  // }}
  Name,
  String,
  Integer,
  Float,
  Dot,
  Comma,
  Colon,
  Pipe,
  Assign,
  Plus,
  Minus,
  Star,
  DoubleStar,
  Slash,
  DoubleSlash,
  Percent,
  Tilde,
  Equal,
  NotEqual,
  Less,
  LessEqual,
  Greater,
  GreaterEqual,
  LeftParen,
  RightParen,
  LeftBracket,
  RightBracket,
  LeftBrace,
  RightBrace,
  End,
};

// The span of a Text token is what is left of it after white space control.
struct Token {
  TokenKind kind = TokenKind::End;
  base::SourceSpan span;
  std::string text;          // String: with escapes resolved
  std::int64_t integer = 0;  // Integer
  double number = 0;         // Float

  bool is_name(std::string_view name) const { return kind == TokenKind::Name && span.text() == name; }
};

// For messages: "a name", "'|'", "the end of the file".
std::string_view describe(TokenKind kind);
// What was found, for "expected …, found …": names and texts are quoted.
std::string describe(const Token& token);
// One line a token, for tests: kind and source text.
std::string format_tokens(const std::vector<Token>& tokens);

}  // namespace paperboy::templates
