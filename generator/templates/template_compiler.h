#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "templates/ast.h"
#include "templates/budget.h"
#include "templates/compiler.h"
#include "templates/registry.h"
#include "templates/scope.h"

namespace paperboy::templates {

// Walks the tree once and writes instructions. One object a template.
class TemplateCompiler {
 public:
  TemplateCompiler(std::string name, const base::Source& source, const Registry& registry,
                   std::uint32_t& sites, base::Diagnostics& diagnostics);
  CompiledTemplate run(const Body& body);

 private:
  using Label = std::size_t;  // an instruction whose target is not known yet

  // Writing instructions.
  Code& code() { return unit_->code(); }
  std::size_t emit(Op op, base::SourceSpan span, std::uint32_t a = 0, std::uint32_t b = 0);
  std::uint32_t here();
  void land(Label label);
  void emit_text(std::string_view text, base::SourceSpan span);
  void emit_constant(Ref value, base::SourceSpan span);
  std::uint32_t symbol(std::string_view name);
  std::uint32_t place();
  std::uint32_t shape(CallShape shape);
  std::string_view own(std::string text);
  Code& add_code(CodeKind kind, std::string_view name);
  void error(base::SourceSpan span, std::string code, std::string message, std::string hint = {});

  // Names.
  void load(std::string_view name, base::SourceSpan span, Outline::Call call = Outline::Call::No);
  void load_address(Address address, base::SourceSpan span);
  void store(Identifier target);
  void declare_assigned(const Body& body);
  void declare_assigned(Symbol name, base::SourceSpan span);
  Symbol current_block() const;

  // Statements.
  void compile_body(const Body& body);
  void compile_scoped(const Body& body);
  void compile_top_level(const Body& body);
  void check_extending(const Body& body);
  void statement(const TextPiece& node, base::SourceSpan span);
  void statement(const Print& node, base::SourceSpan span);
  void statement(const If& node, base::SourceSpan span);
  void statement(const For& node, base::SourceSpan span);
  void statement(const Set& node, base::SourceSpan span);
  void statement(const SetField& node, base::SourceSpan span);
  void statement(const SetBlock& node, base::SourceSpan span);
  void statement(const Include& node, base::SourceSpan span);
  void statement(const Extends& node, base::SourceSpan span);
  void statement(const Block& node, base::SourceSpan span);
  void statement(const MacroDefinition& node, base::SourceSpan span);
  void statement(const CallBlock& node, base::SourceSpan span);
  void statement(const Import& node, base::SourceSpan span);
  void statement(const FromImport& node, base::SourceSpan span);
  void statement(const FilterBlock& node, base::SourceSpan span);
  void statement(const With& node, base::SourceSpan span);
  void loop_condition(const For& node, base::SourceSpan span);
  void store_targets(const std::vector<Identifier>& targets, base::SourceSpan span);
  void capture(const Body& body, const std::vector<FilterCall>& filters, base::SourceSpan span);
  void macro(CodeKind kind, Identifier name, const std::vector<Parameter>& parameters, const Body& body);
  std::optional<std::uint32_t> template_index(std::string_view name, base::SourceSpan span, Missing missing);
  bool may_hold(std::uint32_t target, base::SourceSpan span);

  // Expressions: each leaves one value on the stack.
  void expression(const Expression& node);
  void value(const Literal& node, base::SourceSpan span);
  void value(const Variable& node, base::SourceSpan span);
  void value(const FieldAccess& node, base::SourceSpan span);
  void value(const IndexAccess& node, base::SourceSpan span);
  void value(const SliceAccess& node, base::SourceSpan span);
  void value(const Unary& node, base::SourceSpan span);
  void value(const Binary& node, base::SourceSpan span);
  void value(const Concatenation& node, base::SourceSpan span);
  void value(const Comparison& node, base::SourceSpan span);
  void value(const Logic& node, base::SourceSpan span);
  void value(const Conditional& node, base::SourceSpan span);
  void value(const ListDisplay& node, base::SourceSpan span);
  void value(const MapDisplay& node, base::SourceSpan span);
  void value(const FilterCall& node, base::SourceSpan span);
  void value(const TestCall& node, base::SourceSpan span);
  void value(const Call& node, base::SourceSpan span);
  std::optional<Ref> fold(const Expression& node);
  std::optional<Ref> fold_value(const Expression& node);
  void field(std::string_view name, base::SourceSpan span);

  // Calls. `caller` is the body of a call block, null otherwise.
  void call(const Call& node, base::SourceSpan span, const CallBlock* caller);
  void call_method(const FieldAccess& callee, const Call& node, base::SourceSpan span,
                   const CallBlock* caller);
  bool call_special(std::string_view name, const Call& node, base::SourceSpan span);
  void call_custom(std::uint32_t function, const Call& node, base::SourceSpan span);
  bool call_function(std::string_view name, const Call& node, base::SourceSpan span);
  void call_super(const Call& node, base::SourceSpan span);
  std::uint32_t arguments(const std::vector<Argument>& arguments, const CallBlock* caller);
  // Built-ins: pushes one value a parameter, undefined where no argument is given.
  void bound_arguments(std::string_view callee, const std::vector<Argument>& arguments,
                       std::span<const std::string_view> parameters, std::size_t required,
                       base::SourceSpan span);
  // The input is on the stack already.
  void apply(const FilterCall& node, base::SourceSpan span);
  void mark_optional(const Expression& input, std::string_view asked_by);

  void keep_sure_imports();

  // How often a name is assigned anywhere in the template, and how often by import of `target`.
  struct NameBindings {
    std::size_t total = 0;
    std::size_t imports = 0;
    std::optional<std::uint32_t> target;
  };
  // object.name(), checked when the whole template is known.
  struct MemberCall {
    Symbol object;
    std::string_view name;
    base::SourceSpan span;
    Symbol block;
  };

  const Registry& registry_;
  std::uint32_t& sites_;
  base::Diagnostics& diagnostics_;
  CompiledTemplate result_;
  Unit* unit_ = nullptr;
  std::map<std::uint32_t, NameBindings> bindings_;  // by number of the name's symbol
  std::vector<MemberCall> member_calls_;
  Budget folding_{10'000, 10'000};
  std::size_t last_label_ = 0;  // where a jump lands: text before it must not be joined with text behind
  const Extends* extends_ = nullptr;
};

}  // namespace paperboy::templates
