#include "templates/vm.h"

#include <algorithm>
#include <iterator>

#include "templates/machine.h"
#include "templates/operators.h"
#include "templates/printing.h"

// The loop of the machine and the plain instructions.

namespace paperboy::templates {

Machine::Machine(const Library& library)
    : library_(library), cache_(library.sites), answers_(library.sites), imported_(library.templates.size()) {
  stack_.reserve(32);
  frames_.reserve(8);
}

Environment::Rendered Machine::run(std::uint32_t index, std::vector<Ref> globals, const RenderLimits& limits,
                                   base::Diagnostics& diagnostics) {
  Environment::Rendered rendered;
  globals_ = std::move(globals);
  limits_ = limits;
  budget_ = Budget(limits.steps, limits.bytes);
  try {
    Chain& chain = chains_.add();
    chain.leaf = index;
    enter_template(index, chain, FrameResult::Append, nullptr);
    execute();
    rendered.text = result_;
    rendered.ok = true;
  } catch (Failure& failure) {
    diagnostics.add(std::move(failure.diagnostic));
  } catch (CallError& error) {
    diagnostics.add(report(std::move(error.code), std::move(error.message), std::move(error.hint)));
  }
  reset();
  return rendered;
}

// Gives up all values, and keeps their room.
void Machine::reset() {
  globals_.clear();
  result_.clear();
  captures_.clear();
  out_ = &result_;
  stack_.clear();
  slots_.clear();
  frames_.clear();
  while (!loops_.empty()) end_loop();
  std::move(kept_loops_.begin(), kept_loops_.end(), std::back_inserter(free_loops_));
  kept_loops_.clear();
  for (const std::unique_ptr<Loop>& loop : free_loops_) loop->clear();
  arguments_ = {};
  modules_.clear();
  chains_.clear();
  namespaces_.clear();
  imported_.assign(imported_.size(), nullptr);
}

void Machine::execute() {
  while (!frames_.empty()) {
    budget_.step();
    step(instructions_[frame_->next++]);
  }
}

// Most values are taken by the instruction that follows: those do not go over the stack.
void Machine::give(Ref value) {
  for (;;) {
    const Instruction& next = instructions_[frame_->next];
    if (next.op != Op::Field && next.op != Op::Emit && next.op != Op::JumpIfFalse &&
        next.op != Op::StoreLocal)
      return push(std::move(value));
    budget_.step();
    ++frame_->next;
    if (next.op == Op::Emit)
      return emit(value);
    if (next.op == Op::StoreLocal) {
      locals_[next.a] = std::move(value);
      return;
    }
    if (next.op == Op::JumpIfFalse) {
      if (!is_true(value))
        frame_->next = next.a;
      return;
    }
    value = field(value, code_->symbols[next.a], next.b);
  }
}

void Machine::step(const Instruction& instruction) {
  switch (instruction.op) {
    case Op::Text:
      return append_text(code_->texts[instruction.a]);
    case Op::Emit:
      return emit(pop());
    case Op::Constant:
      return push(code_->constants[instruction.a]);
    case Op::LoadLocal:
      return give(locals_[instruction.a]);
    case Op::LoadModule:
      return give(frame().module->slots[instruction.a]);
    case Op::LoadGlobal:
      return give(globals_[instruction.a]);
    case Op::StoreLocal:
      locals_[instruction.a] = pop();
      return;
    case Op::ClearLocal:
      locals_[instruction.a] = Ref();
      return;
    case Op::LocalField:
      return give(field(locals_[instruction.a >> 16], code_->symbols[instruction.a & 0xffff], instruction.b));
    case Op::Field:
      return give(field(pop(), code_->symbols[instruction.a], instruction.b));
    case Op::Jump:
      frame().next = instruction.a;
      return;
    case Op::JumpIfFalse:
    case Op::JumpOrPop:
    case Op::DefaultGiven:
      return conditional_jump(instruction);
    case Op::LoopNext:
      return next_item(instruction);
    case Op::ApplyFilter:
      return builtin_filter(instruction);
    case Op::ApplyTest:
      return builtin_test(instruction);
    case Op::Return:
      return leave();
    default:
      return step_data(instruction);
  }
}

void Machine::step_data(const Instruction& instruction) {
  switch (instruction.op) {
    case Op::StoreField:
      return store_field(code_->symbols[instruction.a]);
    case Op::Index:
    case Op::Slice:
      return index_or_slice(instruction.op);
    case Op::Unary:
      if (static_cast<UnaryOperator>(instruction.a) != UnaryOperator::Not)
        require_defined(stack_.back());
      return replace_top(1, apply_unary(static_cast<UnaryOperator>(instruction.a), stack_.back()));
    case Op::Binary:
      return binary(instruction);
    case Op::Compare:
      return compare(instruction);
    case Op::Concat:
      for (std::size_t i = 0; i < instruction.a; ++i) require_defined(top(instruction.a)[i]);
      return replace_top(instruction.a, concatenate(top(instruction.a), instruction.a, budget_));
    case Op::DupUnder:
      stack_.insert(stack_.end() - 2, Ref(stack_.back()));
      return;
    case Op::DropUnder:
      stack_.erase(stack_.end() - 2);
      return;
    case Op::Pop:
      return drop(1);
    case Op::MakeList:
      budget_.list(instruction.a);
      return replace_top(instruction.a, Ref::owned(std::vector<Ref>(top(instruction.a),
                                                                    top(instruction.a) + instruction.a)));
    case Op::MakeMap:
      return make_map(instruction.a);
    case Op::Unpack:
      return unpack(instruction.a);
    default:
      return step_loop(instruction);
  }
}

void Machine::step_loop(const Instruction& instruction) {
  switch (instruction.op) {
    case Op::LoopBegin:
      return begin_loop(static_cast<LoopShape>(instruction.a));
    case Op::LoopEnd:
      if (instruction.a != 0)
        push(Ref(loop().had_items()));
      return end_loop();
    case Op::LoopObject:
      return loop_object(instruction);
    case Op::LoopKeep:
      if (is_true(pop()))
        loop().keep_current(budget_);
      return;
    case Op::LoopKept:
      return loop_kept();
    case Op::BeginCapture:
      return begin_capture();
    case Op::EndCapture:
      return push(as_value(end_capture()));
    default:
      return step_call(instruction);
  }
}

void Machine::step_call(const Instruction& instruction) {
  switch (instruction.op) {
    case Op::CallFunction:
      return builtin_function(instruction);
    case Op::MakeDict:
    case Op::MakeNamespace:
      return make_members(instruction);
    case Op::CustomFilter:
      return custom_filter(instruction);
    case Op::KnownAnswer:
      return known_answer(instruction);
    case Op::KeepAnswer:
      return keep_answer(instruction.a);
    case Op::CustomFunction:
      return custom_function(instruction);
    case Op::CallValue:
      return call_value(code_->shapes[instruction.b]);
    case Op::CallMethod:
      return call_method(instruction);
    case Op::MakeMacro:
      return make_macro(instruction.a);
    default:
      return step_structure(instruction);
  }
}

void Machine::step_structure(const Instruction& instruction) {
  switch (instruction.op) {
    case Op::Include:
      return include_by_name(instruction);
    case Op::IncludeStatic:
      return include(instruction.a, code_->places[instruction.b]);
    case Op::CallBlock:
      return enter_block(code_->symbols[instruction.a], 0, code_->places[instruction.b], FrameResult::Append);
    case Op::BlockValue:
      return enter_block(code_->symbols[instruction.a], 0, code_->places[instruction.b], FrameResult::Push);
    case Op::SuperValue:
      return super_block(code_->places[instruction.b]);
    case Op::ImportModule:
      return import_module(instruction.a);
    case Op::Extend:
      return extend(instruction);
    default:
      throw CallError{"unknown instruction", "", "internal-error"};
  }
}

Machines::Machines() = default;
Machines::~Machines() = default;

Environment::Rendered Machines::run(const Library& library, std::uint32_t index, std::vector<Ref> globals,
                                    const RenderLimits& limits, base::Diagnostics& diagnostics) {
  std::unique_ptr<Machine> machine = take();
  if (machine == nullptr)
    machine = std::make_unique<Machine>(library);
  Environment::Rendered rendered = machine->run(index, std::move(globals), limits, diagnostics);
  const std::lock_guard lock(mutex_);
  idle_.push_back(std::move(machine));
  return rendered;
}

std::unique_ptr<Machine> Machines::take() {
  const std::lock_guard lock(mutex_);
  if (idle_.empty())
    return nullptr;
  std::unique_ptr<Machine> machine = std::move(idle_.back());
  idle_.pop_back();
  return machine;
}

}  // namespace paperboy::templates
