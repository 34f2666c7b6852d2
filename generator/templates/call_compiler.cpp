#include <algorithm>

#include "base/text.h"
#include "templates/filters.h"
#include "templates/functions.h"
#include "templates/template_compiler.h"
#include "templates/tests.h"

// Calls, filters and tests.

namespace paperboy::templates {
namespace {

std::string signature(std::string_view callee, std::span<const std::string_view> parameters) {
  std::string text = std::string(callee) + "(";
  for (std::size_t i = 0; i < parameters.size(); ++i)
    text += (i > 0 ? ", " : "") + std::string(parameters[i]);
  return text + ")";
}

}  // namespace

void TemplateCompiler::bound_arguments(std::string_view callee, const std::vector<Argument>& arguments,
                                       std::span<const std::string_view> parameters, std::size_t required,
                                       base::SourceSpan span) {
  std::vector<const Expression*> bound(parameters.size(), nullptr);
  std::size_t next = 0;
  for (const Argument& argument : arguments) {
    std::size_t index = next++;
    if (!argument.name.name.empty()) {
      index = static_cast<std::size_t>(std::find(parameters.begin(), parameters.end(), argument.name.name) -
                                       parameters.begin());
      if (index == parameters.size()) {
        error(argument.name.span, "wrong-argument",
              "'" + std::string(callee) + "' has no argument '" + std::string(argument.name.name) + "'",
              signature(callee, parameters));
        continue;
      }
    }
    if (index >= parameters.size())
      error(argument.value->span, "wrong-argument", "too many arguments for '" + std::string(callee) + "'",
            signature(callee, parameters));
    else if (bound[index] != nullptr)
      error(argument.name.span, "wrong-argument",
            "argument '" + std::string(parameters[index]) + "' of '" + std::string(callee) +
                "' is given twice");
    else
      bound[index] = argument.value.get();
  }
  for (std::size_t i = 0; i < parameters.size(); ++i) {
    if (bound[i] != nullptr)
      expression(*bound[i]);
    else
      emit_constant(Ref(), span);
    if (bound[i] == nullptr && i < required)
      error(span, "wrong-argument",
            "'" + std::string(callee) + "' needs the argument '" + std::string(parameters[i]) + "'",
            signature(callee, parameters));
  }
}

// Pushes the arguments as they stand; gives the index of their shape.
std::uint32_t TemplateCompiler::arguments(const std::vector<Argument>& arguments, const CallBlock* caller) {
  CallShape form;
  for (const Argument& argument : arguments) {
    expression(*argument.value);
    if (argument.name.name.empty())
      ++form.positional;
    else
      form.named.push_back(Symbol::of(argument.name.name));
  }
  if (caller != nullptr) {
    macro(CodeKind::Caller, {"caller", caller->call->span}, caller->parameters, caller->body);
    form.named.push_back(Symbol::of("caller"));
  }
  return shape(std::move(form));
}

void TemplateCompiler::mark_optional(const Expression& input, std::string_view asked_by) {
  const Variable* variable = std::get_if<Variable>(&input.node);
  if (variable != nullptr &&
      (asked_by == "defined" || asked_by == "undefined" || asked_by == "default" || asked_by == "d"))
    result_.outline.optional_names.insert(variable->name);
}

void TemplateCompiler::value(const FilterCall& node, base::SourceSpan span) {
  mark_optional(*node.input, node.name.name);
  expression(*node.input);
  apply(node, span);
}

void TemplateCompiler::apply(const FilterCall& node, base::SourceSpan span) {
  if (const std::optional<std::uint32_t> custom = registry_.find_filter(node.name.name)) {
    const std::uint32_t form = arguments(node.arguments, nullptr);
    emit(Op::CustomFilter, span, *custom, form);
    return;
  }
  const BuiltinFilter* filter = find_builtin_filter(node.name.name);
  if (filter == nullptr) {
    error(node.name.span, "unknown-filter", "unknown filter '" + std::string(node.name.name) + "'",
          registry_.filter_hint(node.name.name));
    return;
  }
  bound_arguments(filter->name, node.arguments, filter->parameters, filter->required, span);
  emit(Op::ApplyFilter, span, static_cast<std::uint32_t>(filter - builtin_filters().data()),
       static_cast<std::uint32_t>(filter->parameters.size()));
}

void TemplateCompiler::value(const TestCall& node, base::SourceSpan span) {
  mark_optional(*node.input, node.name.name);
  expression(*node.input);
  const BuiltinTest* test = find_builtin_test(node.name.name);
  if (test == nullptr) {
    error(node.name.span, "unknown-test", "unknown test '" + std::string(node.name.name) + "'",
          registry_.test_hint(node.name.name));
    return;
  }
  bound_arguments(test->name, node.arguments, test->parameters, test->parameters.size(), span);
  emit(Op::ApplyTest, span, static_cast<std::uint32_t>(test - builtin_tests().data()),
       static_cast<std::uint32_t>(test->parameters.size()));
  if (node.negation == Negation::Yes)
    emit(Op::Unary, span, static_cast<std::uint32_t>(UnaryOperator::Not));
}

void TemplateCompiler::value(const Call& node, base::SourceSpan span) {
  call(node, span, nullptr);
}

void TemplateCompiler::call(const Call& node, base::SourceSpan span, const CallBlock* caller) {
  if (const FieldAccess* method = std::get_if<FieldAccess>(&node.callee->node))
    return call_method(*method, node, span, caller);
  if (const Variable* function = std::get_if<Variable>(&node.callee->node)) {
    const bool is_variable = unit_->find(Symbol::of(function->name)).has_value();
    if (!is_variable && caller == nullptr &&
        (call_special(function->name, node, span) || call_function(function->name, node, span)))
      return;
    load(function->name, node.callee->span, Outline::Call::Yes);
  } else {
    expression(*node.callee);
  }
  const std::uint32_t form = arguments(node.arguments, caller);
  emit(Op::CallValue, span, 0, form);
}

void TemplateCompiler::call_method(const FieldAccess& callee, const Call& node, base::SourceSpan span,
                                   const CallBlock* caller) {
  const Variable* object = std::get_if<Variable>(&callee.object->node);
  if (object != nullptr && object->name == "self" && !unit_->find(Symbol::of("self"))) {
    if (!node.arguments.empty() || caller != nullptr)
      error(span, "wrong-argument", "a block takes no arguments");
    result_.outline.block_references.push_back({Symbol::of(callee.name), node.callee->span, false});
    const std::uint32_t at = place();
    emit(Op::BlockValue, span, symbol(callee.name), at);
    return;
  }
  if (object != nullptr) {
    member_calls_.push_back(
        {Symbol::of(object->name), Symbol::of(callee.name).name(), node.callee->span, current_block()});
    load(object->name, callee.object->span);
  } else {
    expression(*callee.object);
  }
  const std::uint32_t form = arguments(node.arguments, caller);
  emit(Op::CallMethod, span, symbol(callee.name), form);
}

bool TemplateCompiler::call_special(std::string_view name, const Call& node, base::SourceSpan span) {
  if (name == "super") {
    call_super(node, span);
    return true;
  }
  if (name == "caller") {
    error(node.callee->span, "unknown-function", "caller() stands outside of a macro",
          "it gives the body of the call block that called the macro");
    return true;
  }
  if (name != "dict" && name != "namespace")
    return false;
  const std::uint32_t form = arguments(node.arguments, nullptr);
  emit(name == "dict" ? Op::MakeDict : Op::MakeNamespace, span, 0, form);
  return true;
}

void TemplateCompiler::call_super(const Call& node, base::SourceSpan span) {
  if (code().kind != CodeKind::Block) {
    error(span, "unknown-block", "super() stands outside of a block");
    return;
  }
  if (!node.arguments.empty())
    error(span, "wrong-argument", "super takes no arguments");
  result_.outline.block_references.push_back({code().name, span, true});
  const std::uint32_t at = place();
  emit(Op::SuperValue, span, 0, at);
}

void TemplateCompiler::call_custom(std::uint32_t function, const Call& node, base::SourceSpan span) {
  const bool is_fixed =
      registry_.functions[function].second.outcome == Outcome::Fixed &&
      std::all_of(node.arguments.begin(), node.arguments.end(),
                  [&](const Argument& argument) { return fold(*argument.value).has_value(); });
  const std::uint32_t site = is_fixed ? sites_++ : 0;
  const Label known = is_fixed ? emit(Op::KnownAnswer, span, site) : 0;
  const std::uint32_t form = arguments(node.arguments, nullptr);
  emit(Op::CustomFunction, span, function, form);
  if (!is_fixed)
    return;
  emit(Op::KeepAnswer, span, site);
  land(known);
}

bool TemplateCompiler::call_function(std::string_view name, const Call& node, base::SourceSpan span) {
  if (const std::optional<std::uint32_t> custom = registry_.find_function(name)) {
    call_custom(*custom, node, span);
    return true;
  }
  const BuiltinFunction* function = find_builtin_function(name);
  if (function == nullptr)
    return false;
  bound_arguments(name, node.arguments, function->parameters, function->required, span);
  emit(Op::CallFunction, span, static_cast<std::uint32_t>(function - builtin_functions().data()),
       static_cast<std::uint32_t>(function->parameters.size()));
  return true;
}

}  // namespace paperboy::templates
