#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "templates/ast.h"
#include "templates/expression_parser.h"
#include "templates/token_stream.h"

namespace paperboy::templates {

// What stands in tags besides expressions: new names, parameters, filters, names of templates; and the
// tags that name a template, which have no body. All throw SyntaxError; none takes the end of the tag.
class ClauseParser {
 public:
  ClauseParser(TokenStream& tokens, ExpressionParser& expressions)
      : tokens_(tokens), expressions_(expressions) {}

  // A name that may be assigned to. `where` ends "expected a name …".
  Identifier identifier(std::string_view where);
  std::vector<Identifier> targets();
  // Behind '('.
  std::vector<Parameter> parameters();
  std::vector<FilterCall> filters();

  Include include();
  Extends extends();
  Import import();
  FromImport from_import();

 private:
  std::pair<std::string, base::SourceSpan> template_name(std::string_view tag);

  TokenStream& tokens_;
  ExpressionParser& expressions_;
};

}  // namespace paperboy::templates
