#include <algorithm>

#include "templates/machine.h"
#include "templates/operators.h"
#include "templates/printing.h"

// Instructions that work on values, on output and on loops.

namespace paperboy::templates {

Ref Machine::pop() {
  Ref value = std::move(stack_.back());
  stack_.pop_back();
  return value;
}

void Machine::replace_top(std::size_t count, Ref value) {
  drop(count);
  give(std::move(value));
}

void Machine::require_defined(const Ref& value) {
  if (is_undefined(value))
    fail_undefined(value);
}

void Machine::append_text(std::string_view text) {
  out_->append(text);
  if (out_->size() > limits_.bytes)
    budget_.fail_bytes();
}

void Machine::emit(const Ref& value) {
  if (is_undefined(value))
    fail_undefined(value);
  append_printed(*out_, value, code_->output, budget_);
  if (out_->size() > limits_.bytes)
    budget_.fail_bytes();
}

// Objects of one type come again and again at a place: their field is found by one comparison.
Ref Machine::field(const Ref& object, Symbol name, std::uint32_t site) {
  if (const ObjectView* view = object.get<ObjectView>()) {
    CachedField& cached = cache_[site];
    if (cached.type != view->type) {
      const Field* found = view->type->find(name);
      if (found == nullptr)
        return find_field(object, name);
      cached = {view->type, found};
    }
    return cached.field->get(view->data);
  }
  if (object.get<OwnedMap>() != nullptr)
    return find_field(object, name);
  require_defined(object);
  throw CallError{kind_name(object) + " has no fields, so no '" + std::string(name.name()) + "'",
                  filter_instead(name.name()), "wrong-type"};
}

void Machine::binary(const Instruction& instruction) {
  Ref* const operands = top(2);
  require_defined(operands[0]);
  require_defined(operands[1]);
  replace_top(2, apply_binary(static_cast<BinaryOperator>(instruction.a), operands[0], operands[1], budget_));
}

void Machine::compare(const Instruction& instruction) {
  Ref* const operands = top(2);
  const ComparisonOperator op = static_cast<ComparisonOperator>(instruction.a);
  const bool looks_inside = op == ComparisonOperator::In || op == ComparisonOperator::NotIn;
  if (op != ComparisonOperator::Equal && op != ComparisonOperator::NotEqual) {
    require_defined(operands[1]);
    if (!looks_inside)
      require_defined(operands[0]);
  }
  replace_top(2, Ref(apply_comparison(op, operands[0], operands[1], budget_)));
}

void Machine::index_or_slice(Op op) {
  const std::size_t count = op == Op::Index ? 2 : 4;
  Ref* const operands = top(count);
  require_defined(operands[0]);
  if (op == Op::Index) {
    require_defined(operands[1]);
    replace_top(count, index_value(operands[0], operands[1]));
  } else {
    replace_top(count, slice_value(operands[0], operands[1], operands[2], operands[3], budget_));
  }
}

void Machine::make_map(std::size_t count) {
  budget_.list(count);
  std::vector<std::pair<Symbol, Ref>> members;
  const Ref* const parts = top(2 * count);
  for (std::size_t i = 0; i < count; ++i) {
    const std::optional<std::string_view> key = text_of(parts[2 * i]);
    if (!key)
      throw CallError{"the keys of a mapping are texts, not " + kind_name(parts[2 * i]), "", "wrong-type"};
    const Symbol name = Symbol::of(*key);
    const auto same =
        std::find_if(members.begin(), members.end(), [&](const auto& other) { return other.first == name; });
    if (same != members.end())
      same->second = parts[2 * i + 1];
    else
      members.emplace_back(name, parts[2 * i + 1]);
  }
  replace_top(2 * count, Ref::owned(std::move(members)));
}

void Machine::unpack(std::size_t count) {
  const Ref value = pop();
  require_defined(value);
  std::vector<Ref> items;
  if (const std::optional<ListReader> list = ListReader::of(value)) {
    for (std::size_t i = 0; i < list->size() && i <= count; ++i) items.push_back(list->at(i));
  } else if (const OwnedMap* map = value.get<OwnedMap>()) {
    for (const auto& [name, member] : map->members) items.push_back(member);
  } else {
    throw CallError{"cannot take " + kind_name(value) + " apart into " + std::to_string(count) + " names", "",
                    "wrong-type"};
  }
  if (items.size() != count)
    throw CallError{"there are " + std::to_string(count) + " names but " +
                        (items.size() > count ? "more" : std::to_string(items.size())) + " values",
                    "", "wrong-type"};
  for (auto item = items.rbegin(); item != items.rend(); ++item) push(std::move(*item));
}

void Machine::store_field(Symbol name) {
  Ref value = pop();
  const Ref object = pop();
  require_defined(object);
  const ObjectView* view = object.get<ObjectView>();
  if (view == nullptr || view->type != &type_of(static_cast<const Namespace*>(nullptr)))
    throw CallError{"only a namespace can be changed, not " + kind_name(object), "make it with namespace()",
                    "wrong-type"};
  // This machine made the namespace; only templates see it as constant.
  const_cast<Namespace*>(static_cast<const Namespace*>(view->data))->set(name, std::move(value));
}

void Machine::conditional_jump(const Instruction& instruction) {
  if (instruction.op == Op::DefaultGiven) {
    if (!is_undefined(locals_[instruction.a]))
      frame().next = instruction.b;
    return;
  }
  const bool truth = is_true(stack_.back());
  if (instruction.op == Op::JumpOrPop && truth == (instruction.b != 0)) {
    frame().next = instruction.a;
    return;
  }
  stack_.pop_back();
  if (instruction.op == Op::JumpIfFalse && !truth)
    frame().next = instruction.a;
}

void Machine::begin_capture() {
  out_ = &captures_.add();
}

std::string Machine::end_capture() {
  std::string text = captures_.back();
  captures_.pop();
  out_ = captures_.empty() ? &result_ : &captures_.back();
  budget_.text(text.size());
  return text;
}

Ref Machine::as_value(std::string text) const {
  return code_->output == OutputKind::Html ? Ref::owned(base::Html::trusted(std::move(text)))
                                           : Ref::owned(std::move(text));
}

FrameResult Machine::result_of_macro(const Code& code) const {
  const Frame& caller = frames_.back();
  const bool is_printed = caller.code->instructions[caller.next].op == Op::Emit &&
                          code.output == caller.code->output && code.output != OutputKind::Json;
  return is_printed ? FrameResult::Print : FrameResult::Push;
}

void Machine::begin_loop(LoopShape shape) {
  const Ref iterable = pop();
  require_defined(iterable);
  std::unique_ptr<Loop> loop = free_loops_.empty() ? std::make_unique<Loop>() : std::move(free_loops_.back());
  if (!free_loops_.empty())
    free_loops_.pop_back();
  loop->begin(iterable, shape, loops_.size() - frame().first_loop + 1, budget_);
  loops_.push_back(std::move(loop));
}

void Machine::next_item(const Instruction& instruction) {
  Loop& current = loop();
  if (!current.next()) {
    frame().next = instruction.a;
    return;
  }
  if (!current.wants_pairs() || !current.over_mapping()) {
    if (!current.wants_pairs())
      return give(current.current());
    push(current.current());
    return unpack(2);
  }
  auto [key, value] = current.current_pair();
  push(std::move(value));
  push(std::move(key));
}

void Machine::end_loop() {
  std::unique_ptr<Loop> ended = std::move(loops_.back());
  loops_.pop_back();
  (ended->escapes ? kept_loops_ : free_loops_).push_back(std::move(ended));
}

void Machine::loop_object(const Instruction& instruction) {
  loop().escapes = instruction.b != 0;
  locals_[instruction.a] = ref(loop());
}

void Machine::loop_kept() {
  std::vector<Ref> kept = loop().take_kept();
  end_loop();
  push(Ref::owned(std::move(kept)));
}

}  // namespace paperboy::templates
