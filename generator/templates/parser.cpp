#include "templates/parser.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>

#include "base/text.h"
#include "templates/expression_parser.h"
#include "templates/lexer.h"
#include "templates/token_stream.h"

namespace paperboy::templates {
namespace {

constexpr std::array<std::string_view, 14> kTags{"block",   "call",  "elif", "else", "extends",
                                                 "filter",  "for",   "from", "if",   "import",
                                                 "include", "macro", "set",  "with"};

bool is_closing(std::string_view tag) {
  return base::starts_with(tag, "end") || tag == "else" || tag == "elif";
}

class Parser {
 public:
  Parser(const base::Source& source, base::Diagnostics& diagnostics)
      : diagnostics_(diagnostics), tokens_(tokenize(source, lexical_)), expressions_(tokens_, nesting_) {
    for (base::Diagnostic& diagnostic : lexical_.sorted()) report(std::move(diagnostic));
  }

  ParsedTemplate run();

 private:
  // A tag that needs an end: what to say when that is missing.
  struct OpenTag {
    std::string_view name;
    base::SourceSpan span;
  };

  void report(base::Diagnostic diagnostic) {
    ok_ = false;
    if (abandoned_)
      return;
    // What comes behind would only give errors that follow from this one.
    abandoned_ = diagnostic.code == "too-deep";
    if (abandoned_)
      tokens_.skip_all();
    diagnostics_.add(std::move(diagnostic));
  }
  template <typename Read>
  void read_header(Read read);
  Body parse_body();
  void parse_item(Body& body);
  void parse_tag(Body& body);
  bool closes_an_open_tag(std::string_view tag) const;
  void report_stray(const Token& tag);
  // True at the tag `name`, which is then taken with its '{%'; the caller reads the rest.
  bool accept_tag(std::string_view name);
  void close(std::string_view end_tag);
  Body parse_block_body(std::string_view tag, base::SourceSpan span, std::string_view end_tag);

  Statement::Node parse_if(base::SourceSpan span);
  Statement::Node parse_for(base::SourceSpan span);
  Statement::Node parse_set(base::SourceSpan span);
  Statement::Node parse_include();
  Statement::Node parse_extends();
  Statement::Node parse_block(base::SourceSpan span);
  Statement::Node parse_macro(base::SourceSpan span);
  Statement::Node parse_call(base::SourceSpan span);
  Statement::Node parse_import();
  Statement::Node parse_from();
  Statement::Node parse_filter(base::SourceSpan span);
  Statement::Node parse_with(base::SourceSpan span);
  Statement::Node parse_named(const Token& tag);

  Identifier expect_identifier(std::string_view where);
  std::vector<Identifier> parse_targets();
  std::vector<Parameter> parse_parameters();
  std::vector<FilterCall> parse_filters();
  std::pair<std::string, base::SourceSpan> parse_template_name(std::string_view tag);
  void end_tag() { tokens_.expect(TokenKind::TagClose); }

  base::Diagnostics& diagnostics_;
  base::Diagnostics lexical_;
  TokenStream tokens_;
  Nesting nesting_;
  ExpressionParser expressions_;
  std::vector<OpenTag> open_;
  bool ok_ = true;
  bool abandoned_ = false;
};

ParsedTemplate Parser::run() {
  ParsedTemplate parsed;
  while (!tokens_.at(TokenKind::End)) {
    Body part = parse_body();
    std::move(part.begin(), part.end(), std::back_inserter(parsed.body));
    if (!tokens_.at(TokenKind::End)) {
      tokens_.take();
      report_stray(tokens_.peek());
    }
  }
  parsed.ok = ok_;
  return parsed;
}

void Parser::report_stray(const Token& tag) {
  const std::string name(tag.span.text());
  base::Diagnostic diagnostic;
  diagnostic.code = "template-syntax";
  diagnostic.message = "'" + name + "' has nothing to end";
  if (name == "else" || name == "elif")
    diagnostic.message = "'" + name + "' stands outside of an if or for";
  diagnostic.span = tag.span;
  report(std::move(diagnostic));
  tokens_.skip_tag();
}

// Reads the rest of a tag. An error in it does not keep the body from being read.
template <typename Read>
void Parser::read_header(Read read) {
  try {
    read();
    end_tag();
  } catch (SyntaxError& error) {
    report(std::move(error.diagnostic));
    tokens_.skip_tag();
  }
}

bool Parser::closes_an_open_tag(std::string_view tag) const {
  return std::any_of(open_.begin(), open_.end(), [&](const OpenTag& open) {
    if (tag == "else")
      return open.name == "if" || open.name == "for";
    if (tag == "elif")
      return open.name == "if";
    return tag.substr(3) == open.name;
  });
}

// Statements up to the end or a tag that closes something open, which is not taken.
Body Parser::parse_body() {
  Body body;
  while (!tokens_.at(TokenKind::End)) {
    if (tokens_.at(TokenKind::TagOpen) && tokens_.peek(1).kind == TokenKind::Name &&
        is_closing(tokens_.peek(1).span.text())) {
      if (open_.empty() || closes_an_open_tag(tokens_.peek(1).span.text()))
        return body;
      tokens_.take();
      report_stray(tokens_.peek());
      continue;
    }
    parse_item(body);
  }
  return body;
}

void Parser::parse_item(Body& body) {
  const Token& token = tokens_.take();
  if (token.kind == TokenKind::Text) {
    body.push_back({TextPiece{token.span.text()}, token.span});
    return;
  }
  try {
    if (token.kind == TokenKind::PrintOpen) {
      Print print{expressions_.parse()};
      tokens_.expect(TokenKind::PrintClose, "after the expression");
      const base::SourceSpan span = print.value->span;
      body.push_back({std::move(print), span});
    } else if (token.kind == TokenKind::TagOpen) {
      parse_tag(body);
    }
  } catch (SyntaxError& error) {
    report(std::move(error.diagnostic));
    tokens_.skip_tag();
  }
}

void Parser::parse_tag(Body& body) {
  const Token& tag = tokens_.expect(TokenKind::Name, "of a tag after '{%'");
  const Nesting::Guard guard = nesting_.enter(tag.span);
  Statement::Node node = parse_named(tag);
  body.push_back({std::move(node), tag.span});
}

Statement::Node Parser::parse_named(const Token& tag) {
  const std::string_view name = tag.span.text();
  if (name == "if")
    return parse_if(tag.span);
  if (name == "for")
    return parse_for(tag.span);
  if (name == "set")
    return parse_set(tag.span);
  if (name == "include")
    return parse_include();
  if (name == "extends")
    return parse_extends();
  if (name == "block")
    return parse_block(tag.span);
  if (name == "macro")
    return parse_macro(tag.span);
  if (name == "call")
    return parse_call(tag.span);
  if (name == "import")
    return parse_import();
  if (name == "from")
    return parse_from();
  if (name == "filter")
    return parse_filter(tag.span);
  if (name == "with")
    return parse_with(tag.span);
  const std::optional<std::string> near = base::nearest(name, {kTags.begin(), kTags.end()});
  fail(tag.span, "unknown tag '" + std::string(name) + "'", near ? "did you mean '" + *near + "'?" : "",
       "unknown-tag");
}

bool Parser::accept_tag(std::string_view name) {
  if (!tokens_.at(TokenKind::TagOpen) || !tokens_.peek(1).is_name(name))
    return false;
  tokens_.take();
  tokens_.take();
  return true;
}

// The end of the innermost open tag; when something else stands here, its place is named.
void Parser::close(std::string_view end_tag_name) {
  const OpenTag opened = open_.back();
  open_.pop_back();
  if (accept_tag(end_tag_name)) {
    read_header([&] {
      // {% endblock name %}
      if (opened.name == "block" || opened.name == "macro")
        tokens_.accept(TokenKind::Name);
    });
    return;
  }
  base::Diagnostic diagnostic;
  diagnostic.code = "unclosed-tag";
  diagnostic.message = "'" + std::string(opened.name) + "' is never closed";
  diagnostic.span = opened.span;
  diagnostic.hint = "add {% " + std::string(end_tag_name) + " %}";
  if (!tokens_.at(TokenKind::End))
    diagnostic.related.push_back(
        {"expected " + std::string(end_tag_name) + " before this", tokens_.peek(1).span});
  report(std::move(diagnostic));
}

Body Parser::parse_block_body(std::string_view tag, base::SourceSpan span, std::string_view end_tag_name) {
  open_.push_back({tag, span});
  Body body = parse_body();
  close(end_tag_name);
  return body;
}

Statement::Node Parser::parse_if(base::SourceSpan span) {
  If node;
  open_.push_back({"if", span});
  do {
    IfBranch branch;
    read_header([&] { branch.condition = expressions_.parse(); });
    branch.body = parse_body();
    node.branches.push_back(std::move(branch));
  } while (accept_tag("elif"));
  if (accept_tag("else")) {
    read_header([] {});
    node.otherwise = parse_body();
  }
  close("endif");
  return node;
}

Statement::Node Parser::parse_for(base::SourceSpan span) {
  For node;
  read_header([&] {
    node.targets = parse_targets();
    tokens_.expect_name("in");
    node.iterable = expressions_.parse_without_condition();
    if (tokens_.accept_name("if"))
      node.condition = expressions_.parse();
    if (tokens_.at_name("recursive"))
      fail(tokens_.peek().span, "recursive loops are not known here", "let a macro call itself");
  });
  open_.push_back({"for", span});
  node.body = parse_body();
  if (accept_tag("else")) {
    read_header([] {});
    node.otherwise = parse_body();
  }
  close("endfor");
  return node;
}

Statement::Node Parser::parse_set(base::SourceSpan span) {
  Set set;
  Identifier field;
  SetBlock block;
  read_header([&] {
    set.targets = parse_targets();
    if (tokens_.accept(TokenKind::Dot))
      field = expect_identifier("of a field after '.'");
    if (tokens_.accept(TokenKind::Assign))
      set.value = expressions_.parse();
    else if (set.targets.size() != 1 || !field.name.empty())
      tokens_.fail_expected("'='");
    else
      block.filters = parse_filters();
    if (set.targets.size() > 1 && !field.name.empty())
      fail(field.span, "only names can be set together");
  });
  if (!field.name.empty())
    return SetField{set.targets[0], field, std::move(set.value)};
  // After an error in the tag nobody knows whether a body follows; most often there is none.
  if (set.value || set.targets.size() != 1 || tokens_.previous().kind != TokenKind::TagClose)
    return set;
  block.target = set.targets[0];
  block.body = parse_block_body("set", span, "endset");
  return block;
}

Statement::Node Parser::parse_include() {
  Include node{expressions_.parse(), Missing::Error};
  if (tokens_.accept_name("ignore")) {
    tokens_.expect_name("missing");
    node.missing = Missing::Ignored;
  }
  if (tokens_.accept_name("with"))
    tokens_.expect_name("context");
  end_tag();
  return node;
}

std::pair<std::string, base::SourceSpan> Parser::parse_template_name(std::string_view tag) {
  if (!tokens_.at(TokenKind::String))
    tokens_.fail_expected("the name of a template in quotes", "after '" + std::string(tag) + "'");
  const Token& name = tokens_.take();
  return {name.text, name.span};
}

Statement::Node Parser::parse_extends() {
  auto [name, span] = parse_template_name("extends");
  end_tag();
  return Extends{std::move(name), span};
}

Statement::Node Parser::parse_block(base::SourceSpan span) {
  Block node;
  read_header([&] { node.name = expect_identifier("of the block"); });
  node.body = parse_block_body("block", span, "endblock");
  return node;
}

Statement::Node Parser::parse_macro(base::SourceSpan span) {
  MacroDefinition node;
  read_header([&] {
    node.name = expect_identifier("of the macro");
    tokens_.expect(TokenKind::LeftParen, "after the name of the macro");
    node.parameters = parse_parameters();
  });
  node.body = parse_block_body("macro", span, "endmacro");
  return node;
}

Statement::Node Parser::parse_call(base::SourceSpan span) {
  CallBlock node;
  read_header([&] {
    if (tokens_.accept(TokenKind::LeftParen))
      node.parameters = parse_parameters();
    node.call = expressions_.parse();
    if (!std::holds_alternative<Call>(node.call->node))
      fail(node.call->span, "expected a call such as name(…)");
  });
  node.body = parse_block_body("call", span, "endcall");
  return node;
}

Statement::Node Parser::parse_import() {
  auto [name, span] = parse_template_name("import");
  tokens_.expect_name("as");
  Import node{std::move(name), span, expect_identifier("for the imported template")};
  end_tag();
  return node;
}

Statement::Node Parser::parse_from() {
  auto [name, span] = parse_template_name("from");
  FromImport node{std::move(name), span, {}};
  tokens_.expect_name("import");
  do {
    const Identifier there = expect_identifier("to import");
    const Identifier here = tokens_.accept_name("as") ? expect_identifier("after 'as'") : there;
    node.names.emplace_back(there, here);
  } while (tokens_.accept(TokenKind::Comma));
  end_tag();
  return node;
}

Statement::Node Parser::parse_filter(base::SourceSpan span) {
  FilterBlock node;
  read_header([&] {
    node.filters.push_back(expressions_.parse_filter(nullptr));
    std::vector<FilterCall> more = parse_filters();
    std::move(more.begin(), more.end(), std::back_inserter(node.filters));
  });
  node.body = parse_block_body("filter", span, "endfilter");
  return node;
}

Statement::Node Parser::parse_with(base::SourceSpan span) {
  With node;
  read_header([&] {
    while (!tokens_.at(TokenKind::TagClose)) {
      const Identifier name = expect_identifier("after 'with'");
      tokens_.expect(TokenKind::Assign);
      node.bindings.emplace_back(name, expressions_.parse());
      if (!tokens_.accept(TokenKind::Comma))
        break;
    }
  });
  node.body = parse_block_body("with", span, "endwith");
  return node;
}

Identifier Parser::expect_identifier(std::string_view where) {
  static constexpr std::array<std::string_view, 13> kTaken{
      "true", "false", "none", "and", "or", "not", "in", "is", "if", "else", "self", "super", "loop"};
  const Token& token = tokens_.expect(TokenKind::Name, where);
  if (std::find(kTaken.begin(), kTaken.end(), token.span.text()) != kTaken.end())
    fail(token.span,
         "'" + std::string(token.span.text()) + "' has a meaning of its own and cannot be a name");
  return {token.span.text(), token.span};
}

std::vector<Identifier> Parser::parse_targets() {
  std::vector<Identifier> targets;
  const bool parenthesized = tokens_.accept(TokenKind::LeftParen);
  do {
    targets.push_back(expect_identifier("to assign to"));
  } while (tokens_.accept(TokenKind::Comma));
  if (parenthesized)
    tokens_.expect(TokenKind::RightParen);
  return targets;
}

// Behind '('.
std::vector<Parameter> Parser::parse_parameters() {
  std::vector<Parameter> parameters;
  while (!tokens_.at(TokenKind::RightParen)) {
    Parameter parameter{expect_identifier("of a parameter"), nullptr};
    for (const Parameter& earlier : parameters)
      if (earlier.name.name == parameter.name.name)
        fail(parameter.name.span, "parameter '" + std::string(parameter.name.name) + "' is given twice");
    if (tokens_.accept(TokenKind::Assign))
      parameter.fallback = expressions_.parse();
    parameters.push_back(std::move(parameter));
    if (!tokens_.accept(TokenKind::Comma))
      break;
  }
  tokens_.expect(TokenKind::RightParen, "or ',' after the parameter");
  return parameters;
}

std::vector<FilterCall> Parser::parse_filters() {
  std::vector<FilterCall> filters;
  while (tokens_.accept(TokenKind::Pipe)) filters.push_back(expressions_.parse_filter(nullptr));
  return filters;
}

}  // namespace

ParsedTemplate parse(const base::Source& source, base::Diagnostics& diagnostics) {
  return Parser(source, diagnostics).run();
}

}  // namespace paperboy::templates
