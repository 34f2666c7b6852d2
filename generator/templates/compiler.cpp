#include "templates/compiler.h"

#include <algorithm>

#include "base/text.h"
#include "templates/template_compiler.h"

// Entry, the writing of instructions, and names.

namespace paperboy::templates {

TemplateCompiler::TemplateCompiler(std::string name, const base::Source& source, const Registry& registry,
                                   std::uint32_t& sites, base::Diagnostics& diagnostics)
    : registry_(registry), sites_(sites), diagnostics_(diagnostics) {
  Program& program = result_.program;
  program.output = output_kind(name);
  program.name = std::move(name);
  program.source = &source;
}

CompiledTemplate TemplateCompiler::run(const Body& body) {
  Code& top = add_code(CodeKind::Template, result_.program.name);
  Unit unit(top, nullptr);
  unit_ = &unit;
  compile_top_level(body);
  keep_sure_imports();
  // Names of the root scope: what other templates can import, and what blocks and parents look up.
  const std::vector<Outline::FreeName>& free = result_.outline.free_names;
  for (const Scope::Entry& entry : unit.innermost().entries) {
    const std::string_view name = entry.name.name();
    if (std::none_of(free.begin(), free.end(), [&](const auto& other) { return other.name == name; }))
      result_.program.names.push_back({entry.name, entry.slot});
  }
  return std::move(result_);
}

// A name that is also something else than one imported template may have any fields.
void TemplateCompiler::keep_sure_imports() {
  for (const MemberCall& member : member_calls_) {
    const auto found = bindings_.find(member.object.number());
    if (found == bindings_.end() || !found->second.target || found->second.imports != found->second.total)
      continue;
    result_.outline.imported_names.push_back(
        {*found->second.target, member.name, member.span, member.object, member.block});
  }
}

Code& TemplateCompiler::add_code(CodeKind kind, std::string_view name) {
  Program& program = result_.program;
  Code& code = *program.codes.emplace_back(std::make_unique<Code>());
  code.kind = kind;
  code.name = Symbol::of(name);
  code.output = program.output;
  code.template_index = registry_.find_template(program.name).value_or(0);
  return code;
}

void TemplateCompiler::error(base::SourceSpan span, std::string code, std::string message, std::string hint) {
  diagnostics_.error(span, std::move(code), std::move(message), std::move(hint));
}

std::size_t TemplateCompiler::emit(Op op, base::SourceSpan span, std::uint32_t a, std::uint32_t b) {
  code().instructions.push_back({op, a, b});
  code().spans.push_back(span);
  return code().instructions.size() - 1;
}

std::uint32_t TemplateCompiler::here() {
  last_label_ = code().instructions.size();
  return static_cast<std::uint32_t>(last_label_);
}

void TemplateCompiler::land(Label label) {
  Instruction& instruction = code().instructions[label];
  const bool goes_by_b = instruction.op == Op::DefaultGiven || instruction.op == Op::KnownAnswer;
  (goes_by_b ? instruction.b : instruction.a) = here();
}

std::string_view TemplateCompiler::own(std::string text) {
  return result_.program.owned_texts.emplace_back(std::move(text));
}

void TemplateCompiler::emit_text(std::string_view text, base::SourceSpan span) {
  if (text.empty())
    return;
  Code& into = code();
  if (!into.instructions.empty() && into.instructions.back().op == Op::Text &&
      last_label_ != into.instructions.size()) {
    std::string_view& last = into.texts[into.instructions.back().a];
    last = own(std::string(last) + std::string(text));
    return;
  }
  into.texts.push_back(text);
  emit(Op::Text, span, static_cast<std::uint32_t>(into.texts.size() - 1));
}

void TemplateCompiler::emit_constant(Ref value, base::SourceSpan span) {
  code().constants.push_back(std::move(value));
  emit(Op::Constant, span, static_cast<std::uint32_t>(code().constants.size() - 1));
}

std::uint32_t TemplateCompiler::symbol(std::string_view name) {
  const Symbol wanted = Symbol::of(name);
  std::vector<Symbol>& symbols = code().symbols;
  const auto found = std::find(symbols.begin(), symbols.end(), wanted);
  if (found != symbols.end())
    return static_cast<std::uint32_t>(found - symbols.begin());
  symbols.push_back(wanted);
  return static_cast<std::uint32_t>(symbols.size() - 1);
}

std::uint32_t TemplateCompiler::place() {
  code().places.push_back(unit_->visible());
  return static_cast<std::uint32_t>(code().places.size() - 1);
}

std::uint32_t TemplateCompiler::shape(CallShape shape) {
  code().shapes.push_back(std::move(shape));
  return static_cast<std::uint32_t>(code().shapes.size() - 1);
}

Symbol TemplateCompiler::current_block() const {
  for (Unit* unit = unit_; unit != nullptr; unit = unit->outer())
    if (unit->code().kind == CodeKind::Block)
      return unit->code().name;
  return Symbol();
}

void TemplateCompiler::load_address(Address address, base::SourceSpan span) {
  const Op op = address.kind == Address::Kind::Local    ? Op::LoadLocal
                : address.kind == Address::Kind::Module ? Op::LoadModule
                                                        : Op::LoadGlobal;
  emit(op, span, address.slot);
}

void TemplateCompiler::load(std::string_view name, base::SourceSpan span, Outline::Call call) {
  const Symbol wanted = Symbol::of(name);
  if (const std::optional<Address> known = unit_->find(wanted)) {
    load_address(*known, span);
    // A name from the context was reported at its first use only; every use is an error of its own.
    const std::vector<Outline::FreeName>& free = result_.outline.free_names;
    const bool is_free = std::any_of(free.begin(), free.end(), [&](const auto& other) {
      return other.name == name && other.block == current_block();
    });
    if (is_free)
      result_.outline.free_names.push_back({name, span, call, current_block()});
  } else if (const std::optional<std::uint32_t> variable = registry_.find_variable(wanted)) {
    emit(Op::LoadGlobal, span, *variable);
  } else {
    load_address(unit_->context(wanted), span);
    result_.outline.free_names.push_back({name, span, call, current_block()});
  }
}

// The slot was declared when the scope was opened.
void TemplateCompiler::store(Identifier target) {
  const Symbol name = Symbol::of(target.name);
  ++bindings_[name.number()].total;
  const Scope::Entry* entry = unit_->innermost().find(name);
  const std::uint32_t slot = entry != nullptr ? entry->slot : unit_->declare(name);
  emit(Op::StoreLocal, target.span, slot);
}

// Names set directly in a body (also inside of if) belong to its scope from the beginning: until they are
// set they have the value from outside.
void TemplateCompiler::declare_assigned(const Body& body) {
  for (const Statement& statement : body) {
    if (const Set* set = std::get_if<Set>(&statement.node)) {
      for (const Identifier& target : set->targets) declare_assigned(Symbol::of(target.name), target.span);
    } else if (const SetBlock* block = std::get_if<SetBlock>(&statement.node)) {
      declare_assigned(Symbol::of(block->target.name), block->target.span);
    } else if (const Import* import = std::get_if<Import>(&statement.node)) {
      declare_assigned(Symbol::of(import->target.name), import->target.span);
    } else if (const FromImport* from = std::get_if<FromImport>(&statement.node)) {
      for (const auto& [there, target] : from->names) declare_assigned(Symbol::of(target.name), target.span);
    } else if (const MacroDefinition* definition = std::get_if<MacroDefinition>(&statement.node)) {
      declare_assigned(Symbol::of(definition->name.name), definition->name.span);
    } else if (const If* branches = std::get_if<If>(&statement.node)) {
      for (const IfBranch& branch : branches->branches) declare_assigned(branch.body);
      declare_assigned(branches->otherwise);
    }
  }
}

void TemplateCompiler::declare_assigned(Symbol name, base::SourceSpan span) {
  if (unit_->innermost().find(name) != nullptr)
    return;
  const CodeKind kind = code().kind;
  if (unit_->at_root() && (kind == CodeKind::Template || kind == CodeKind::Block)) {
    unit_->begin_with_context(name, unit_->declare(name));
    return;
  }
  std::optional<Address> outside = unit_->find(name);
  if (!outside)
    if (const std::optional<std::uint32_t> variable = registry_.find_variable(name))
      outside = Address{Address::Kind::Global, *variable};
  const std::uint32_t slot = unit_->declare(name);
  if (!outside) {
    emit(Op::ClearLocal, span, slot);
    return;
  }
  load_address(*outside, span);
  emit(Op::StoreLocal, span, slot);
}

CompiledTemplate compile(const Body& body, std::string name, const base::Source& source,
                         const Registry& registry, std::uint32_t& sites, base::Diagnostics& diagnostics) {
  return TemplateCompiler(std::move(name), source, registry, sites, diagnostics).run(body);
}

CompiledTemplate broken_template(std::string name, const base::Source& source, const Registry& registry) {
  base::Diagnostics none;
  std::uint32_t sites = 0;
  CompiledTemplate broken = compile({}, std::move(name), source, registry, sites, none);
  broken.is_broken = true;
  for (const auto& [other, index] : registry.templates)
    if (source.text().find(other) != std::string_view::npos)
      broken.outline.dependencies.insert(index);
  return broken;
}

OutputKind output_kind(std::string_view template_name) {
  if (base::ends_with(template_name, ".html") || base::ends_with(template_name, ".xml"))
    return OutputKind::Html;
  return base::ends_with(template_name, ".json") ? OutputKind::Json : OutputKind::Text;
}

}  // namespace paperboy::templates
