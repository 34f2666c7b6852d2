#include "value/yaml_levels.h"

#include <string>

#include "value/yaml_advice.h"

namespace paperboy::value {

void YamlLevels::fill() {
  if (!levels_.empty()) {
    levels_.back().slot = Slot::Filled;
  }
  has_root_ = true;
}

void YamlLevels::enter(Kind kind, std::size_t column, std::size_t begin, Begins begins) {
  if (begins == Begins::Line) {
    while (!levels_.empty() && levels_.back().column > column) {
      levels_.pop_back();
    }
    leave_compact_list(kind, column);
  }
  const bool sibling = begins == Begins::Line && !levels_.empty() && levels_.back().column == column &&
                       levels_.back().kind == kind;
  if (sibling) {
    levels_.back().item = begin;
    return;
  }
  check_may_open(kind, column, begin);
  if (!levels_.empty()) {
    levels_.back().slot = Slot::Filled;
  }
  if (levels_.size() >= cursor_.limits().depth) {
    fail_too_deep(cursor_.character(begin), cursor_.limits());
  }
  has_root_ = true;
  levels_.push_back({kind, column, Slot::Filled, begin});
}

// A list may stand as deep as the key it belongs to; the next key then ends it.
void YamlLevels::leave_compact_list(Kind kind, std::size_t column) {
  const std::size_t count = levels_.size();
  if (kind == Kind::Mapping && count >= 2 && levels_[count - 1].kind == Kind::List &&
      levels_[count - 1].column == column && levels_[count - 2].column == column) {
    levels_.pop_back();
  }
}

void YamlLevels::check_may_open(Kind kind, std::size_t column, std::size_t begin) const {
  if (levels_.empty()) {
    if (has_root_) {
      fail_misplaced(begin);
    }
    return;
  }
  const Level& outer = levels_.back();
  const bool deeper = column > outer.column;
  const bool compact = column == outer.column && kind == Kind::List && outer.kind == Kind::Mapping;
  if (outer.slot == Slot::Waiting && (deeper || compact)) {
    return;
  }
  if (column == outer.column) {
    const bool list = kind == Kind::List;
    fail(cursor_.span(begin, cursor_.line_end(begin)), "list-and-mapping",
         list ? "a list item stands among the keys of a mapping" : "a key stands among the items of a list",
         list ? "indent the items below their key" : "begin the line with `- `, or change its indentation");
  }
  fail_misplaced(begin);
}

void YamlLevels::check_value(std::size_t column, std::size_t begin, Begins begins) const {
  const bool waiting = levels_.empty() ? !has_root_
                                       : levels_.back().slot == Slot::Waiting &&
                                             (begins == Begins::InLine || column > levels_.back().column);
  if (!waiting) {
    fail_neither_key_nor_item(cursor_, begin);
  }
}

void YamlLevels::fail_misplaced(std::size_t begin) const {
  std::string hint = "indent it like the lines it belongs to";
  if (!levels_.empty()) {
    const auto spaces = std::to_string(levels_.back().column);
    hint += ": " + spaces + " space" + (spaces == "1" ? "" : "s") + " like line " +
            std::to_string(cursor_.extent().source->position(levels_.back().item).line);
  }
  fail(cursor_.span(begin, cursor_.line_end(begin)), "bad-indentation",
       "the indentation of this line fits no line above", hint);
}

}  // namespace paperboy::value
