#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "value/yaml_cursor.h"

namespace paperboy::value {

// The block lists and mappings that are open at a line, outermost first, told apart by their columns.
class YamlLevels {
 public:
  enum class Kind { List, Mapping };
  // Whether something is the first on its line or stands behind a dash.
  enum class Begins { Line, InLine };

  explicit YamlLevels(const YamlCursor& cursor) : cursor_(cursor) {}

  // Whether any value has begun.
  bool has_root() const { return has_root_; }
  bool empty() const { return levels_.empty(); }
  ParentColumn parent() const {
    return levels_.empty() ? -1 : static_cast<ParentColumn>(levels_.back().column);
  }

  // Places a key or a dash at a column: closes deeper levels, then it is a sibling or opens a new one.
  void enter(Kind kind, std::size_t column, std::size_t begin, Begins begins);
  // Makes sure that a value other than a list or mapping may stand here.
  void check_value(std::size_t column, std::size_t begin, Begins begins) const;
  // The innermost key or dash now waits for its value, or has it.
  void wait() { levels_.back().slot = Slot::Waiting; }
  void fill();

 private:
  enum class Slot { Waiting, Filled };
  struct Level {
    Kind kind;
    std::size_t column;
    Slot slot;
    std::size_t item;  // where its latest key or dash stands
  };

  void leave_compact_list(Kind kind, std::size_t column);
  void check_may_open(Kind kind, std::size_t column, std::size_t begin) const;
  const Level* likely_sibling(Kind kind, std::size_t column) const;
  [[noreturn]] void fail_misplaced(Kind kind, std::size_t column, std::size_t begin) const;

  const YamlCursor& cursor_;
  std::vector<Level> levels_;
  std::optional<Level> left_;  // the outermost level that the current line closed
  bool has_root_ = false;
};

}  // namespace paperboy::value
