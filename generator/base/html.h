#pragma once

#include <string>
#include <string_view>
#include <utility>

namespace paperboy::base {

// Text that is safe to place into an HTML page as it stands. The only ways in are escaping and
// trusted(), so a plain string can never reach a page by mistake.
class Html {
 public:
  Html() = default;

  // Escapes & < > " '.
  static Html escaped(std::string_view text);
  // For markup that our own code wrote, with every foreign part escaped.
  static Html trusted(std::string markup) { return Html(std::move(markup)); }

  const std::string& str() const { return markup_; }
  bool empty() const { return markup_.empty(); }
  Html& operator+=(const Html& other) {
    markup_ += other.markup_;
    return *this;
  }
  friend bool operator==(const Html&, const Html&) = default;

 private:
  explicit Html(std::string markup) : markup_(std::move(markup)) {}
  std::string markup_;
};

// Appends `text` to `out` with & < > " ' as entities.
void append_html_escaped(std::string& out, std::string_view text);

}  // namespace paperboy::base
