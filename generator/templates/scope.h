#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "templates/instruction.h"

namespace paperboy::templates {

// Where a name's value is while the template runs.
struct Address {
  enum class Kind { Local, Module, Global };
  Kind kind = Kind::Local;
  std::uint32_t slot = 0;
};

// Names declared between a `for`, `with`, … and its end.
struct Scope {
  struct Entry {
    Symbol name;
    std::uint32_t slot;
  };
  std::vector<Entry> entries;
  // For loops: whether `loop` is looked at, and whether it may be kept beyond the loop.
  bool is_loop = false;
  bool loop_used = false;
  bool loop_escapes = false;

  const Entry* find(Symbol name) const;
};

// The code being compiled and the names it knows.
class Unit {
 public:
  Unit(Code& code, Unit* outer) : code_(code), outer_(outer) { scopes_.emplace_back(); }

  Code& code() { return code_; }
  Unit* outer() { return outer_; }
  Scope& innermost() { return scopes_.back(); }
  bool at_root() const { return scopes_.size() == 1; }
  void open_scope() { scopes_.emplace_back(); }
  void close_scope() { scopes_.pop_back(); }

  // A new slot with that name in the innermost scope.
  std::uint32_t declare(Symbol name);
  // A name of this unit or of one around it; nothing when nobody declared it.
  std::optional<Address> find(Symbol name);
  // A name nobody declared: taken from where the template or block is used.
  Address context(Symbol name);
  // A declared name of the innermost scope that begins with the value it has outside.
  void begin_with_context(Symbol name, std::uint32_t slot);
  // The innermost loop scope of this unit whose `loop` this is; null for none.
  Scope* loop_scope();
  // All names visible here, inner ones first.
  std::vector<VisibleName> visible();
  // Whether a block may stand here: not inside of a macro.
  bool inside_macro() const;

 private:
  bool takes_values_along() const { return code_.kind == CodeKind::Macro || code_.kind == CodeKind::Caller; }
  std::uint32_t capture(Symbol name, std::uint32_t from_slot);
  std::optional<Address> from_outside(Symbol name, Address outside);

  Code& code_;
  Unit* outer_;
  std::vector<Scope> scopes_;
};

}  // namespace paperboy::templates
