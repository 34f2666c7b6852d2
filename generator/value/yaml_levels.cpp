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
    left_.reset();
    while (!levels_.empty() && levels_.back().column > column) {
      left_ = levels_.back();
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
      fail_misplaced(kind, column, begin);
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
  fail_misplaced(kind, column, begin);
}

void YamlLevels::check_value(std::size_t column, std::size_t begin, Begins begins) const {
  const bool waiting = levels_.empty() ? !has_root_
                                       : levels_.back().slot == Slot::Waiting &&
                                             (begins == Begins::InLine || column > levels_.back().column);
  if (!waiting) {
    fail_neither_key_nor_item(cursor_, begin);
  }
}

// The line that this one was probably meant to stand below: of its kind, else the nearer one.
const YamlLevels::Level* YamlLevels::likely_sibling(Kind kind, std::size_t column) const {
  const Level* outer = levels_.empty() ? nullptr : &levels_.back();
  if (!left_ || outer == nullptr) {
    return left_ ? &*left_ : outer;
  }
  if ((left_->kind == kind) != (outer->kind == kind)) {
    return left_->kind == kind ? &*left_ : outer;
  }
  return left_->column - column < column - outer->column ? &*left_ : outer;
}

void YamlLevels::fail_misplaced(Kind kind, std::size_t column, std::size_t begin) const {
  std::string hint = "indent it like the lines it belongs to";
  if (const Level* sibling = likely_sibling(kind, column)) {
    const auto spaces = std::to_string(sibling->column);
    hint += ": " + spaces + " space" + (spaces == "1" ? "" : "s") + " like line " +
            std::to_string(cursor_.extent().source->position(sibling->item).line);
  }
  fail(cursor_.span(begin, cursor_.line_end(begin)), "bad-indentation",
       "the indentation of this line fits no line above", hint);
}

}  // namespace paperboy::value
