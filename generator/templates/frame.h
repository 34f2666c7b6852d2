#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "templates/instruction.h"
#include "templates/ref.h"

namespace paperboy::templates {

struct Module;

// A template and those it extends, rendered together. modules[0] is the most derived one.
struct Chain {
  std::uint32_t leaf = 0;
  std::vector<Module*> modules;

  void clear() { modules.clear(); }
};

// A template at work: the values of its top-level names.
struct Module {
  const Program* program = nullptr;
  Chain* chain = nullptr;
  std::vector<Ref> slots;

  void clear() { slots.clear(); }
};

// What becomes of the output of a frame when it returns. Print: the instruction behind the call would print
// it; it goes to the output at once, and the instruction is skipped.
enum class FrameResult { Append, Print, Push, PushModule };

// A piece of code that is running.
struct Frame {
  const Code* code = nullptr;
  std::size_t next = 0;  // instruction
  Module* module = nullptr;
  std::size_t first_slot = 0;  // of blocks and macros; templates use their module's
  std::size_t first_loop = 0;
  FrameResult result = FrameResult::Append;
  // Where names come from that the code does not declare; null for macros.
  const std::vector<VisibleName>* place = nullptr;
  std::size_t place_frame = 0;
  std::size_t block_position = 0;  // how often the block was overridden by templates below
};

// What `namespace()` makes: the one value that can be changed. Lives as long as the render.
struct Namespace {
  std::vector<std::pair<Symbol, Ref>> members;

  void set(Symbol name, Ref value);
  void clear() { members.clear(); }
};

// Both are read like mappings.
const Type& type_of(const Namespace*);
const Type& type_of(const Module*);

}  // namespace paperboy::templates
