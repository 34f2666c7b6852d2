#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "templates/token.h"

namespace paperboy::templates {

// Ends the parsing of the current tag; caught where statements are read.
struct SyntaxError {
  base::Diagnostic diagnostic;
};

// Tokens with one token of lookahead.
class TokenStream {
 public:
  explicit TokenStream(std::vector<Token> tokens) : tokens_(std::move(tokens)) {}

  const Token& peek(std::size_t ahead = 0) const {
    return tokens_[std::min(at_ + ahead, tokens_.size() - 1)];
  }
  const Token& previous() const { return tokens_[at_ == 0 ? 0 : at_ - 1]; }
  bool at(TokenKind kind) const { return peek().kind == kind; }
  bool at_name(std::string_view name) const { return peek().is_name(name); }
  const Token& take();
  // Takes the token if it is the next one.
  bool accept(TokenKind kind);
  bool accept_name(std::string_view name);
  // `where` completes "expected …": "after the name of the block".
  const Token& expect(TokenKind kind, std::string_view where = {});
  void expect_name(std::string_view name);
  // Behind the end of the current tag.
  void skip_tag();
  // To the end of the file.
  void skip_all() { at_ = tokens_.size() - 1; }
  [[noreturn]] void fail_expected(std::string_view what, std::string_view where = {}) const;

 private:
  std::vector<Token> tokens_;
  std::size_t at_ = 0;
};

[[noreturn]] void fail(base::SourceSpan span, std::string message, std::string hint = {},
                       std::string code = "template-syntax");
base::SourceSpan cover(base::SourceSpan first, base::SourceSpan last);

}  // namespace paperboy::templates
