#include "templates/operators.h"
#include "templates/template_compiler.h"

// Expressions but calls.

namespace paperboy::templates {

void TemplateCompiler::expression(const Expression& node) {
  if (std::optional<Ref> constant = fold(node)) {
    emit_constant(std::move(*constant), node.span);
    return;
  }
  std::visit([&](const auto& inner) { value(inner, node.span); }, node.node);
}

// The value of an expression that does not depend on data. What would fail is left for the machine, so
// that it is an error only where it is reached.
std::optional<Ref> TemplateCompiler::fold(const Expression& node) {
  if (std::holds_alternative<ListDisplay>(node.node) || std::holds_alternative<MapDisplay>(node.node))
    return std::nullopt;
  try {
    folding_ = Budget(10'000, 10'000);
    return fold_value(node);
  } catch (const CallError&) {
    return std::nullopt;
  }
}

std::optional<Ref> TemplateCompiler::fold_value(const Expression& node) {
  if (const Literal* literal = std::get_if<Literal>(&node.node)) {
    if (const std::string* text = std::get_if<std::string>(&literal->value))
      return Ref(own(*text));
    return std::visit(
        [](const auto& inner) -> Ref {
          using T = std::decay_t<decltype(inner)>;
          if constexpr (std::is_same_v<T, Nothing>)
            return Ref(None{});
          else
            return Ref(inner);
        },
        literal->value);
  }
  if (const Unary* unary = std::get_if<Unary>(&node.node)) {
    const std::optional<Ref> operand = fold_value(*unary->operand);
    return operand ? std::optional(apply_unary(unary->op, *operand)) : std::nullopt;
  }
  if (const Binary* binary = std::get_if<Binary>(&node.node)) {
    const std::optional<Ref> left = fold_value(*binary->left);
    const std::optional<Ref> right = left ? fold_value(*binary->right) : std::nullopt;
    return right ? std::optional(apply_binary(binary->op, *left, *right, folding_)) : std::nullopt;
  }
  if (const Concatenation* concatenation = std::get_if<Concatenation>(&node.node)) {
    std::vector<Ref> parts;
    for (const ExpressionPtr& part : concatenation->parts) {
      const std::optional<Ref> constant = fold_value(*part);
      if (!constant)
        return std::nullopt;
      parts.push_back(*constant);
    }
    return concatenate(parts.data(), parts.size(), folding_);
  }
  return std::nullopt;
}

// Reached only when fold() gave up.
void TemplateCompiler::value(const Literal&, base::SourceSpan span) {
  emit_constant(Ref(None{}), span);
}

void TemplateCompiler::value(const Variable& node, base::SourceSpan span) {
  static const Symbol loop_name = Symbol::of("loop");
  if (Symbol::of(node.name) == loop_name)
    if (Scope* loop = unit_->loop_scope())
      loop->loop_escapes = true;
  load(node.name, span);
}

void TemplateCompiler::field(std::string_view name, base::SourceSpan span) {
  const std::uint32_t index = symbol(name);
  Instruction& last = code().instructions.back();
  const bool loads_local = last.op == Op::LoadLocal && last_label_ != code().instructions.size();
  if (loads_local && last.a < 0x10000 && index < 0x10000) {
    last = {Op::LocalField, (last.a << 16) | index, sites_++};
    code().spans.back() = span;
    return;
  }
  emit(Op::Field, span, index, sites_++);
}

void TemplateCompiler::value(const FieldAccess& node, base::SourceSpan span) {
  if (const Variable* object = std::get_if<Variable>(&node.object->node))
    load(object->name, node.object->span);  // a field of `loop` does not let it escape
  else
    expression(*node.object);
  field(node.name, span);
}

void TemplateCompiler::value(const IndexAccess& node, base::SourceSpan span) {
  expression(*node.object);
  expression(*node.key);
  emit(Op::Index, span);
}

void TemplateCompiler::value(const SliceAccess& node, base::SourceSpan span) {
  expression(*node.object);
  for (const ExpressionPtr* part : {&node.begin, &node.end, &node.step}) {
    if (*part)
      expression(**part);
    else
      emit_constant(Ref(), span);
  }
  emit(Op::Slice, span);
}

void TemplateCompiler::value(const Unary& node, base::SourceSpan span) {
  expression(*node.operand);
  emit(Op::Unary, span, static_cast<std::uint32_t>(node.op));
}

void TemplateCompiler::value(const Binary& node, base::SourceSpan span) {
  expression(*node.left);
  expression(*node.right);
  emit(Op::Binary, span, static_cast<std::uint32_t>(node.op));
}

void TemplateCompiler::value(const Concatenation& node, base::SourceSpan span) {
  for (const ExpressionPtr& part : node.parts) expression(*part);
  emit(Op::Concat, span, static_cast<std::uint32_t>(node.parts.size()));
}

// a < b < c: every middle operand is kept below the result of the comparison before it.
void TemplateCompiler::value(const Comparison& node, base::SourceSpan span) {
  expression(*node.first);
  std::vector<Label> ends;
  for (std::size_t i = 0; i < node.rest.size(); ++i) {
    const bool is_last = i + 1 == node.rest.size();
    expression(*node.rest[i].second);
    if (!is_last)
      emit(Op::DupUnder, span);
    emit(Op::Compare, span, static_cast<std::uint32_t>(node.rest[i].first));
    if (!is_last)
      ends.push_back(emit(Op::JumpOrPop, span, 0, 0));
  }
  if (ends.empty())
    return;
  const Label done = emit(Op::Jump, span);
  for (const Label end : ends) land(end);
  emit(Op::DropUnder, span);
  land(done);
}

void TemplateCompiler::value(const Logic& node, base::SourceSpan span) {
  std::vector<Label> ends;
  for (std::size_t i = 0; i < node.operands.size(); ++i) {
    expression(*node.operands[i]);
    if (i + 1 < node.operands.size())
      ends.push_back(emit(Op::JumpOrPop, span, 0, node.op == LogicOperator::Or ? 1 : 0));
  }
  for (const Label end : ends) land(end);
}

void TemplateCompiler::value(const Conditional& node, base::SourceSpan span) {
  expression(*node.condition);
  const Label no = emit(Op::JumpIfFalse, span);
  expression(*node.value);
  const Label end = emit(Op::Jump, span);
  land(no);
  if (node.otherwise)
    expression(*node.otherwise);
  else
    emit_constant(Ref(std::string_view()), span);
  land(end);
}

void TemplateCompiler::value(const ListDisplay& node, base::SourceSpan span) {
  for (const ExpressionPtr& item : node.items) expression(*item);
  emit(Op::MakeList, span, static_cast<std::uint32_t>(node.items.size()));
}

void TemplateCompiler::value(const MapDisplay& node, base::SourceSpan span) {
  for (const auto& [key, member] : node.members) {
    expression(*key);
    expression(*member);
  }
  emit(Op::MakeMap, span, static_cast<std::uint32_t>(node.members.size()));
}

}  // namespace paperboy::templates
