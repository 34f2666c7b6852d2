#pragma once

#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

#include "templates/budget.h"
#include "templates/instruction.h"
#include "templates/reading.h"
#include "templates/ref.h"

namespace paperboy::templates {

// A running `for`. Templates see it as `loop`.
class Loop {
 public:
  // Throws CallError when `iterable` cannot be looped over. `level` is 1 for the outermost loop.
  void begin(const Ref& iterable, LoopShape shape, std::size_t level, Budget& budget);
  // Goes to the next item; false when there is none.
  bool next() { return ++position_ <= size_; }
  // Gives up what it went over.
  void clear();
  bool had_items() const { return size_ > 0; }

  // The item `index` (from 0): a key for mappings, a list of key and value in pairs.
  Ref item(std::size_t index) const;
  Ref current() const { return item(position_ - 1); }
  // Whether the loop has two names; `current_pair` is for mappings only, which have their pairs ready.
  bool wants_pairs() const { return wants_pairs_; }
  bool over_mapping() const { return !list_; }
  std::pair<Ref, Ref> current_pair() const;

  void keep_current(Budget& budget);
  std::vector<Ref> take_kept() { return std::move(kept_); }

  std::size_t index() const { return position_; }  // from 1
  std::size_t size() const { return size_; }
  std::size_t level() const { return level_; }
  // Whether the values differ from those of the call before.
  bool changed(std::vector<Ref> values, Budget& budget);

  bool escapes = false;  // somebody may hold on to it when it has ended

 private:
  Ref holder_;  // keeps what is looped over alive
  std::optional<ListReader> list_;
  std::vector<std::pair<std::string_view, Ref>> members_;
  std::vector<Ref> kept_;
  std::vector<Ref> last_seen_;
  bool seen_ = false;
  bool wants_pairs_ = false;
  std::size_t position_ = 0;
  std::size_t size_ = 0;
  std::size_t level_ = 0;
};

// index, index0, revindex, revindex0, first, last, length, previtem, nextitem, depth, depth0.
const Type& type_of(const Loop*);

}  // namespace paperboy::templates
