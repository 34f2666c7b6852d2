#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.h"
#include "value/json_advice.h"
#include "value/read.h"
#include "value/syntax_error.h"

namespace paperboy::value {
namespace {

// Takes the parser's events and finds each token again in the source: the parser has already checked
// them, so a token's place follows from the end of the one before.
class JsonTree : public nlohmann::json_sax<nlohmann::json> {
 public:
  JsonTree(const Extent& extent, const Limits& limits, base::Diagnostics& diagnostics)
      : extent_(extent),
        limits_(limits),
        diagnostics_(diagnostics),
        text_(extent.text()),
        end_(extent.begin) {}

  bool null() override {
    add(Value(Null{}, next_word()));
    return true;
  }
  bool boolean(bool) override { return plain(); }
  bool number_integer(number_integer_t) override { return plain(); }
  bool number_unsigned(number_unsigned_t) override { return plain(); }
  bool number_float(number_float_t, const string_t&) override { return plain(); }
  bool string(string_t& text) override {
    const base::SourceSpan span = next_string();
    check_decoded(text, span);
    add(Value(Scalar{std::move(text), Style::Quoted}, span));
    return true;
  }
  bool binary(binary_t&) override { return false; }

  bool start_object(std::size_t) override { return open(JsonPlace::Inside::Mapping); }
  bool start_array(std::size_t) override { return open(JsonPlace::Inside::List); }
  bool end_object() override {
    Frame frame = close();
    const base::SourceSpan span = extent_.span(frame.begin, end_);
    add(Value(std::move(frame.members), span));
    return true;
  }
  bool end_array() override {
    Frame frame = close();
    const base::SourceSpan span = extent_.span(frame.begin, end_);
    add(Value(std::move(frame.items), span));
    return true;
  }

  bool key(string_t& text) override {
    Frame& frame = frames_.back();
    frame.key_span = next_string();
    check_decoded(text, frame.key_span);
    frame.key = std::move(text);
    frame.has_key = true;
    return true;
  }

  bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception&) override {
    JsonPlace place;
    place.read_up_to = end_;
    if (!frames_.empty()) {
      place.inside = frames_.back().inside;
      place.opened = frames_.back().begin;
      place.after_key = frames_.back().has_key;
    }
    fail_at_json_mistake(extent_, place);
  }

  std::optional<Value> take() { return has_repeats_ ? std::nullopt : std::move(root_); }

 private:
  struct Frame {
    JsonPlace::Inside inside = JsonPlace::Inside::List;
    std::size_t begin = 0;
    Array items;
    Object members;
    std::string key;
    base::SourceSpan key_span;
    bool has_key = false;
  };

  std::size_t next_token() const { return text_.find_first_not_of(" \t\r\n,:", end_); }

  // Letters, or a number as the grammar has it: `012` is the number 0 with something after it.
  base::SourceSpan next_word() {
    const std::size_t begin = next_token();
    end_ = begin;
    if (text_[begin] == '-' || is_digit(begin)) {
      end_ = number_end(begin);
    } else {
      while (end_ < text_.size() && text_[end_] >= 'a' && text_[end_] <= 'z') {
        ++end_;
      }
    }
    return extent_.span(begin, end_);
  }

  bool is_digit(std::size_t at) const { return at < text_.size() && text_[at] >= '0' && text_[at] <= '9'; }
  bool is_at(std::size_t at, std::string_view any) const {
    return at < text_.size() && any.find(text_[at]) != std::string_view::npos;
  }
  std::size_t digits_end(std::size_t at) const {
    while (is_digit(at)) {
      ++at;
    }
    return at;
  }
  // https://www.rfc-editor.org/rfc/rfc8259#section-6
  std::size_t number_end(std::size_t at) const {
    at += text_[at] == '-' ? 1u : 0u;
    at = is_at(at, "0") ? at + 1 : digits_end(at);
    if (is_at(at, ".")) {
      at = digits_end(at + 1);
    }
    if (is_at(at, "eE")) {
      at += is_at(at + 1, "+-") ? 2u : 1u;
      at = digits_end(at);
    }
    return at;
  }

  base::SourceSpan next_string() {
    const std::size_t begin = next_token();
    end_ = begin + 1;
    while (text_[end_] != '"') {
      end_ += text_[end_] == '\\' ? 2u : 1u;
    }
    ++end_;
    return extent_.span(begin, end_);
  }

  // Numbers keep the digits they were written with.
  bool plain() {
    const base::SourceSpan span = next_word();
    add(Value(Scalar{std::string(span.text()), Style::Plain}, span));
    return true;
  }

  bool open(JsonPlace::Inside inside) {
    const std::size_t begin = next_token();
    end_ = begin + 1;
    if (frames_.size() >= limits_.depth) {
      fail_too_deep(extent_.span(begin, end_), limits_);
    }
    Frame frame;
    frame.inside = inside;
    frame.begin = begin;
    frames_.push_back(std::move(frame));
    return true;
  }

  Frame close() {
    end_ = next_token() + 1;
    Frame frame = std::move(frames_.back());
    frames_.pop_back();
    return frame;
  }

  void add(Value value) {
    if (++values_ > limits_.values) {
      fail_too_many(value.span(), limits_);
    }
    if (frames_.empty()) {
      root_ = std::move(value);
      return;
    }
    Frame& frame = frames_.back();
    if (frame.inside == JsonPlace::Inside::List) {
      frame.items.push_back(std::move(value));
      return;
    }
    frame.has_key = false;
    if (const Member* first = frame.members.find_member(frame.key)) {
      diagnostics_.add(repeated_key(frame.key, frame.key_span, first->key_span));
      has_repeats_ = true;
      return;
    }
    frame.members.add({std::move(frame.key), frame.key_span, std::move(value)});
  }

  Extent extent_;
  Limits limits_;
  base::Diagnostics& diagnostics_;
  std::string_view text_;
  std::size_t end_;
  std::vector<Frame> frames_;
  std::optional<Value> root_;
  std::size_t values_ = 0;
  bool has_repeats_ = false;
};

std::optional<Value> read_extent(const Extent& extent, base::Diagnostics& diagnostics, const Limits& limits) {
  try {
    check_text(extent, limits);
    JsonTree tree(extent, limits, diagnostics);
    const std::string_view text = extent.text().substr(extent.begin);
    nlohmann::json::sax_parse(text.begin(), text.end(), &tree);
    return tree.take();
  } catch (const SyntaxError& error) {
    diagnostics.add(error.diagnostic);
    return std::nullopt;
  }
}

// Where the first line opens a list or mapping and goes no further: a file in the form of JSON, not JSON
// Lines.
std::optional<std::size_t> spread_value(std::string_view text) {
  const std::size_t open = text.find_first_not_of(" \t\r\n");
  if (open == std::string_view::npos || (text[open] != '[' && text[open] != '{')) {
    return std::nullopt;
  }
  const std::size_t line_break = text.find('\n', open);
  const bool alone = line_break != std::string_view::npos &&
                     base::trim(text.substr(open + 1, line_break - open - 1)).empty() &&
                     !base::trim(text.substr(line_break)).empty();
  return alone ? std::optional(open) : std::nullopt;
}

}  // namespace

std::optional<Value> read_json(const base::Source& source, base::Diagnostics& diagnostics,
                               const Limits& limits) {
  return read_extent({&source, 0, source.text().size()}, diagnostics, limits);
}

std::vector<Value> read_json_lines(const base::Source& source, base::Diagnostics& diagnostics,
                                   const Limits& limits) {
  std::vector<Value> values;
  const std::string_view text = source.text();
  if (const std::optional<std::size_t> open = spread_value(text)) {
    diagnostics.error(
        {&source, static_cast<std::uint32_t>(*open), static_cast<std::uint32_t>(*open + 1)},
        "value-over-lines", "a .jsonl file holds one value a line",
        "write each paper's `{…}` on one line, without a list around them; or name the file .json");
    return values;
  }
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t line_break = text.find('\n', begin);
    const std::size_t end = line_break == std::string_view::npos ? text.size() : line_break;
    if (!base::trim(text.substr(begin, end - begin)).empty()) {
      if (std::optional<Value> value = read_extent({&source, begin, end}, diagnostics, limits)) {
        values.push_back(std::move(*value));
      }
    }
    begin = end + 1;
  }
  return values;
}

}  // namespace paperboy::value
