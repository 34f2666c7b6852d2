#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/date.h"
#include "base/diagnostic.h"
#include "base/source.h"

namespace paperboy::pages {

// The words of the interface in one language, read from layouts/languages/<code>.yaml: a mapping from key to
// text; `{name}` in a text is replaced. A key may have two texts, `one` and `other`, chosen by `count`.
class Phrases {
 public:
  static std::optional<Phrases> read(const base::Source& source, base::Diagnostics& diagnostics);

  // A text as it stands in the file; null when the key does not exist.
  const std::string* find(std::string_view key, std::optional<std::int64_t> count) const;
  // Nothing when the key does not exist.
  std::optional<std::string> text(std::string_view key,
                                  const std::vector<std::pair<std::string, std::string>>& values,
                                  std::optional<std::int64_t> count) const;
  bool has(std::string_view key) const { return phrases_.find(key) != phrases_.end(); }
  // Sorted.
  std::vector<std::string_view> keys() const;
  // Takes keys that this language lacks from another.
  void fill_from(const Phrases& other);

 private:
  struct Phrase {
    std::string one;
    std::string other;
  };
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view key) const { return std::hash<std::string_view>()(key); }
  };
  std::unordered_map<std::string, Phrase, Hash, std::equal_to<>> phrases_;
};

// A date as people write it, from the phrase of that key: "date_long" gives "Wednesday, 6 May 2026". The
// phrase may hold {weekday}, {weekday_short}, {day}, {month}, {month_name} and {year}.
std::string date_text(const Phrases& phrases, std::string_view key, base::Date date);

}  // namespace paperboy::pages
