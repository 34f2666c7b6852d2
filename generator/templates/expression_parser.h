#pragma once

#include <string_view>
#include <vector>

#include "templates/ast.h"
#include "templates/token_stream.h"

namespace paperboy::templates {

// Counts what is open; throws SyntaxError at kMaxNesting, before the stack gets deep.
class Nesting {
 public:
  class Guard {
   public:
    explicit Guard(std::size_t& depth) : depth_(depth) { ++depth_; }
    ~Guard() { --depth_; }
    Guard(const Guard&) = delete;
    Guard& operator=(const Guard&) = delete;

   private:
    std::size_t& depth_;
  };
  [[nodiscard]] Guard enter(base::SourceSpan span);

 private:
  std::size_t depth_ = 0;
};

// Expressions, from loose to tight: if-else; or; and; not; comparisons and in; + -; ~; * / // %;
// filters and tests; unary - +; **; calls, fields and indexes.
class ExpressionParser {
 public:
  ExpressionParser(TokenStream& tokens, Nesting& nesting) : tokens_(tokens), nesting_(nesting) {}

  ExpressionPtr parse();
  // Without a trailing `if … else …`, which in a `for` belongs to the loop.
  ExpressionPtr parse_without_condition();
  // `name` or `name(arguments)` behind a bar.
  FilterCall parse_filter(ExpressionPtr input);

 private:
  // Operators that bind at least as tight as `level`. One function for all levels keeps the stack low.
  ExpressionPtr parse_operators(int level);
  ExpressionPtr parse_operator(int level, ExpressionPtr left);
  ExpressionPtr parse_logic(int level, ExpressionPtr first);
  ExpressionPtr parse_not();
  ExpressionPtr parse_comparison(ExpressionPtr first);
  ExpressionPtr parse_arithmetic(int level, ExpressionPtr left);
  ExpressionPtr parse_concatenation(ExpressionPtr first);
  ExpressionPtr parse_filtered();
  ExpressionPtr parse_test(ExpressionPtr input);
  ExpressionPtr parse_signed();
  ExpressionPtr parse_postfix();
  ExpressionPtr parse_brackets(ExpressionPtr object);
  ExpressionPtr parse_primary();
  ExpressionPtr parse_name();
  ExpressionPtr parse_string();
  ExpressionPtr parse_list(TokenKind close);
  ExpressionPtr parse_parentheses();
  ExpressionPtr parse_map();
  std::vector<Argument> parse_arguments();

  TokenStream& tokens_;
  Nesting& nesting_;
};

}  // namespace paperboy::templates
