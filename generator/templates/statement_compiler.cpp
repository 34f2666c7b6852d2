#include <algorithm>

#include "base/text.h"
#include "templates/printing.h"
#include "templates/template_compiler.h"

// Statements that print, decide, repeat and assign.

namespace paperboy::templates {

void TemplateCompiler::compile_body(const Body& body) {
  for (const Statement& inner : body)
    std::visit([&](const auto& node) { statement(node, inner.span); }, inner.node);
}

void TemplateCompiler::compile_scoped(const Body& body) {
  unit_->open_scope();
  declare_assigned(body);
  compile_body(body);
  unit_->close_scope();
}

void TemplateCompiler::statement(const TextPiece& node, base::SourceSpan span) {
  emit_text(node.text, span);
}

void TemplateCompiler::statement(const Print& node, base::SourceSpan span) {
  if (const std::optional<Ref> constant = fold(*node.value)) {
    std::string text;
    append_printed(text, *constant, code().output, folding_);
    emit_text(own(std::move(text)), span);
    return;
  }
  expression(*node.value);
  emit(Op::Emit, node.value->span);
}

void TemplateCompiler::statement(const If& node, base::SourceSpan span) {
  std::vector<Label> ends;
  for (const IfBranch& branch : node.branches) {
    if (!branch.condition)
      continue;
    expression(*branch.condition);
    const Label next = emit(Op::JumpIfFalse, branch.condition->span);
    compile_body(branch.body);
    ends.push_back(emit(Op::Jump, span));
    land(next);
  }
  compile_body(node.otherwise);
  for (const Label end : ends) land(end);
}

void TemplateCompiler::store_targets(const std::vector<Identifier>& targets, base::SourceSpan span) {
  if (targets.size() > 1)
    emit(Op::Unpack, span, static_cast<std::uint32_t>(targets.size()));
  for (const Identifier& target : targets) store(target);
}

// `for x in xs if condition`: the items kept are gathered first, since loop.length counts only them.
void TemplateCompiler::loop_condition(const For& node, base::SourceSpan span) {
  const LoopShape form = node.targets.size() == 2 ? LoopShape::Pairs : LoopShape::Items;
  emit(Op::LoopBegin, node.iterable->span, static_cast<std::uint32_t>(form));
  unit_->open_scope();
  const std::uint32_t start = here();
  const Label done = emit(Op::LoopNext, span);
  if (form == LoopShape::Items)
    store_targets(node.targets, span);
  else
    for (const Identifier& target : node.targets) store(target);
  expression(*node.condition);
  emit(Op::LoopKeep, node.condition->span);
  emit(Op::Jump, span, start);
  land(done);
  emit(Op::LoopKept, span);
  unit_->close_scope();
}

void TemplateCompiler::statement(const For& node, base::SourceSpan span) {
  if (!node.iterable)
    return;
  expression(*node.iterable);
  if (node.condition)
    loop_condition(node, span);
  const LoopShape form = node.targets.size() == 2 ? LoopShape::Pairs : LoopShape::Items;
  emit(Op::LoopBegin, node.iterable->span, static_cast<std::uint32_t>(form));
  unit_->open_scope();
  unit_->innermost().is_loop = true;
  const std::uint32_t loop_slot = unit_->declare(Symbol::of("loop"));
  const std::size_t object = emit(Op::LoopObject, span, loop_slot);
  const std::uint32_t start = here();
  const Label done = emit(Op::LoopNext, span);
  if (form == LoopShape::Items)
    store_targets(node.targets, span);
  else
    for (const Identifier& target : node.targets) store(target);
  declare_assigned(node.body);
  compile_body(node.body);
  emit(Op::Jump, span, start);
  land(done);
  const Scope& scope = unit_->innermost();
  if (!scope.loop_used)
    code().instructions[object] = {Op::ClearLocal, loop_slot, 0};
  else
    code().instructions[object].b = scope.loop_escapes ? 1 : 0;
  unit_->close_scope();
  const bool has_else = !node.otherwise.empty();
  emit(Op::LoopEnd, span, has_else ? 1 : 0);
  if (!has_else)
    return;
  const Label empty = emit(Op::JumpIfFalse, span);
  const Label end = emit(Op::Jump, span);
  land(empty);
  compile_scoped(node.otherwise);
  land(end);
}

void TemplateCompiler::statement(const Set& node, base::SourceSpan span) {
  if (!node.value)
    return;
  expression(*node.value);
  store_targets(node.targets, span);
}

void TemplateCompiler::statement(const SetField& node, base::SourceSpan) {
  if (!node.value)
    return;
  load(node.object.name, node.object.span);
  expression(*node.value);
  const base::SourceSpan span{node.object.span.source, node.object.span.begin, node.field.span.end};
  emit(Op::StoreField, span, symbol(node.field.name));
}

void TemplateCompiler::capture(const Body& body, const std::vector<FilterCall>& filters,
                               base::SourceSpan span) {
  emit(Op::BeginCapture, span);
  compile_scoped(body);
  emit(Op::EndCapture, span);
  for (const FilterCall& filter : filters) apply(filter, filter.name.span);
}

void TemplateCompiler::statement(const SetBlock& node, base::SourceSpan span) {
  capture(node.body, node.filters, span);
  store(node.target);
}

void TemplateCompiler::statement(const FilterBlock& node, base::SourceSpan span) {
  capture(node.body, node.filters, span);
  emit(Op::Emit, span);
}

void TemplateCompiler::statement(const With& node, base::SourceSpan) {
  for (const auto& [name, bound] : node.bindings) expression(*bound);
  unit_->open_scope();
  for (auto binding = node.bindings.rbegin(); binding != node.bindings.rend(); ++binding)
    store(binding->first);
  declare_assigned(node.body);
  compile_body(node.body);
  unit_->close_scope();
}

}  // namespace paperboy::templates
