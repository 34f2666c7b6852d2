#include "value/yaml_reader.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <istream>
#include <streambuf>

#include "base/text.h"
#include "value/yaml_advice.h"
#include "value/yaml_outline.h"
#include "value/yaml_tree.h"

namespace paperboy::value {
namespace {

// Lets the parser read a text in place.
class ViewBuffer : public std::streambuf {
 public:
  explicit ViewBuffer(std::string_view text) {
    char* begin = const_cast<char*>(text.data());  // never written: the get area is only read
    setg(begin, begin, begin + text.size());
  }
};

bool is_null_text(std::string_view text) {
  return text.empty() || text == "~" || text == "null" || text == "Null" || text == "NULL";
}

// Two spellings of one plain text may differ only in how its lines are folded.
bool same_but_for_spaces(std::string_view one, std::string_view other) {
  std::size_t at = 0;
  for (const char c : one) {
    if (base::is_space(c)) {
      continue;
    }
    while (at < other.size() && base::is_space(other[at])) {
      ++at;
    }
    if (at == other.size() || other[at] != c) {
      return false;
    }
    ++at;
  }
  return base::trim(other.substr(at)).empty();
}

// Matches the parser's events with the outline, which knows where each token ends. Where the two
// disagree the text is ambiguous, and it is refused rather than misread.
class Builder : public YAML::EventHandler {
 public:
  Builder(const Extent& extent, Aliases aliases, const Limits& limits, base::Diagnostics& diagnostics,
          std::vector<YamlToken> tokens)
      : extent_(extent), aliases_(aliases), tree_(extent, limits, diagnostics), tokens_(std::move(tokens)) {}

  void OnDocumentStart(const YAML::Mark&) override {}
  void OnDocumentEnd() override {}

  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    if (next_ < tokens_.size()) {
      const YamlToken& token = tokens_[next_];
      const bool written = token.kind == YamlToken::Kind::Scalar && token.style == Style::Plain &&
                           token.node_begin == offset(mark) && is_null_text(text_of(token));
      if (written && (token.role == YamlToken::Role::Value || tree_.wants_key())) {
        ++next_;
        tree_.null(span_of(token), anchor);
        return;
      }
    }
    tree_.null(missing_value(), anchor);
  }

  void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    tree_.alias(span_of(expect(mark, YamlToken::Kind::Alias)), anchor);
  }

  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& text) override {
    if (text.empty() && !scalar_at(mark)) {
      // A tag or an anchor without a value.
      if (base::ends_with(tag, ":str")) {
        tree_.scalar({"", Style::Quoted}, missing_value(), anchor);
      } else {
        tree_.null(missing_value(), anchor);
      }
      return;
    }
    const YamlToken& token = expect(mark, YamlToken::Kind::Scalar);
    const base::SourceSpan span = span_of(token);
    if (token.style == Style::Plain && !same_but_for_spaces(text, text_of(token))) {
      fail_ambiguous(span);
    }
    check_decoded(text, span);
    if (aliases_ == Aliases::Refused && tree_.wants_key() && token.style == Style::Plain && text == "<<") {
      fail(span, "merge-key-refused", "the merge key `<<` is not allowed here", "write the keys out");
    }
    add_scalar(tag, text, token, anchor);
  }

  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value style) override {
    open(YamlTree::Kind::List, mark, tag, anchor, style);
  }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value style) override {
    open(YamlTree::Kind::Mapping, mark, tag, anchor, style);
  }
  void OnSequenceEnd() override { close(); }
  void OnMapEnd() override { close(); }

  // What was read, if the outline saw nothing that the parser did not.
  std::optional<Value> take() {
    if (next_ < tokens_.size()) {
      fail_ambiguous(span_of(tokens_[next_]));
    }
    return tree_.has_repeats() ? std::nullopt : tree_.take();
  }

 private:
  std::size_t offset(const YAML::Mark& mark) const {
    return extent_.begin + static_cast<std::size_t>(mark.pos < 0 ? 0 : mark.pos);
  }
  base::SourceSpan span_of(const YamlToken& token) const { return extent_.span(token.begin, token.end); }
  std::string_view text_of(const YamlToken& token) const {
    return extent_.text().substr(token.begin, token.end - token.begin);
  }

  bool scalar_at(const YAML::Mark& mark) const {
    return next_ < tokens_.size() && tokens_[next_].kind == YamlToken::Kind::Scalar &&
           tokens_[next_].node_begin == offset(mark);
  }

  const YamlToken& expect(const YAML::Mark& mark, YamlToken::Kind kind) {
    if (next_ >= tokens_.size() || tokens_[next_].kind != kind || tokens_[next_].node_begin != offset(mark)) {
      fail_ambiguous(extent_.span(offset(mark), offset(mark)));
    }
    return tokens_[next_++];
  }

  [[noreturn]] void fail_ambiguous(base::SourceSpan span) const {
    fail(span, "ambiguous-yaml", "this cannot be read as YAML without doubt", "put the text in quotes");
  }

  // The place of a value that was left out: its key or dash, else just after what stands before.
  base::SourceSpan missing_value() const {
    if (const base::SourceSpan key = tree_.current_key()) {
      return key;
    }
    std::size_t at = tree_.last_end();
    if (tree_.in_list()) {
      at = std::max(at, tree_.current_begin());
      if (const std::optional<std::size_t> dash = next_dash(at)) {
        return extent_.span(*dash, *dash + 1);
      }
    }
    return extent_.span(at, at);
  }

  // The dash of the next list item, past blank lines and comments.
  std::optional<std::size_t> next_dash(std::size_t pos) const {
    const std::string_view text = extent_.text();
    for (; pos < text.size() && text[pos] != '-'; ++pos) {
      if (text[pos] == '#') {
        pos = std::min(text.find('\n', pos), text.size() - 1);
      } else if (!base::is_space(text[pos])) {
        return std::nullopt;
      }
    }
    return pos < text.size() ? std::optional(pos) : std::nullopt;
  }

  void add_scalar(const std::string& tag, const std::string& text, const YamlToken& token,
                  YAML::anchor_t anchor) {
    Style style = token.style;
    if (base::ends_with(tag, ":null") && is_null_text(text)) {
      tree_.null(span_of(token), anchor);
      return;
    }
    if (base::ends_with(tag, ":str")) {
      style = style == Style::Plain ? Style::Quoted : style;
    } else if (tag != "?" && tag != "!") {
      style = Style::Plain;
    }
    tree_.scalar({text, style}, span_of(token), anchor);
  }

  void open(YamlTree::Kind kind, const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
            YAML::EmitterStyle::value style) {
    const bool list = kind == YamlTree::Kind::List;
    if (tag != "?" && tag != "!" && !base::ends_with(tag, list ? ":seq" : ":map")) {
      fail(extent_.span(offset(mark), offset(mark)), "bad-tag", "this tag does not fit the value after it",
           "delete the tag");
    }
    const bool flow = style == YAML::EmitterStyle::Flow && next_ < tokens_.size() &&
                      tokens_[next_].kind == YamlToken::Kind::Flow &&
                      tokens_[next_].node_begin == offset(mark);
    std::size_t begin = offset(mark);
    std::optional<std::size_t> end;
    if (flow) {
      begin = tokens_[next_].begin;
      end = tokens_[next_].end;
      ++next_;
    }
    ends_.push_back(end);
    tree_.open(kind, begin, anchor);
  }

  void close() {
    tree_.close(ends_.back());
    ends_.pop_back();
  }

  Extent extent_;
  Aliases aliases_;
  YamlTree tree_;
  std::vector<YamlToken> tokens_;
  std::size_t next_ = 0;
  std::vector<std::optional<std::size_t>> ends_;
};

// Shows where a text goes on after its document.
class Trailing : public YAML::EventHandler {
 public:
  explicit Trailing(const Extent& extent) : extent_(extent) {}

  void OnDocumentStart(const YAML::Mark& mark) override {
    const std::size_t at = extent_.begin + static_cast<std::size_t>(mark.pos < 0 ? 0 : mark.pos);
    fail(extent_.span(at, at), "text-after-document", "this stands after the document's end", "delete it");
  }
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark&, YAML::anchor_t) override {}
  void OnAlias(const YAML::Mark&, YAML::anchor_t) override {}
  void OnScalar(const YAML::Mark&, const std::string&, YAML::anchor_t, const std::string&) override {}
  void OnSequenceStart(const YAML::Mark&, const std::string&, YAML::anchor_t,
                       YAML::EmitterStyle::value) override {}
  void OnSequenceEnd() override {}
  void OnMapStart(const YAML::Mark&, const std::string&, YAML::anchor_t, YAML::EmitterStyle::value) override {
  }
  void OnMapEnd() override {}

 private:
  Extent extent_;
};

std::optional<Value> parse(const Extent& extent, Aliases aliases, base::Diagnostics& diagnostics,
                           const Limits& limits) {
  check_text(extent, limits);
  Builder builder(extent, aliases, limits, diagnostics, outline_yaml(extent, aliases, limits, diagnostics));
  ViewBuffer buffer(extent.text().substr(extent.begin));
  std::istream stream(&buffer);
  YAML::Parser parser(stream);
  if (!parser.HandleNextDocument(builder)) {
    const base::SourceSpan nothing = extent.span(extent.begin, extent.begin);
    builder.take();
    return Value(Null{}, nothing);
  }
  if (parser) {
    Trailing trailing(extent);
    parser.HandleNextDocument(trailing);
  }
  return builder.take();
}

}  // namespace

std::optional<Value> read_yaml_extent(const Extent& extent, Aliases aliases, base::Diagnostics& diagnostics,
                                      const Limits& limits) {
  try {
    return parse(extent, aliases, diagnostics, limits);
  } catch (const SyntaxError& error) {
    diagnostics.add(error.diagnostic);
  } catch (const YAML::Exception& error) {
    const ParserAdvice advice = advice_for(error.msg);
    const std::size_t position = error.mark.is_null() ? 0 : static_cast<std::size_t>(error.mark.pos);
    const std::size_t at = std::min(extent.begin + position, extent.end);
    diagnostics.error(extent.span(at, at), advice.code, advice.message, advice.hint);
  }
  return std::nullopt;
}

std::optional<Value> read_yaml(const base::Source& source, Aliases aliases, base::Diagnostics& diagnostics,
                               const Limits& limits) {
  return read_yaml_extent({&source, 0, source.text().size()}, aliases, diagnostics, limits);
}

}  // namespace paperboy::value
