#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "templates/budget.h"
#include "templates/callable.h"
#include "templates/frame.h"
#include "templates/loop.h"
#include "templates/pool.h"
#include "templates/vm.h"

namespace paperboy::templates {

// One render after another, so that each finds the room the one before needed, and the fields it found.
// Frames are kept in a list of its own, so that templates never use the stack of C++.
class Machine {
 public:
  explicit Machine(const Library& library);
  Environment::Rendered run(std::uint32_t index, std::vector<Ref> globals, const RenderLimits& limits,
                            base::Diagnostics& diagnostics);

 private:
  // The field found last at a place of a template, by type.
  struct CachedField {
    const Type* type = nullptr;
    const Field* field = nullptr;
  };

  // Thrown with a complete report; CallError gets its place from the current instruction.
  struct Failure {
    base::Diagnostic diagnostic;
  };

  void reset();
  void execute();
  void step(const Instruction& instruction);
  void step_data(const Instruction& instruction);
  void step_call(const Instruction& instruction);
  void step_loop(const Instruction& instruction);
  void step_structure(const Instruction& instruction);

  // The operand stack.
  void push(Ref value) { stack_.push_back(std::move(value)); }
  Ref pop();
  Ref* top(std::size_t count) { return stack_.data() + (stack_.size() - count); }
  void drop(std::size_t count) { stack_.resize(stack_.size() - count); }
  void replace_top(std::size_t count, Ref value);

  // Values.
  void give(Ref value);
  void emit(const Ref& value);
  void append_text(std::string_view text);
  Ref field(const Ref& object, Symbol name, std::uint32_t site);
  void binary(const Instruction& instruction);
  void compare(const Instruction& instruction);
  void index_or_slice(Op op);
  void make_map(std::size_t count);
  void unpack(std::size_t count);
  void store_field(Symbol name);
  void conditional_jump(const Instruction& instruction);
  void require_defined(const Ref& value);

  // Output.
  void begin_capture();
  std::string end_capture();
  Ref as_value(std::string text) const;
  FrameResult result_of_macro(const Code& code) const;

  // Built-ins and functions of the environment.
  void builtin_filter(const Instruction& instruction);
  void builtin_test(const Instruction& instruction);
  void builtin_function(const Instruction& instruction);
  void custom_filter(const Instruction& instruction);
  void custom_function(const Instruction& instruction);
  void known_answer(const Instruction& instruction);
  void keep_answer(std::uint32_t site);
  void make_members(const Instruction& instruction);
  const Arguments& take_arguments(const CallShape& shape);

  // Calls of templates' own code.
  void call_value(const CallShape& shape);
  void call_method(const Instruction& instruction);
  void call_loop(Loop& loop, Symbol name, const CallShape& shape);
  // Callee (or object) and arguments are on the stack.
  void call(const Ref& callee, const CallShape& shape, std::string_view name);
  void enter_macro(const Callable& callable, const CallShape& shape);
  void bind_arguments(const Callable& callable, const CallShape& shape, Ref* slots);
  void bind_named(const Callable& callable, Symbol name, Ref value, Ref* slots);
  void make_macro(std::uint32_t index);

  // Templates and blocks.
  void enter(const Frame& next);
  void leave();
  void enter_template(std::uint32_t index, Chain& chain, FrameResult result,
                      const std::vector<VisibleName>* place);
  void fill_context();
  void include(std::uint32_t index, const std::vector<VisibleName>& place);
  void include_by_name(const Instruction& instruction);
  void enter_block(Symbol name, std::size_t position, const std::vector<VisibleName>& place,
                   FrameResult result);
  void super_block(const std::vector<VisibleName>& place);
  void import_module(std::uint32_t index);
  void extend(const Instruction& instruction);
  Ref find_name(const Frame& frame, Symbol name) const;
  Ref find_in_module(const Module& module, Symbol name) const;
  const Ref& slot(const Frame& frame, const VisibleName& name) const;

  // Loops.
  void begin_loop(LoopShape shape);
  void next_item(const Instruction& instruction);
  Loop& loop() { return *loops_.back(); }
  void end_loop();
  void loop_object(const Instruction& instruction);
  void loop_kept();

  // Errors.
  base::SourceSpan current_span() const;
  base::Diagnostic report(std::string code, std::string message, std::string hint) const;
  void add_callers(base::Diagnostic& diagnostic) const;
  [[noreturn]] void fail_undefined(const Ref& value);

  // What belongs to the current frame.
  Frame& frame() { return *frame_; }
  Frame* frame_ = nullptr;
  Ref* locals_ = nullptr;
  const Code* code_ = nullptr;
  const Instruction* instructions_ = nullptr;
  void refresh();

  Library library_;
  std::vector<Ref> globals_;
  RenderLimits limits_;
  Budget budget_{0, 0};
  std::string result_;
  Pool<std::string> captures_;
  std::string* out_ = &result_;
  std::vector<Ref> stack_;
  Arguments arguments_;  // of the last call
  std::vector<Ref> slots_;
  std::vector<Frame> frames_;
  std::vector<std::unique_ptr<Loop>> loops_;
  std::vector<std::unique_ptr<Loop>> free_loops_;
  std::vector<std::unique_ptr<Loop>> kept_loops_;  // ended, but somebody may hold them
  std::vector<CachedField> cache_;
  std::vector<Ref> answers_;  // by site as well; undefined where none is known
  Pool<Module> modules_;
  Pool<Chain> chains_;
  Pool<Namespace> namespaces_;
  std::vector<Module*> imported_;  // by template; null for those that are not
};

}  // namespace paperboy::templates
