#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

namespace paperboy::base {

// Gives different keys different slugs, also on file systems that ignore case. The key that comes
// first keeps the plain slug; one that clashes gets a suffix made from its own key. For the same
// result in every run add keys in sorted order.
class UniqueSlugs {
 public:
  // The slug of `text` for `key`; the same as before when the key was added before. At most 120 bytes.
  const std::string& add(std::string_view key, std::string_view text);
  const std::string& add(std::string_view key) { return add(key, key); }

 private:
  std::unordered_map<std::string, std::string> slug_of_key_;
  std::unordered_set<std::string> taken_;
};

}  // namespace paperboy::base
