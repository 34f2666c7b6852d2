#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/source.h"
#include "templates/output_kind.h"
#include "templates/ref.h"

namespace paperboy::templates {

// One step of the stack machine. `a` and `b` are what the comment says; "pops", "pushes" are about the
// operand stack, whose top stands last.
enum class Op : std::uint8_t {
  Text,            // appends texts[a]
  Emit,            // pops a value and prints it
  Constant,        // pushes constants[a]
  LoadLocal,       // pushes slot a of the frame
  LoadModule,      // pushes slot a of the template the code belongs to
  LoadGlobal,      // pushes variable a of the environment
  StoreLocal,      // pops into slot a
  ClearLocal,      // makes slot a undefined
  Field,           // pops an object, pushes its field symbols[a]; b is the number of this place for caching
  LocalField,      // LoadLocal and Field in one: slot a >> 16, symbol a & 0xffff, place b
  StoreField,      // pops a namespace and a value, sets its member symbols[a]
  Index,           // pops object, key
  Slice,           // pops object, begin, end, step
  Unary,           // pops a value; a: UnaryOperator
  Binary,          // pops left, right; a: BinaryOperator
  Compare,         // pops left, right; a: ComparisonOperator
  Concat,          // pops a values
  DupUnder,        // x y → y x y
  DropUnder,       // x y → y
  Pop,             // drops a value
  Jump,            // to a
  JumpIfFalse,     // pops; to a when false
  JumpOrPop,       // to a, keeping the value, when its truth is b; otherwise pops
  MakeList,        // pops a values
  MakeMap,         // pops a pairs of key and value
  ApplyFilter,     // pops the input and b arguments; built-in filter a
  ApplyTest,       // pops the input and b arguments; built-in test a
  CallFunction,    // pops b arguments; built-in function a
  MakeDict,        // pops the arguments of shapes[b]
  MakeNamespace,   // pops the arguments of shapes[b]
  CustomFilter,    // pops the input and the arguments of shapes[b]; filter a of the environment
  CustomFunction,  // pops the arguments of shapes[b]; function a of the environment
  KnownAnswer,     // pushes what KeepAnswer kept at place a and goes to b, if there is any
  KeepAnswer,      // keeps the value on top for the place a
  CallValue,       // pops the callee and the arguments of shapes[b]
  CallMethod,      // pops an object and the arguments of shapes[b], calls its field symbols[a]
  LoopBegin,       // pops what to go over; a: LoopShape
  LoopNext,        // pushes the next item (key and value for pairs), or goes to a
  LoopEnd,         // ends the innermost loop; pushes whether it had items
  LoopObject,      // puts `loop` into slot a; b: 1 when it may outlive the loop
  LoopKeep,        // pops a value; when true the current item is kept
  LoopKept,        // ends the innermost loop, pushes the list of items kept
  Unpack,          // pops a list of a items, pushes them, the first on top
  BeginCapture,    // output goes to a new text
  EndCapture,      // pushes that text: Html in Html templates
  Include,         // pops a name; a: 1 when it may be missing; b: place
  IncludeStatic,   // template a; b: place
  CallBlock,       // block symbols[a] at place b
  BlockValue,      // the same, its output is pushed
  SuperValue,      // the overridden block; its output is pushed; b: place
  ImportModule,    // pushes the names of template a
  MakeMacro,       // pushes a callable for codes[a] of the template
  DefaultGiven,    // to b when slot a has a value
  Extend,          // drops the output so far and goes on with the parent; b: place
  Return,
};

enum class LoopShape : std::uint32_t { Items, Pairs };

struct Instruction {
  Op op;
  std::uint32_t a = 0;
  std::uint32_t b = 0;
};

enum class Space : std::uint8_t { Local, Module };

// A name that is known where a template is included or a block stands.
struct VisibleName {
  Symbol name;
  Space space;
  std::uint32_t slot;
};

// A name that a template or block takes from where it is used.
struct ContextName {
  Symbol name;
  std::uint32_t slot;
};

struct CallShape {
  std::size_t positional = 0;
  std::vector<Symbol> named;  // after the positional ones
  std::size_t size() const { return positional + named.size(); }
};

struct MacroParameter {
  Symbol name;
  bool required;
};

// A local name of the enclosing code whose value a macro takes along.
struct Capture {
  std::uint32_t from_slot;
  std::uint32_t to_slot;
};

enum class CodeKind : std::uint8_t { Template, Block, Macro, Caller };

// A piece that runs in a frame of its own: a template's top level, a block, a macro, a call block's body.
struct Code {
  CodeKind kind = CodeKind::Template;
  Symbol name;
  std::uint32_t template_index = 0;
  OutputKind output = OutputKind::Text;
  std::uint32_t slots = 0;
  std::vector<Instruction> instructions;
  std::vector<base::SourceSpan> spans;  // one an instruction
  std::vector<std::string_view> texts;
  std::vector<Ref> constants;
  std::vector<Symbol> symbols;
  std::vector<CallShape> shapes;
  std::vector<std::vector<VisibleName>> places;
  std::vector<ContextName> context;
  std::vector<MacroParameter> parameters;  // in the first slots
  std::optional<std::uint32_t> caller_slot;
  std::vector<Capture> captures;
};

// A compiled template. codes[0] is its top level.
struct Program {
  Program() = default;
  Program(Program&&) = default;
  Program& operator=(Program&&) = default;

  std::string name;
  const base::Source* source = nullptr;
  OutputKind output = OutputKind::Text;
  std::vector<std::unique_ptr<Code>> codes;
  std::deque<std::string> owned_texts;  // what codes point to besides the source
  std::optional<std::uint32_t> parent;  // template it extends
  // Names of the top level.
  std::vector<ContextName> names;
  struct BlockEntry {
    Symbol name;
    const Code* code;
    base::SourceSpan span;
  };
  std::vector<BlockEntry> blocks;
};

std::string_view op_name(Op op);
// One line an instruction, for tests.
std::string format_code(const Code& code);

}  // namespace paperboy::templates
