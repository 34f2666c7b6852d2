#include <algorithm>

#include "base/text.h"
#include "templates/machine.h"

// Frames: templates, blocks, imports; where names come from; error reports.

namespace paperboy::templates {

void Machine::refresh() {
  frame_ = &frames_.back();
  code_ = frame_->code;
  instructions_ = code_->instructions.data();
  locals_ =
      code_->kind == CodeKind::Template ? frame().module->slots.data() : slots_.data() + frame().first_slot;
}

void Machine::enter(const Frame& next) {
  if (frames_.size() >= limits_.depth)
    throw CallError{"includes, blocks and macros are nested too deeply",
                    "more than " + std::to_string(limits_.depth) + " inside each other", "render-limit"};
  if (next.result == FrameResult::Push || next.result == FrameResult::PushModule)
    begin_capture();
  frames_.push_back(next);
  refresh();
  frame().first_loop = loops_.size();
  fill_context();
}

// Names the code does not declare itself get their values once, when it is entered.
void Machine::fill_context() {
  for (const ContextName& name : code_->context) locals_[name.slot] = find_name(frame(), name.name);
}

void Machine::leave() {
  const Frame left = frame();
  if (left.result == FrameResult::Push) {
    push(as_value(end_capture()));
  } else if (left.result == FrameResult::PushModule) {
    end_capture();
    push(ref(*left.module));
  }
  if (left.code->kind != CodeKind::Template)
    slots_.resize(left.first_slot);
  frames_.pop_back();
  if (frames_.empty())
    return;
  refresh();
  if (left.result == FrameResult::Print)
    ++frame().next;
}

void Machine::enter_template(std::uint32_t index, Chain& chain, FrameResult result,
                             const std::vector<VisibleName>* place) {
  const Program& program = library_.templates[index].program;
  Module& module = modules_.add();
  module.program = &program;
  module.chain = &chain;
  module.slots.resize(program.codes[0]->slots);
  chain.modules.push_back(&module);
  budget_.list(module.slots.size());
  Frame next;
  next.code = program.codes[0].get();
  next.module = &module;
  next.result = result;
  next.place = place;
  next.place_frame = frames_.empty() ? 0 : frames_.size() - 1;
  enter(next);
}

void Machine::include(std::uint32_t index, const std::vector<VisibleName>& place) {
  Chain& chain = chains_.add();
  chain.leaf = index;
  enter_template(index, chain, FrameResult::Append, &place);
}

void Machine::include_by_name(const Instruction& instruction) {
  const Ref name = pop();
  require_defined(name);
  std::vector<Ref> candidates{name};
  if (const std::optional<ListReader> list = ListReader::of(name)) {
    candidates.clear();
    for (std::size_t i = 0; i < list->size(); ++i) candidates.push_back(list->at(i));
  }
  std::string first;
  for (const Ref& candidate : candidates) {
    const std::optional<std::string_view> text = text_of(candidate);
    if (!text)
      throw CallError{"include needs the name of a template, not " + kind_name(candidate), "", "wrong-type"};
    const std::optional<std::uint32_t> index = library_.registry.find_template(*text);
    if (first.empty())
      first = *text;
    if (!index)
      continue;
    if (code_->output == OutputKind::Html && library_.templates[*index].program.output != OutputKind::Html)
      throw CallError{
          "a page cannot take in '" + std::string(*text) + "', whose output is not escaped for HTML",
          "name it .html", "mixed-output"};
    return include(*index, code_->places[instruction.b]);
  }
  if (instruction.a == 0)
    throw CallError{"unknown template '" + first + "'", library_.registry.template_hint(first),
                    "unknown-template"};
}

void Machine::enter_block(Symbol name, std::size_t position, const std::vector<VisibleName>& place,
                          FrameResult result) {
  Chain& chain = *frame().module->chain;
  const std::vector<BlockTable::Level>* levels = library_.blocks[chain.leaf].find(name);
  const BlockTable::Level& level = levels->at(position);
  if (level.level >= chain.modules.size())
    throw CallError{"block '" + std::string(name.name()) + "' belongs to a template that has not begun yet",
                    "", "unknown-block"};
  Frame next;
  next.code = level.code;
  next.module = chain.modules[level.level];
  next.first_slot = slots_.size();
  next.result = result;
  next.place = &place;
  next.place_frame = frames_.size() - 1;
  next.block_position = position;
  slots_.resize(slots_.size() + level.code->slots);
  enter(next);
}

void Machine::super_block(const std::vector<VisibleName>& place) {
  enter_block(code_->name, frame().block_position + 1, place, FrameResult::Push);
}

// An imported template runs once a render: it sees nothing but the environment's variables.
void Machine::import_module(std::uint32_t index) {
  if (imported_[index] != nullptr)
    return give(ref(*imported_[index]));
  Chain& chain = chains_.add();
  chain.leaf = index;
  enter_template(index, chain, FrameResult::PushModule, nullptr);
  imported_[index] = chain.modules.front();
}

void Machine::extend(const Instruction& instruction) {
  end_capture();
  enter_template(instruction.a, *frame().module->chain, FrameResult::Append, &code_->places[instruction.b]);
}

const Ref& Machine::slot(const Frame& at, const VisibleName& name) const {
  const bool in_module = name.space == Space::Module || at.code->kind == CodeKind::Template;
  return in_module ? at.module->slots[name.slot] : slots_[at.first_slot + name.slot];
}

Ref Machine::find_in_module(const Module& module, Symbol name) const {
  for (const ContextName& known : module.program->names)
    if (known.name == name)
      return module.slots[known.slot];
  return Ref();
}

Ref Machine::find_name(const Frame& from, Symbol name) const {
  // A block that replaces another sees its own template first, then the place it takes.
  if (from.code->kind == CodeKind::Block &&
      frames_[from.place_frame].code->template_index != from.code->template_index) {
    Ref found = find_in_module(*from.module, name);
    if (!is_undefined(found))
      return found;
  }
  const std::vector<VisibleName>* place = from.place;
  for (std::size_t index = from.place_frame; place != nullptr;) {
    const Frame& at = frames_[index];
    const auto visible = std::find_if(place->begin(), place->end(),
                                      [&](const VisibleName& other) { return other.name == name; });
    if (visible != place->end() && !is_undefined(slot(at, *visible)))
      return slot(at, *visible);
    if (at.code->kind == CodeKind::Block) {
      Ref found = find_in_module(*at.module, name);
      if (!is_undefined(found))
        return found;
    }
    place = at.place;
    index = at.place_frame;
  }
  if (const std::optional<std::uint32_t> variable = library_.registry.find_variable(name))
    return globals_[*variable];
  return Ref(Undefined{name, nullptr, nullptr});
}

base::SourceSpan Machine::current_span() const {
  if (frames_.empty() || frames_.back().next == 0)
    return {};
  return frames_.back().code->spans[frames_.back().next - 1];
}

base::Diagnostic Machine::report(std::string code, std::string message, std::string hint) const {
  base::Diagnostic diagnostic;
  diagnostic.code = std::move(code);
  diagnostic.message = std::move(message);
  diagnostic.hint = std::move(hint);
  diagnostic.span = current_span();
  add_callers(diagnostic);
  return diagnostic;
}

void Machine::add_callers(base::Diagnostic& diagnostic) const {
  constexpr std::size_t kMost = 8;
  for (std::size_t i = frames_.size(); i > 1 && frames_.size() - i < kMost; --i) {
    const Frame& caller = frames_[i - 2];
    const std::size_t at = caller.next - 1;
    const Op op = caller.code->instructions[at].op;
    const std::string_view what = op == Op::Extend                               ? "extended from here"
                                  : op == Op::ImportModule                       ? "imported from here"
                                  : op == Op::Include || op == Op::IncludeStatic ? "included from here"
                                  : op == Op::CallBlock                          ? "in the block placed here"
                                                                                 : "called from here";
    diagnostic.related.push_back({std::string(what), caller.code->spans[at]});
  }
}

void Machine::fail_undefined(const Ref& value) {
  const Undefined& missing = *value.get<Undefined>();
  const std::string name(missing.name.name());
  base::Diagnostic diagnostic =
      report("undefined-value", name.empty() ? "the value is undefined" : "'" + name + "' is undefined", "");
  if (missing.type != nullptr) {
    const Ref object(ObjectView{missing.object, missing.type});
    if (missing.type->lookup == nullptr)
      diagnostic.code = "unknown-field";
    diagnostic.message = kind_name(object) + " has no field '" + name + "'";
    diagnostic.hint = nearest_hint(name, field_names(object));
    const base::SourceSpan origin =
        missing.type->origin != nullptr ? missing.type->origin(missing.object) : base::SourceSpan{};
    if (origin)
      diagnostic.related.insert(diagnostic.related.begin(),
                                {"the " + std::string(missing.type->name) + " comes from here", origin});
  }
  throw Failure{std::move(diagnostic)};
}

}  // namespace paperboy::templates
