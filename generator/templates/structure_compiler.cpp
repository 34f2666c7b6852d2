#include <algorithm>

#include "base/text.h"
#include "templates/template_compiler.h"

// Statements that join templates and pieces of them: extends, block, include, import, macro, call.

namespace paperboy::templates {

namespace {

// parts/pager.html without quotes, which reads as a division.
bool is_bare_name(const Expression& node) {
  if (const Binary* division = std::get_if<Binary>(&node.node))
    return division->op == BinaryOperator::Divide;
  const FieldAccess* field = std::get_if<FieldAccess>(&node.node);
  return field != nullptr && (field->name == "html" || field->name == "xml" || field->name == "json");
}

}  // namespace

void TemplateCompiler::compile_top_level(const Body& body) {
  for (const Statement& inner : body) {
    const Extends* extends = std::get_if<Extends>(&inner.node);
    if (extends == nullptr)
      continue;
    if (extends_ != nullptr)
      error(extends->name_span, "template-syntax", "a template extends only one other");
    else
      extends_ = extends;
  }
  declare_assigned(body);
  if (extends_ == nullptr) {
    compile_body(body);
    emit(Op::Return, {result_.program.source, 0, 0});
    return;
  }
  check_extending(body);
  result_.outline.extends_span = extends_->name_span;
  const std::optional<std::uint32_t> parent =
      template_index(extends_->name, extends_->name_span, Missing::Error);
  if (parent && may_hold(*parent, extends_->name_span))
    result_.program.parent = parent;
  emit(Op::BeginCapture, extends_->name_span);
  compile_body(body);
  const std::uint32_t at = place();
  if (result_.program.parent)
    result_.outline.uses.push_back(
        {*result_.program.parent, code().places[at], Symbol(), extends_->name_span});
  emit(Op::Extend, extends_->name_span, result_.program.parent.value_or(0), at);
  emit(Op::Return, extends_->name_span);
}

// Text of a template that extends another is shown only from its blocks.
void TemplateCompiler::check_extending(const Body& body) {
  for (const Statement& inner : body) {
    const TextPiece* text = std::get_if<TextPiece>(&inner.node);
    if ((text == nullptr || base::trim(text->text).empty()) && !std::holds_alternative<Print>(inner.node) &&
        !std::holds_alternative<Include>(inner.node))
      continue;
    base::SourceSpan span = inner.span;
    if (text != nullptr) {
      const std::size_t begin = text->text.find_first_not_of(" \t\r\n");
      span.begin += static_cast<std::uint32_t>(begin);
      span.end = span.begin + static_cast<std::uint32_t>(
                                  text->text.substr(begin).find_first_of("\r\n") == std::string_view::npos
                                      ? text->text.size() - begin
                                      : text->text.substr(begin).find_first_of("\r\n"));
    }
    error(span, "text-outside-block",
          "this never shows: the template extends another and this is in no block", "put it into a block");
  }
}

std::optional<std::uint32_t> TemplateCompiler::template_index(std::string_view name, base::SourceSpan span,
                                                              Missing missing) {
  const std::optional<std::uint32_t> index = registry_.find_template(name);
  if (index)
    result_.outline.dependencies.insert(*index);
  else if (missing == Missing::Error)
    error(span, "unknown-template", "unknown template '" + std::string(name) + "'",
          registry_.template_hint(name));
  return index;
}

// Plain text must not get into a page past the escaping.
bool TemplateCompiler::may_hold(std::uint32_t target, base::SourceSpan span) {
  for (const auto& [name, index] : registry_.templates) {
    if (index != target || result_.program.output != OutputKind::Html ||
        output_kind(name) == OutputKind::Html)
      continue;
    error(span, "mixed-output", "a page cannot take in '" + name + "', whose output is not escaped for HTML",
          "name it .html, or import it and print what its macros return");
    return false;
  }
  return true;
}

void TemplateCompiler::statement(const Include& node, base::SourceSpan span) {
  if (const std::optional<Ref> constant = fold(*node.name)) {
    const std::string_view* name = constant->get<std::string_view>();
    if (name == nullptr) {
      error(node.name->span, "wrong-type", "include needs the name of a template");
      return;
    }
    const std::optional<std::uint32_t> target = template_index(*name, node.name->span, node.missing);
    if (!target || !may_hold(*target, node.name->span))
      return;
    const std::uint32_t at = place();
    result_.outline.uses.push_back({*target, code().places[at], current_block(), node.name->span});
    emit(Op::IncludeStatic, node.name->span, *target, at);
    return;
  }
  // Such an include would seem to lead everywhere.
  if (is_bare_name(*node.name)) {
    error(node.name->span, "wrong-type", "include needs the name of a template",
          "put it into quotes: {% include \"" + std::string(node.name->span.text()) + "\" %}");
    return;
  }
  expression(*node.name);
  const std::uint32_t at = place();
  result_.outline.uses.push_back({std::nullopt, code().places[at], current_block(), node.name->span});
  emit(Op::Include, span, node.missing == Missing::Ignored ? 1 : 0, at);
}

void TemplateCompiler::statement(const Extends& node, base::SourceSpan) {
  if (&node != extends_ && extends_ == nullptr)
    error(node.name_span, "template-syntax", "extends must not stand inside of another tag");
}

void TemplateCompiler::statement(const Block& node, base::SourceSpan span) {
  const Symbol name = Symbol::of(node.name.name);
  for (const Program::BlockEntry& other : result_.program.blocks) {
    if (other.name != name)
      continue;
    base::Diagnostic diagnostic;
    diagnostic.code = "duplicate-block";
    diagnostic.message = "block '" + std::string(node.name.name) + "' is there twice";
    diagnostic.span = node.name.span;
    diagnostic.related.push_back({"first here", other.span});
    diagnostics_.add(std::move(diagnostic));
    return;
  }
  if (unit_->inside_macro()) {
    error(node.name.span.source != nullptr ? node.name.span : span, "template-syntax",
          "a block cannot stand inside of a macro or a call block");
    return;
  }
  Code& block = add_code(CodeKind::Block, node.name.name);
  result_.program.blocks.push_back({name, &block, node.name.span});
  const std::size_t outer_label = last_label_;
  Unit* const outer = unit_;
  Unit unit(block, nullptr);
  unit_ = &unit;
  last_label_ = 0;
  declare_assigned(node.body);
  compile_body(node.body);
  emit(Op::Return, span);
  unit_ = outer;
  last_label_ = outer_label;
  const std::uint32_t at = place();
  result_.outline.block_places.push_back({name, code().places[at]});
  if (extends_ == nullptr || code().kind != CodeKind::Template)
    emit(Op::CallBlock, node.name.span, symbol(node.name.name), at);
}

// Leaves the callable on the stack.
void TemplateCompiler::macro(CodeKind kind, Identifier name, const std::vector<Parameter>& parameters,
                             const Body& body) {
  const std::uint32_t index = static_cast<std::uint32_t>(result_.program.codes.size());
  Code& inner = add_code(kind, name.name);
  const std::size_t outer_label = last_label_;
  Unit* const outer = unit_;
  Unit unit(inner, outer);
  unit_ = &unit;
  last_label_ = 0;
  for (const Parameter& parameter : parameters) {
    unit.declare(Symbol::of(parameter.name.name));
    ++bindings_[Symbol::of(parameter.name.name).number()].total;
    inner.parameters.push_back({Symbol::of(parameter.name.name), parameter.fallback == nullptr});
  }
  if (kind == CodeKind::Macro)
    inner.caller_slot = unit.declare(Symbol::of("caller"));
  for (std::size_t i = 0; i < parameters.size(); ++i) {
    if (!parameters[i].fallback)
      continue;
    const Label given = emit(Op::DefaultGiven, parameters[i].name.span, static_cast<std::uint32_t>(i));
    expression(*parameters[i].fallback);
    emit(Op::StoreLocal, parameters[i].name.span, static_cast<std::uint32_t>(i));
    land(given);
  }
  declare_assigned(body);
  compile_body(body);
  emit(Op::Return, name.span);
  unit_ = outer;
  last_label_ = outer_label;
  emit(Op::MakeMacro, name.span, index);
}

void TemplateCompiler::statement(const MacroDefinition& node, base::SourceSpan) {
  macro(CodeKind::Macro, node.name, node.parameters, node.body);
  store(node.name);
}

void TemplateCompiler::statement(const CallBlock& node, base::SourceSpan) {
  if (!node.call)
    return;
  call(std::get<Call>(node.call->node), node.call->span, &node);
  emit(Op::Emit, node.call->span);
}

void TemplateCompiler::statement(const Import& node, base::SourceSpan) {
  const std::optional<std::uint32_t> target = template_index(node.name, node.name_span, Missing::Error);
  if (!target)
    return;
  emit(Op::ImportModule, node.name_span, *target);
  store(node.target);
  NameBindings& bindings = bindings_[Symbol::of(node.target.name).number()];
  if (!bindings.target || bindings.target == target)
    ++bindings.imports;
  bindings.target = target;
}

void TemplateCompiler::statement(const FromImport& node, base::SourceSpan) {
  const std::optional<std::uint32_t> target = template_index(node.name, node.name_span, Missing::Error);
  if (!target)
    return;
  for (const auto& [there, here_name] : node.names) {
    result_.outline.imported_names.push_back({*target, there.name, there.span, Symbol(), Symbol()});
    emit(Op::ImportModule, node.name_span, *target);
    field(there.name, there.span);
    store(here_name);
  }
}

}  // namespace paperboy::templates
