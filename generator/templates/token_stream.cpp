#include "templates/token_stream.h"

namespace paperboy::templates {

const Token& TokenStream::take() {
  const Token& token = tokens_[at_];
  if (at_ + 1 < tokens_.size())
    ++at_;
  return token;
}

bool TokenStream::accept(TokenKind kind) {
  if (!at(kind))
    return false;
  take();
  return true;
}

bool TokenStream::accept_name(std::string_view name) {
  if (!at_name(name))
    return false;
  take();
  return true;
}

const Token& TokenStream::expect(TokenKind kind, std::string_view where) {
  if (!at(kind))
    fail_expected(describe(kind), where);
  return take();
}

void TokenStream::expect_name(std::string_view name) {
  if (!accept_name(name))
    fail_expected("'" + std::string(name) + "'");
}

void TokenStream::skip_tag() {
  while (!at(TokenKind::End) && !at(TokenKind::Text) && !at(TokenKind::TagOpen) &&
         !at(TokenKind::PrintOpen)) {
    const TokenKind kind = take().kind;
    if (kind == TokenKind::TagClose || kind == TokenKind::PrintClose)
      return;
  }
}

void TokenStream::fail_expected(std::string_view what, std::string_view where) const {
  std::string message = "expected " + std::string(what);
  if (!where.empty())
    message += " " + std::string(where);
  // A whole expression stands before it.
  const bool is_comparison = at(TokenKind::Assign) && (what == describe(TokenKind::TagClose) ||
                                                       what == describe(TokenKind::PrintClose));
  fail(peek().span, message + ", found " + describe(peek()),
       is_comparison ? "values are compared with ==" : "");
}

void fail(base::SourceSpan span, std::string message, std::string hint, std::string code) {
  base::Diagnostic diagnostic;
  diagnostic.code = std::move(code);
  diagnostic.message = std::move(message);
  diagnostic.span = span;
  diagnostic.hint = std::move(hint);
  throw SyntaxError{std::move(diagnostic)};
}

base::SourceSpan cover(base::SourceSpan first, base::SourceSpan last) {
  return {first.source, first.begin, last.end};
}

}  // namespace paperboy::templates
