#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace paperboy::model {

// A value per language, in the order given. The language "" means "in any language": what was written
// without saying which.
template <typename T>
class Localized {
 public:
  struct Variant {
    std::string language;
    T value;
  };

  bool empty() const { return variants_.empty(); }
  const std::vector<Variant>& variants() const { return variants_; }

  const T* exact(std::string_view language) const {
    for (const Variant& variant : variants_)
      if (variant.language == language)
        return &variant.value;
    return nullptr;
  }
  // The variant of this language, else the one for any language, else the first; null when empty.
  const Variant* best(std::string_view language) const {
    const Variant* any = nullptr;
    for (const Variant& variant : variants_) {
      if (variant.language == language)
        return &variant;
      if (variant.language.empty())
        any = &variant;
    }
    if (any != nullptr)
      return any;
    return variants_.empty() ? nullptr : &variants_.front();
  }
  // Replaces the variant of that language.
  void set(std::string language, T value) {
    for (Variant& variant : variants_) {
      if (variant.language == language) {
        variant.value = std::move(value);
        return;
      }
    }
    variants_.push_back({std::move(language), std::move(value)});
  }

 private:
  std::vector<Variant> variants_;
};

}  // namespace paperboy::model
