#include "templates/parser.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>

#include "base/text.h"
#include "templates/clause_parser.h"
#include "templates/expression_parser.h"
#include "templates/lexer.h"
#include "templates/syntax_report.h"
#include "templates/tag_names.h"
#include "templates/token_stream.h"

namespace paperboy::templates {
namespace {

class Parser {
 public:
  Parser(const base::Source& source, base::Diagnostics& diagnostics)
      : report_(diagnostics),
        tokens_(tokenize(source, lexical_)),
        expressions_(tokens_, nesting_),
        clauses_(tokens_, expressions_) {
    report_.add_lexical(lexical_.sorted());
    if (report_.is_abandoned())
      tokens_.skip_all();
  }

  ParsedTemplate run();

 private:
  // A tag that needs an end: what to say when that is missing.
  struct OpenTag {
    std::string_view name;
    base::SourceSpan span;
  };

  void report(base::Diagnostic diagnostic) {
    report_.add(std::move(diagnostic));
    if (report_.is_abandoned())
      tokens_.skip_all();
  }
  // False when the tag had an error.
  template <typename Read>
  bool read_header(Read read);
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
  Statement::Node parse_block(base::SourceSpan span);
  Statement::Node parse_macro(base::SourceSpan span);
  Statement::Node parse_call(base::SourceSpan span);
  Statement::Node parse_filter(base::SourceSpan span);
  Statement::Node parse_with(base::SourceSpan span);
  Statement::Node parse_named(const Token& tag);
  // Tags that name another template; nothing for other tags.
  std::optional<Statement::Node> parse_reference(std::string_view tag);

  struct BodyTag {
    std::string_view name;
    Statement::Node (Parser::*parse)(base::SourceSpan span);
  };
  static const std::array<BodyTag, 8> kBodyTags;

  void end_tag() { tokens_.expect(TokenKind::TagClose); }

  SyntaxReport report_;
  base::Diagnostics lexical_;
  TokenStream tokens_;
  Nesting nesting_;
  ExpressionParser expressions_;
  ClauseParser clauses_;
  std::vector<OpenTag> open_;
  std::vector<std::string_view> unknown_tags_;
};

constexpr std::array<Parser::BodyTag, 8> Parser::kBodyTags{{{"block", &Parser::parse_block},
                                                            {"call", &Parser::parse_call},
                                                            {"filter", &Parser::parse_filter},
                                                            {"for", &Parser::parse_for},
                                                            {"if", &Parser::parse_if},
                                                            {"macro", &Parser::parse_macro},
                                                            {"set", &Parser::parse_set},
                                                            {"with", &Parser::parse_with}}};

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
  parsed.ok = report_.is_clean();
  return parsed;
}

void Parser::report_stray(const Token& tag) {
  const std::string name(tag.span.text());
  // The end of a tag that was reported already.
  if (std::any_of(unknown_tags_.begin(), unknown_tags_.end(),
                  [&](std::string_view unknown) { return name == "end" + std::string(unknown); })) {
    tokens_.skip_tag();
    return;
  }
  base::Diagnostic diagnostic;
  diagnostic.code = "template-syntax";
  diagnostic.message = "'" + name + "' has nothing to end";
  if (name == "else" || name == "elif")
    diagnostic.message = "'" + name + "' stands outside of an if or for";
  if (name == "end")
    diagnostic.hint = "an end names what it closes: endif, endfor, endblock, …";
  diagnostic.span = tag.span;
  report(std::move(diagnostic));
  tokens_.skip_tag();
}

// Reads the rest of a tag. An error in it does not keep the body from being read.
template <typename Read>
bool Parser::read_header(Read read) {
  try {
    read();
    end_tag();
    return true;
  } catch (SyntaxError& error) {
    report(std::move(error.diagnostic));
    tokens_.skip_tag();
    return false;
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
  for (const BodyTag& known : kBodyTags)
    if (known.name == name)
      return (this->*known.parse)(tag.span);
  if (std::optional<Statement::Node> node = parse_reference(name)) {
    end_tag();
    return *std::move(node);
  }
  std::vector<std::string_view> names;
  for (const BodyTag& known : kBodyTags) names.push_back(known.name);
  names.insert(names.end(), {"elif", "else", "extends", "from", "import", "include"});
  unknown_tags_.push_back(name);
  std::string hint = foreign_tag_hint(name);
  if (hint.empty())
    if (const std::optional<std::string> near = base::nearest(name, names))
      hint = "did you mean '" + *near + "'?";
  fail(tag.span, "unknown tag '" + std::string(name) + "'", std::move(hint), "unknown-tag");
}

std::optional<Statement::Node> Parser::parse_reference(std::string_view tag) {
  if (tag == "include")
    return clauses_.include();
  if (tag == "extends")
    return clauses_.extends();
  if (tag == "import")
    return clauses_.import();
  if (tag == "from")
    return clauses_.from_import();
  return std::nullopt;
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
    read_header([&] {
      if (tokens_.at_name("if"))
        fail(tokens_.peek().span, "'else' takes no condition", "write: {% elif … %}");
    });
    node.otherwise = parse_body();
  }
  close("endif");
  return node;
}

Statement::Node Parser::parse_for(base::SourceSpan span) {
  For node;
  read_header([&] {
    node.targets = clauses_.targets();
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
  const bool is_whole = read_header([&] {
    set.targets = clauses_.targets();
    if (tokens_.accept(TokenKind::Dot))
      field = clauses_.identifier("of a field after '.'");
    if (tokens_.accept(TokenKind::Assign))
      set.value = expressions_.parse();
    else if (set.targets.size() != 1 || !field.name.empty())
      tokens_.fail_expected("'='");
    else
      block.filters = clauses_.filters();
    if (set.targets.size() > 1 && !field.name.empty())
      fail(field.span, "only names can be set together");
  });
  if (!field.name.empty())
    return SetField{set.targets[0], field, std::move(set.value)};
  // After an error in the tag nobody knows whether a body follows; most often there is none.
  if (set.value || !is_whole)
    return set;
  block.target = set.targets[0];
  block.body = parse_block_body("set", span, "endset");
  return block;
}

Statement::Node Parser::parse_block(base::SourceSpan span) {
  Block node;
  read_header([&] { node.name = clauses_.identifier("of the block"); });
  node.body = parse_block_body("block", span, "endblock");
  return node;
}

Statement::Node Parser::parse_macro(base::SourceSpan span) {
  MacroDefinition node;
  read_header([&] {
    node.name = clauses_.identifier("of the macro");
    tokens_.expect(TokenKind::LeftParen, "after the name of the macro");
    node.parameters = clauses_.parameters();
  });
  node.body = parse_block_body("macro", span, "endmacro");
  return node;
}

Statement::Node Parser::parse_call(base::SourceSpan span) {
  CallBlock node;
  read_header([&] {
    if (tokens_.accept(TokenKind::LeftParen))
      node.parameters = clauses_.parameters();
    node.call = expressions_.parse();
    if (!std::holds_alternative<Call>(node.call->node))
      fail(node.call->span, "expected a call such as name(…)");
  });
  node.body = parse_block_body("call", span, "endcall");
  return node;
}

Statement::Node Parser::parse_filter(base::SourceSpan span) {
  FilterBlock node;
  read_header([&] {
    node.filters.push_back(expressions_.parse_filter(nullptr));
    std::vector<FilterCall> more = clauses_.filters();
    std::move(more.begin(), more.end(), std::back_inserter(node.filters));
  });
  node.body = parse_block_body("filter", span, "endfilter");
  return node;
}

Statement::Node Parser::parse_with(base::SourceSpan span) {
  With node;
  read_header([&] {
    while (!tokens_.at(TokenKind::TagClose)) {
      const Identifier name = clauses_.identifier("after 'with'");
      tokens_.expect(TokenKind::Assign);
      node.bindings.emplace_back(name, expressions_.parse());
      if (!tokens_.accept(TokenKind::Comma))
        break;
    }
  });
  node.body = parse_block_body("with", span, "endwith");
  return node;
}

}  // namespace

ParsedTemplate parse(const base::Source& source, base::Diagnostics& diagnostics) {
  return Parser(source, diagnostics).run();
}

}  // namespace paperboy::templates
