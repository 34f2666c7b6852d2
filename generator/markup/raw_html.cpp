#include "markup/raw_html.h"

#include <algorithm>
#include <array>

#include "base/html.h"
#include "base/text.h"
#include "markup/address.h"

namespace paperboy::markup {
namespace {

constexpr std::size_t kNone = std::string_view::npos;
constexpr std::size_t kMaxTag = 2000;

// Sorted lists.
constexpr std::array<std::string_view, 24> kPhrasing = {
    "a", "abbr", "b",  "cite", "code", "del",  "dfn",   "em",   "i",      "ins", "kbd", "mark",
    "q", "rp",   "rt", "ruby", "s",    "samp", "small", "span", "strong", "sub", "sup", "u"};
constexpr std::array<std::string_view, 19> kFlow = {
    "blockquote", "caption", "dd",      "details", "div",   "dl", "dt", "figcaption", "figure", "li",
    "ol",         "p",       "summary", "table",   "tbody", "td", "th", "thead",      "tr"};
constexpr std::array<std::string_view, 4> kVoid = {"br", "hr", "img", "wbr"};
static_assert(std::is_sorted(kPhrasing.begin(), kPhrasing.end()) &&
              std::is_sorted(kFlow.begin(), kFlow.end()));

struct Parents {
  std::string_view name;
  std::array<std::string_view, 4> parents;
};
constexpr std::array<Parents, 13> kParents = {{{"li", {"ul", "ol"}},
                                               {"dt", {"dl"}},
                                               {"dd", {"dl"}},
                                               {"summary", {"details"}},
                                               {"figcaption", {"figure"}},
                                               {"caption", {"table"}},
                                               {"thead", {"table"}},
                                               {"tbody", {"table"}},
                                               {"tr", {"table", "thead", "tbody"}},
                                               {"td", {"tr"}},
                                               {"th", {"tr"}},
                                               {"rt", {"ruby"}},
                                               {"rp", {"ruby"}}}};
constexpr std::array<std::string_view, 5> kStructural = {"ul", "ol", "table", "tr", "dl"};

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_name_character(char c) {
  return is_letter(c) || (c >= '0' && c <= '9') || c == '-' || c == ':' || c == '_';
}

// Reads a tag from left to right; every way out keeps at_ inside the text.
class TagReader {
 public:
  explicit TagReader(std::string_view text) : text_(text.substr(0, kMaxTag)) {}

  std::optional<RawTag> run() {
    RawTag tag;
    ++at_;
    tag.closing = take('/');
    if (at_ >= text_.size() || !is_letter(text_[at_])) {
      return std::nullopt;
    }
    tag.name = base::to_lower_ascii(name());
    while (true) {
      skip_space();
      take('/');
      if (at_ >= text_.size()) {
        return std::nullopt;
      }
      if (take('>')) {
        tag.length = at_;
        return tag;
      }
      if (!attribute(tag)) {
        return std::nullopt;
      }
    }
  }

 private:
  bool take(char wanted) {
    const bool found = at_ < text_.size() && text_[at_] == wanted;
    at_ += found ? 1u : 0u;
    return found;
  }
  void skip_space() {
    while (at_ < text_.size() && base::is_space(text_[at_])) {
      ++at_;
    }
  }
  std::string_view name() {
    const std::size_t begin = at_;
    while (at_ < text_.size() && is_name_character(text_[at_])) {
      ++at_;
    }
    return text_.substr(begin, at_ - begin);
  }
  bool attribute(RawTag& tag) {
    const std::string key = base::to_lower_ascii(name());
    if (key.empty()) {
      return false;
    }
    skip_space();
    std::string_view value;
    if (take('=')) {
      skip_space();
      const char quote = at_ < text_.size() && (text_[at_] == '"' || text_[at_] == '\'') ? text_[at_] : '\0';
      at_ += quote != '\0' ? 1u : 0u;
      const std::size_t end =
          quote != '\0' ? text_.find(quote, at_) : text_.find_first_of(" \t\r\n>\"'<=`", at_);
      if (end == kNone) {
        return false;
      }
      value = text_.substr(at_, end - at_);
      at_ = quote != '\0' ? end + 1 : end;
    }
    tag.attributes.emplace_back(key, base::replace_all(value, "&amp;", "&"));
    return true;
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

bool is_small_number(std::string_view value) {
  return !value.empty() && value.size() <= 3 && value.find_first_not_of("0123456789") == kNone;
}

bool is_kept(std::string_view element, std::string_view key, std::string_view value) {
  if (key == "title" || key == "alt") {
    return true;
  }
  if (key == "lang" || key == "dir") {
    return value.size() <= 20 && std::all_of(value.begin(), value.end(), is_name_character);
  }
  if (key == "open") {
    return element == "details";
  }
  if (key == "colspan" || key == "rowspan") {
    return (element == "td" || element == "th") && is_small_number(value);
  }
  if (key == "start") {
    return element == "ol" && is_small_number(value);
  }
  if (key == "width" || key == "height") {
    return element == "img" && value.size() <= 4 && value.find_first_not_of("0123456789") == kNone;
  }
  return key == "href" && element == "a" && is_safe_address(value);
}

}  // namespace

std::optional<RawTag> read_tag(std::string_view text, std::size_t offset) {
  return TagReader(text.substr(offset)).run();
}

std::size_t comment_length(std::string_view text, std::size_t offset) {
  if (!base::starts_with(text.substr(offset), "<!--")) {
    return 0;
  }
  const std::size_t end = text.find("-->", offset + 4);
  return end == kNone ? 0 : end + 3 - offset;
}

TagUse tag_use(std::string_view name) {
  if (std::binary_search(kPhrasing.begin(), kPhrasing.end(), name)) {
    return TagUse::Phrasing;
  }
  if (std::binary_search(kFlow.begin(), kFlow.end(), name) || name == "ul") {
    return TagUse::Flow;
  }
  return std::find(kVoid.begin(), kVoid.end(), name) != kVoid.end() ? TagUse::Void : TagUse::Refused;
}

bool may_stand_in(std::string_view name, std::string_view parent) {
  const auto* rule =
      std::find_if(kParents.begin(), kParents.end(), [&](const Parents& one) { return one.name == name; });
  if (rule == kParents.end()) {
    return std::find(kStructural.begin(), kStructural.end(), parent) == kStructural.end();
  }
  return !parent.empty() &&
         std::find(rule->parents.begin(), rule->parents.end(), parent) != rule->parents.end();
}

std::string kept_attributes(const RawTag& tag) {
  std::string out;
  std::vector<std::string_view> seen;
  for (const auto& [key, value] : tag.attributes) {
    if (!is_kept(tag.name, key, value) || std::find(seen.begin(), seen.end(), key) != seen.end()) {
      continue;
    }
    seen.push_back(key);
    out += " " + key;
    if (key != "open") {
      out += "=\"" + base::Html::escaped(value).str() + "\"";
    }
  }
  return out;
}

}  // namespace paperboy::markup
