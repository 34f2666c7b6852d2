#include "value/yaml_tree.h"

#include <algorithm>
#include <utility>

namespace paperboy::value {
namespace {

constexpr std::size_t kMostExpansions = 1000;
constexpr std::string_view kMergeKey = "<<";

}  // namespace

void YamlTree::count_value(base::SourceSpan span) {
  if (++values_ > limits_.values) {
    fail_too_many(span, limits_);
  }
}

base::SourceSpan YamlTree::current_key() const {
  return frames_.empty() || !frames_.back().has_key ? base::SourceSpan{} : frames_.back().key_span;
}

void YamlTree::open(Kind kind, std::size_t begin, Anchor anchor) {
  const base::SourceSpan here = extent_.span(begin, begin);
  if (wants_key()) {
    fail(here, "complex-key", "a key must be plain text", "`{{ … }}` and the like must be put in quotes");
  }
  if (frames_.size() >= limits_.depth) {
    fail_too_deep(here, limits_);
  }
  count_value(here);
  Frame frame;
  frame.kind = kind;
  frame.begin = begin;
  frame.anchor = anchor;
  frames_.push_back(std::move(frame));
  last_end_ = begin;
}

void YamlTree::close(std::optional<std::size_t> end) {
  Frame frame = std::move(frames_.back());
  frames_.pop_back();
  if (end) {
    last_end_ = *end;
  }
  const base::SourceSpan span = extent_.span(frame.begin, std::max(frame.begin, last_end_));
  Weight weight = frame.weight;
  weight.depth += 1;
  if (frame.kind == Kind::List) {
    add(Value(std::move(frame.items), span), weight, frame.anchor);
    return;
  }
  apply_merges(frame);
  add(Value(std::move(frame.members), span), weight, frame.anchor);
}

void YamlTree::scalar(Scalar scalar, base::SourceSpan span, Anchor anchor) {
  count_value(span);
  last_end_ = std::max<std::size_t>(last_end_, span.end);
  if (!wants_key()) {
    add(Value(std::move(scalar), span), {}, anchor);
    return;
  }
  Frame& frame = frames_.back();
  frame.merges = scalar.style == Style::Plain && scalar.text == kMergeKey;
  frame.key = std::move(scalar.text);
  frame.key_span = span;
  frame.has_key = true;
}

void YamlTree::null(base::SourceSpan span, Anchor anchor) {
  if (wants_key()) {
    fail(span, "null-key", "a key cannot be empty", "put the key in quotes");
  }
  count_value(span);
  last_end_ = std::max<std::size_t>(last_end_, span.end);
  add(Value(Null{}, span), {}, anchor);
}

void YamlTree::alias(base::SourceSpan span, Anchor anchor) {
  if (wants_key()) {
    fail(span, "complex-key", "a key must be plain text");
  }
  const auto found = anchored_.find(anchor);
  if (found == anchored_.end()) {
    fail(span, "alias-cycle", "this alias stands inside the value it names", "remove the alias");
  }
  const Anchored& target = found->second;
  expansions_ += 1 + target.weight.expansions;
  if (expansions_ > kMostExpansions) {
    fail(span, "too-many-aliases",
         "aliases in this file stand for more than " + std::to_string(kMostExpansions) + " repeats",
         "write the values out");
  }
  if (frames_.size() + target.weight.depth > limits_.depth) {
    fail_too_deep(span, limits_);
  }
  values_ += target.weight.values - 1;
  count_value(span);
  last_end_ = std::max<std::size_t>(last_end_, span.end);
  Weight weight = target.weight;
  weight.expansions += 1;
  add(Value(target.value), weight, 0);
}

void YamlTree::add(Value value, Weight weight, Anchor anchor) {
  if (anchor != 0) {
    anchored_.insert_or_assign(anchor, Anchored{value, weight});
  }
  if (frames_.empty()) {
    root_ = std::move(value);
    return;
  }
  Frame& frame = frames_.back();
  frame.weight.values += weight.values;
  frame.weight.expansions += weight.expansions;
  frame.weight.depth = std::max(frame.weight.depth, weight.depth);
  if (frame.kind == Kind::List) {
    frame.items.push_back(std::move(value));
  } else {
    add_member(frame, std::move(value));
  }
}

void YamlTree::add_member(Frame& frame, Value value) {
  frame.has_key = false;
  if (frame.merges) {
    take_merge(frame, value);
    return;
  }
  if (const Member* first = frame.members.find_member(frame.key)) {
    diagnostics_.add(repeated_key(frame.key, frame.key_span, first->key_span));
    has_repeats_ = true;
    return;
  }
  frame.members.add({std::move(frame.key), frame.key_span, std::move(value)});
}

// https://yaml.org/type/merge.html
void YamlTree::take_merge(Frame& frame, const Value& value) {
  if (value.object() != nullptr) {
    frame.merged.push_back(value);
    return;
  }
  if (value.array() == nullptr) {
    fail(frame.key_span, "bad-merge", "the merge key `<<` takes a mapping or a list of mappings",
         "put the key in quotes if it is meant as text");
  }
  for (const Value& item : *value.array()) {
    if (item.object() == nullptr) {
      fail(frame.key_span, "bad-merge", "the merge key `<<` takes a mapping or a list of mappings");
    }
    frame.merged.push_back(item);
  }
}

// Keys written out win over merged ones, earlier merged mappings over later ones.
void YamlTree::apply_merges(Frame& frame) {
  for (const Value& source : frame.merged) {
    for (const Member& member : source.object()->members()) {
      if (frame.members.find_member(member.key) == nullptr) {
        frame.members.add(member);
      }
    }
  }
}

}  // namespace paperboy::value
