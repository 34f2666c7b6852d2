#pragma once

#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "templates/ast.h"
#include "templates/instruction.h"

namespace paperboy::templates {

struct Registry;

// What a template needs from others, checked by link() when all are compiled.
struct Outline {
  enum class Call { No, Yes };
  // A name nobody declared in the template itself.
  struct FreeName {
    std::string_view name;
    base::SourceSpan span;
    Call call;
    Symbol block;  // the block it stands in; empty for none
  };
  // Where names become known to another template. `target` is empty for includes by expression.
  struct Use {
    std::optional<std::uint32_t> target;
    std::vector<VisibleName> visible;
    Symbol block;
    base::SourceSpan span;  // the name of the target
  };
  struct BlockPlace {
    Symbol name;
    std::vector<VisibleName> visible;
  };
  // self.name() or super().
  struct BlockReference {
    Symbol name;
    base::SourceSpan span;
    bool is_super = false;
  };
  // A name that an imported template must have: by from … import, or called by imported.name().
  struct ImportedName {
    std::uint32_t target;
    std::string_view name;
    base::SourceSpan span;
    Symbol object;  // what the template was imported as; empty for from … import
    Symbol block;   // the block it stands in; empty for none
  };
  std::vector<FreeName> free_names;
  std::set<std::string_view> optional_names;  // asked for by `is defined` or default
  std::vector<Use> uses;
  std::vector<BlockPlace> block_places;
  std::vector<BlockReference> block_references;
  std::vector<ImportedName> imported_names;
  std::set<std::uint32_t> dependencies;
  base::SourceSpan extends_span;
};

struct CompiledTemplate {
  Program program;
  Outline outline;
  // Has errors of syntax: the program is empty, and the outline knows only which templates are mentioned.
  bool is_broken = false;
};

// The instructions of a template. Unknown filters, tests and templates and wrong arguments are
// reported; all of them are found. `sites` counts the places over all templates of an environment where
// machines keep what they found: fields, and answers of functions.
CompiledTemplate compile(const Body& body, std::string name, const base::Source& source,
                         const Registry& registry, std::uint32_t& sites, base::Diagnostics& diagnostics);

// Stands for a template that could not be parsed. Every template whose name occurs in it counts as needed.
CompiledTemplate broken_template(std::string name, const base::Source& source, const Registry& registry);

OutputKind output_kind(std::string_view template_name);

}  // namespace paperboy::templates
