#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "value/syntax_error.h"

namespace paperboy::value {

// Puts lists and mappings together from the events of a parser, within the limits. Throws SyntaxError.
class YamlTree {
 public:
  YamlTree(const Extent& extent, const Limits& limits, base::Diagnostics& diagnostics)
      : extent_(extent), limits_(limits), diagnostics_(diagnostics) {}

  // 0 stands for no anchor.
  using Anchor = std::size_t;
  enum class Kind { List, Mapping };

  void open(Kind kind, std::size_t begin, Anchor anchor);
  // `end` is that of a closing bracket; without one the collection ends with its last value.
  void close(std::optional<std::size_t> end);
  void scalar(Scalar scalar, base::SourceSpan span, Anchor anchor);
  void null(base::SourceSpan span, Anchor anchor);
  void alias(base::SourceSpan span, Anchor anchor);

  bool wants_key() const {
    return !frames_.empty() && frames_.back().kind == Kind::Mapping && !frames_.back().has_key;
  }
  // Where the value that comes next belongs: the span of its key, or nothing.
  base::SourceSpan current_key() const;
  std::size_t last_end() const { return last_end_; }
  // Where the innermost open list or mapping begins.
  std::size_t current_begin() const { return frames_.back().begin; }
  bool in_list() const { return !frames_.empty() && frames_.back().kind == Kind::List; }
  bool has_repeats() const { return has_repeats_; }
  std::optional<Value> take() { return std::move(root_); }

 private:
  // How much a value costs when an alias repeats it.
  struct Weight {
    std::size_t values = 1;
    std::size_t expansions = 0;
    std::size_t depth = 0;
  };
  struct Frame {
    Kind kind = Kind::List;
    std::size_t begin = 0;
    Anchor anchor = 0;
    Array items;
    Object members;
    std::string key;
    base::SourceSpan key_span;
    bool has_key = false;
    bool merges = false;
    std::vector<Value> merged;
    Weight weight;
  };
  struct Anchored {
    Value value;
    Weight weight;
  };

  void add(Value value, Weight weight, Anchor anchor);
  void add_member(Frame& frame, Value value);
  void take_merge(Frame& frame, const Value& value);
  void apply_merges(Frame& frame);
  void count_value(base::SourceSpan span);

  Extent extent_;
  Limits limits_;
  base::Diagnostics& diagnostics_;
  std::vector<Frame> frames_;
  std::map<Anchor, Anchored> anchored_;
  std::optional<Value> root_;
  std::size_t values_ = 0;
  std::size_t expansions_ = 0;
  std::size_t last_end_ = 0;
  bool has_repeats_ = false;
};

}  // namespace paperboy::value
