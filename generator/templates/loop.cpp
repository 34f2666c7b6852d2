#include "templates/loop.h"

#include "templates/operators.h"

namespace paperboy::templates {

void Loop::clear() {
  holder_ = Ref();
  list_.reset();
  members_.clear();
  kept_.clear();
  last_seen_.clear();
}

void Loop::begin(const Ref& iterable, LoopShape shape, std::size_t level, Budget& budget) {
  clear();
  holder_ = iterable;
  seen_ = false;
  wants_pairs_ = shape == LoopShape::Pairs;
  escapes = false;
  position_ = 0;
  level_ = level;
  list_ = ListReader::of(holder_);
  if (list_) {
    size_ = list_->size();
    return;
  }
  if (!has_free_keys(holder_))
    throw CallError{"cannot loop over " + kind_name(holder_),
                    is_mapping(holder_) ? "loop over one of its lists"
                    : text_of(holder_)  ? "use the filter list for its characters"
                                        : "",
                    "wrong-type"};
  members_ = *members_of(holder_);
  budget.list(members_.size());
  size_ = members_.size();
}

Ref Loop::item(std::size_t index) const {
  if (index >= size_)
    return Ref();
  if (list_)
    return list_->at(index);
  // Names of members are symbols or belong to the object: both outlive the loop.
  const Ref key(members_[index].first);
  return wants_pairs_ ? Ref::owned(std::vector<Ref>{key, members_[index].second}) : key;
}

std::pair<Ref, Ref> Loop::current_pair() const {
  const auto& [key, member] = members_[position_ - 1];
  return {Ref(key), member};
}

void Loop::keep_current(Budget& budget) {
  budget.list(1);
  kept_.push_back(current());
}

bool Loop::changed(std::vector<Ref> values, Budget& budget) {
  bool same = seen_ && values.size() == last_seen_.size();
  for (std::size_t i = 0; same && i < values.size(); ++i) same = equal(values[i], last_seen_[i], budget);
  seen_ = true;
  last_seen_ = std::move(values);
  return !same;
}

const Type& type_of(const Loop*) {
  static const Type type{
      "loop",
      {field<Loop>("index", [](const Loop& loop) { return Ref(loop.index()); }),
       field<Loop>("index0", [](const Loop& loop) { return Ref(loop.index() - 1); }),
       field<Loop>("revindex", [](const Loop& loop) { return Ref(loop.size() - loop.index() + 1); }),
       field<Loop>("revindex0", [](const Loop& loop) { return Ref(loop.size() - loop.index()); }),
       field<Loop>("first", [](const Loop& loop) { return Ref(loop.index() == 1); }),
       field<Loop>("last", [](const Loop& loop) { return Ref(loop.index() == loop.size()); }),
       field<Loop>("length", [](const Loop& loop) { return Ref(loop.size()); }),
       field<Loop>("previtem",
                   [](const Loop& loop) { return loop.index() < 2 ? Ref() : loop.item(loop.index() - 2); }),
       field<Loop>("nextitem", [](const Loop& loop) { return loop.item(loop.index()); }),
       field<Loop>("depth", [](const Loop& loop) { return Ref(loop.level()); }),
       field<Loop>("depth0", [](const Loop& loop) { return Ref(loop.level() - 1); })}};
  return type;
}

}  // namespace paperboy::templates
