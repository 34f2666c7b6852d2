#include <cstddef>

#include "base/text.h"
#include "markup/mathml.h"

namespace paperboy::markup {
namespace {

// KaTeX nests a few elements for each level of the formula, and those are bounded by check_formula().
constexpr std::size_t kMaxDepth = 400;

// Reads the small XML that KaTeX writes: elements, double-quoted attributes, five entities.
class MathMlReader {
 public:
  explicit MathMlReader(std::string_view markup) : markup_(markup) {}

  std::optional<MathNode> run() {
    MathNode root;
    read_children(root, 0);
    if (failed_) {
      return std::nullopt;
    }
    return find_math(std::move(root));
  }

 private:
  static std::optional<MathNode> find_math(MathNode node) {
    while (node.name != "math") {
      if (node.children.empty()) {
        return std::nullopt;
      }
      MathNode first = std::move(node.children.front());
      node = std::move(first);
    }
    return node;
  }

  bool at_end() const { return at_ >= markup_.size(); }
  bool take(std::string_view token) {
    if (markup_.substr(at_, token.size()) != token) {
      return false;
    }
    at_ += token.size();
    return true;
  }

  void read_children(MathNode& parent, std::size_t depth) {
    while (!at_end() && !failed_) {
      if (take("</")) {
        failed_ = !take(parent.name) || !take(">");
        return;
      }
      if (markup_[at_] == '<') {
        parent.children.push_back(read_element(depth + 1));
      } else {
        MathNode text;
        text.text = decode(until("<"));
        parent.children.push_back(std::move(text));
      }
    }
    failed_ = failed_ || !parent.name.empty();
  }

  MathNode read_element(std::size_t depth) {
    MathNode node;
    take("<");
    node.name = std::string(until(" />"));
    while (take(" ")) {
      std::string key(until("="));
      failed_ = failed_ || !take("=\"");
      std::string value = decode(until("\""));
      failed_ = failed_ || !take("\"");
      node.attributes.emplace_back(std::move(key), std::move(value));
    }
    if (take("/>")) {
      return node;
    }
    failed_ = failed_ || !take(">") || node.name.empty() || depth > kMaxDepth;
    if (!failed_) {
      read_children(node, depth);
    }
    return node;
  }

  std::string_view until(std::string_view stops) {
    const std::size_t begin = at_;
    at_ = std::min(markup_.find_first_of(stops, at_), markup_.size());
    return markup_.substr(begin, at_ - begin);
  }

  static std::string decode(std::string_view text) {
    if (text.find('&') == std::string_view::npos) {
      return std::string(text);
    }
    std::string out = base::replace_all(text, "&lt;", "<");
    out = base::replace_all(out, "&gt;", ">");
    out = base::replace_all(out, "&quot;", "\"");
    out = base::replace_all(out, "&#x27;", "'");
    return base::replace_all(out, "&amp;", "&");
  }

  std::string_view markup_;
  std::size_t at_ = 0;
  bool failed_ = false;
};

}  // namespace

std::string_view MathNode::attribute(std::string_view key) const {
  for (const auto& [name_of_attribute, value] : attributes) {
    if (name_of_attribute == key) {
      return value;
    }
  }
  return {};
}

std::optional<MathNode> read_mathml(std::string_view markup) {
  return MathMlReader(markup).run();
}

}  // namespace paperboy::markup
