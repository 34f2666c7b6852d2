#include "base/unique_slugs.h"

#include "base/digest.h"
#include "base/text.h"

namespace paperboy::base {

const std::string& UniqueSlugs::add(std::string_view key, std::string_view text) {
  if (const auto known = slug_of_key_.find(std::string(key)); known != slug_of_key_.end()) {
    return known->second;
  }
  const std::string plain = slug(text);
  std::string candidate = plain;
  std::string suffix;
  for (std::size_t length = 8; !taken_.insert(fold(candidate)).second; ++length) {
    suffix = suffix.empty() ? digest(key) : suffix;
    // Past the whole digest, count: two keys may share even that.
    candidate = plain + "-" + suffix.substr(0, length);
    if (length > suffix.size()) {
      candidate += "-" + std::to_string(length - suffix.size());
    }
  }
  return slug_of_key_.emplace(key, std::move(candidate)).first->second;
}

}  // namespace paperboy::base
