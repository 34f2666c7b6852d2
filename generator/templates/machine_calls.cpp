#include <algorithm>

#include "templates/filters.h"
#include "templates/functions.h"
#include "templates/machine.h"
#include "templates/tests.h"

// Instructions that call built-ins, functions of the environment and macros.

namespace paperboy::templates {
namespace {

bool is_type(const Ref& value, const Type& type) {
  const ObjectView* view = value.get<ObjectView>();
  return view != nullptr && view->type == &type;
}

}  // namespace

void Machine::builtin_filter(const Instruction& instruction) {
  const BuiltinFilter& filter = builtin_filters()[instruction.a];
  const Ref* const operands = top(instruction.b + 1);
  if (filter.undefined == UndefinedInput::Refused)
    require_defined(operands[0]);
  const BuiltinCall call{operands[0],   {operands + 1, instruction.b},
                         budget_,       library_.registry,
                         code_->output, filter.parameters};
  replace_top(instruction.b + 1, filter.apply(call));
}

void Machine::builtin_test(const Instruction& instruction) {
  const BuiltinTest& test = builtin_tests()[instruction.a];
  const Ref* const operands = top(instruction.b + 1);
  if (test.undefined == UndefinedInput::Refused)
    require_defined(operands[0]);
  const BuiltinCall call{
      operands[0], {operands + 1, instruction.b}, budget_, library_.registry, code_->output, test.parameters};
  replace_top(instruction.b + 1, Ref(test.holds(call)));
}

void Machine::builtin_function(const Instruction& instruction) {
  const BuiltinFunction& function = builtin_functions()[instruction.a];
  const Ref nothing;
  const BuiltinCall call{nothing,       {top(instruction.b), instruction.b},
                         budget_,       library_.registry,
                         code_->output, function.parameters};
  replace_top(instruction.b, function.apply(call));
}

// Gives one object again and again: functions do not call templates.
const Arguments& Machine::take_arguments(const CallShape& shape) {
  arguments_.positional.clear();
  arguments_.named.clear();
  Ref* const values = top(shape.size());
  for (std::size_t i = 0; i < shape.size(); ++i) {
    require_defined(values[i]);
    if (i < shape.positional)
      arguments_.positional.push_back(std::move(values[i]));
    else
      arguments_.named.emplace_back(shape.named[i - shape.positional], std::move(values[i]));
  }
  drop(shape.size());
  return arguments_;
}

void Machine::custom_filter(const Instruction& instruction) {
  const Arguments& arguments = take_arguments(code_->shapes[instruction.b]);
  const Ref input = pop();
  require_defined(input);
  give(library_.registry.filters[instruction.a].second(input, arguments));
}

void Machine::custom_function(const Instruction& instruction) {
  const Arguments& arguments = take_arguments(code_->shapes[instruction.b]);
  give(library_.registry.functions[instruction.a].second.run(arguments));
}

// Of calls with constants whose outcome is fixed: their first answer serves all renders of this machine.
void Machine::known_answer(const Instruction& instruction) {
  const Ref& answer = answers_[instruction.a];
  if (is_undefined(answer))
    return;
  frame().next = instruction.b;
  give(answer);
}

void Machine::keep_answer(std::uint32_t site) {
  answers_[site] = pop();
  give(answers_[site]);
}

// dict(a=1) and namespace(a=1), both also with a mapping to begin with.
void Machine::make_members(const Instruction& instruction) {
  const CallShape& shape = code_->shapes[instruction.b];
  Namespace made;
  const Ref* const values = top(shape.size());
  for (std::size_t i = 0; i < shape.positional; ++i) {
    require_defined(values[i]);
    if (!has_free_keys(values[i]))
      throw CallError{"expected a mapping or named arguments, not " + kind_name(values[i]),
                      "for example dict(a=1)", "wrong-argument"};
    const auto members = members_of(values[i]);
    for (const auto& [name, value] : *members) made.set(Symbol::of(name), value);
  }
  for (std::size_t i = shape.positional; i < shape.size(); ++i)
    made.set(shape.named[i - shape.positional], values[i]);
  budget_.list(made.members.size() + 1);
  drop(shape.size());
  if (instruction.op == Op::MakeDict)
    return push(Ref::owned(std::move(made.members)));
  Namespace& kept = namespaces_.add();
  kept = std::move(made);
  push(ref(kept));
}

void Machine::call_value(const CallShape& shape) {
  const Ref callee = *top(shape.size() + 1);
  call(callee, shape, "");
}

void Machine::call_method(const Instruction& instruction) {
  const CallShape& shape = code_->shapes[instruction.b];
  const Symbol name = code_->symbols[instruction.a];
  const Ref object = *top(shape.size() + 1);
  require_defined(object);
  if (is_type(object, type_of(static_cast<const Loop*>(nullptr))) &&
      !(*object.get<ObjectView>()).type->find(name)) {
    // This machine made the loop; only templates see it as constant.
    const void* data = (*object.get<ObjectView>()).data;
    return call_loop(*const_cast<Loop*>(static_cast<const Loop*>(data)), name, shape);
  }
  const Ref callee = find_field(object, name);
  if (is_undefined(callee)) {
    const bool is_loop = is_type(object, type_of(static_cast<const Loop*>(nullptr)));
    std::string hint = is_loop ? "it has cycle and changed" : nearest_hint(name.name(), field_names(object));
    if (hint.empty())
      hint = filter_instead(name.name());
    throw CallError{kind_name(object) + " has no '" + std::string(name.name()) + "' to call", std::move(hint),
                    "unknown-function"};
  }
  call(callee, shape, name.name());
}

void Machine::call_loop(Loop& called, Symbol name, const CallShape& shape) {
  std::vector<Ref> values(top(shape.size()), top(shape.size()) + shape.size());
  if (name.name() != "cycle" && name.name() != "changed")
    throw CallError{"a loop has no '" + std::string(name.name()) + "' to call", "it has cycle and changed",
                    "unknown-function"};
  if (!shape.named.empty() || values.empty())
    throw CallError{"loop." + std::string(name.name()) + " needs one or more values without names", "",
                    "wrong-argument"};
  if (name.name() == "changed")
    return replace_top(shape.size() + 1, Ref(called.changed(std::move(values), budget_)));
  replace_top(shape.size() + 1, values[(std::max<std::size_t>(called.index(), 1) - 1) % values.size()]);
}

void Machine::call(const Ref& callee, const CallShape& shape, std::string_view name) {
  require_defined(callee);
  const Callable* callable = callee.get<Callable>();
  if (callable == nullptr)
    throw CallError{(name.empty() ? "" : "'" + std::string(name) + "' is ") + kind_name(callee) +
                        (name.empty() ? " cannot be called" : " and cannot be called"),
                    "", "wrong-type"};
  if (callable->code != nullptr)
    return enter_macro(*callable, shape);
  if (shape.size() > 0)
    throw CallError{"what joiner gives takes no arguments", "", "wrong-argument"};
  Ref text = callable->called ? Ref::owned(std::string(callable->separator)) : Ref(std::string_view());
  callable->called = true;
  replace_top(1, std::move(text));
}

void Machine::enter_macro(const Callable& callable, const CallShape& shape) {
  const Code& code = *callable.code;
  Frame next;
  next.code = &code;
  next.module = callable.module;
  next.first_slot = slots_.size();
  next.result = result_of_macro(code);
  slots_.resize(slots_.size() + code.slots);
  bind_arguments(callable, shape, slots_.data() + next.first_slot);
  drop(shape.size() + 1);
  enter(next);
}

void Machine::bind_named(const Callable& callable, Symbol name, Ref value, Ref* slots) {
  const Code& code = *callable.code;
  static const Symbol caller = Symbol::of("caller");
  for (std::size_t i = 0; i < code.parameters.size(); ++i) {
    if (code.parameters[i].name != name)
      continue;
    if (!is_undefined(slots[i]))
      throw CallError{"argument '" + std::string(name.name()) + "' is given twice", ""};
    slots[i] = std::move(value);
    return;
  }
  if (name == caller && code.caller_slot) {
    slots[*code.caller_slot] = std::move(value);
    return;
  }
  std::vector<std::string_view> names;
  for (const MacroParameter& parameter : code.parameters) names.push_back(parameter.name.name());
  throw CallError{
      "'" + std::string(code.name.name()) + "' has no argument '" + std::string(name.name()) + "'",
      nearest_hint(name.name(), names)};
}

void Machine::bind_arguments(const Callable& callable, const CallShape& shape, Ref* slots) {
  const Code& code = *callable.code;
  if (shape.positional > code.parameters.size())
    throw CallError{"too many arguments for '" + std::string(code.name.name()) + "': it takes " +
                        std::to_string(code.parameters.size()),
                    ""};
  Ref* const values = top(shape.size());
  for (std::size_t i = 0; i < shape.positional; ++i) {
    require_defined(values[i]);
    slots[i] = std::move(values[i]);
  }
  for (std::size_t i = shape.positional; i < shape.size(); ++i) {
    require_defined(values[i]);
    bind_named(callable, shape.named[i - shape.positional], std::move(values[i]), slots);
  }
  for (std::size_t i = 0; i < code.parameters.size(); ++i)
    if (code.parameters[i].required && is_undefined(slots[i]))
      throw CallError{"'" + std::string(code.name.name()) + "' needs the argument '" +
                          std::string(code.parameters[i].name.name()) + "'",
                      "an optional argument has a default: name=none"};
  for (std::size_t i = 0; i < code.captures.size(); ++i)
    slots[code.captures[i].to_slot] = callable.captures[i];
}

void Machine::make_macro(std::uint32_t index) {
  Callable callable;
  callable.code = frame().module->program->codes[index].get();
  callable.module = frame().module;
  for (const Capture& capture : callable.code->captures)
    callable.captures.push_back(locals_[capture.from_slot]);
  budget_.list(callable.captures.size() + 1);
  push(Ref::owned(std::move(callable)));
}

}  // namespace paperboy::templates
