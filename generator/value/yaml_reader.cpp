#include "value/yaml_reader.h"

#include <algorithm>
#include <map>

#include "base/text.h"
#include "value/yaml_advice.h"
#include "value/yaml_events.h"
#include "value/yaml_outline.h"
#include "value/yaml_tree.h"

namespace paperboy::value {
namespace {

bool is_null_text(std::string_view text) {
  return text.empty() || text == "~" || text == "null" || text == "Null" || text == "NULL";
}

bool says_nothing(std::string_view tag) {
  return tag.empty() || tag == "!";
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

// The parser refuses tabs where other white space may stand, though YAML does not
// (https://yaml.org/spec/1.2.2/#62-separation-spaces): there they are as good as spaces. Within a text they
// are what it says, but for those that begin a line of it.
class TabsAsSpaces {
 public:
  TabsAsSpaces(const Extent& extent, const std::vector<YamlToken>& tokens)
      : text_(extent.text().substr(extent.begin)) {
    if (text_.find('\t') == std::string_view::npos) {
      return;
    }
    changed_ = text_;
    std::size_t done = 0;
    for (const YamlToken& token : tokens) {
      if (token.kind == YamlToken::Kind::Scalar) {
        between(done, token.begin - extent.begin);
        done = token.end - extent.begin;
        if (token.style != Style::Block) {
          within(token.begin - extent.begin, done);
        }
      }
    }
    between(done, changed_.size());
    text_ = changed_;
  }

  std::string_view text() const { return text_; }

 private:
  void between(std::size_t begin, std::size_t end) {
    for (; begin < end; ++begin) {
      changed_[begin] = changed_[begin] == '\t' ? ' ' : changed_[begin];
    }
  }

  void within(std::size_t begin, std::size_t end) {
    bool is_line_begin = false;
    for (; begin < end; ++begin) {
      char& character = changed_[begin];
      character = character == '\t' && is_line_begin ? ' ' : character;
      is_line_begin = character == '\n' || (is_line_begin && character == ' ');
    }
  }

  std::string_view text_;
  std::string changed_;
};

// Matches the parser's events with the outline, which knows where each token ends. Where the two
// disagree the text is ambiguous, and it is refused rather than misread.
class Builder {
 public:
  Builder(const Extent& extent, Aliases aliases, const Limits& limits, base::Diagnostics& diagnostics,
          std::vector<YamlToken> tokens)
      : extent_(extent), aliases_(aliases), tree_(extent, limits, diagnostics), tokens_(std::move(tokens)) {}

  void add(const YamlEvent& event) {
    switch (event.kind) {
      case YamlEvent::Kind::Alias:
        alias(event);
        break;
      case YamlEvent::Kind::Scalar:
        scalar(event);
        break;
      case YamlEvent::Kind::List:
        open(YamlTree::Kind::List, event);
        break;
      case YamlEvent::Kind::Mapping:
        open(YamlTree::Kind::Mapping, event);
        break;
      case YamlEvent::Kind::EndOfList:
      case YamlEvent::Kind::EndOfMapping:
        close();
        break;
      case YamlEvent::Kind::Document:
      case YamlEvent::Kind::EndOfDocument:
      case YamlEvent::Kind::EndOfText:
        break;
    }
  }

  // What was read, if the outline saw nothing that the parser did not.
  std::optional<Value> take() {
    if (next_ < tokens_.size()) {
      fail_ambiguous(span_of(tokens_[next_]));
    }
    return tree_.has_repeats() ? std::nullopt : tree_.take();
  }

 private:
  std::size_t offset(const YamlEvent& event) const { return extent_.begin + event.begin; }
  base::SourceSpan span_of(const YamlToken& token) const { return extent_.span(token.begin, token.end); }
  std::string_view text_of(const YamlToken& token) const {
    return extent_.text().substr(token.begin, token.end - token.begin);
  }

  // 0 for none. The last one of a name is meant by aliases below it.
  YamlTree::Anchor anchor_of(const YamlEvent& event) {
    if (event.name.empty()) {
      return 0;
    }
    return anchors_.insert_or_assign(std::string(event.name), ++last_anchor_).first->second;
  }

  void alias(const YamlEvent& event) {
    const auto named = anchors_.find(std::string(event.name));
    if (named == anchors_.end()) {
      fail(extent_.span(offset(event), offset(event)), "unknown-anchor",
           "this alias names no anchor above it", "put the text in quotes if the `*` belongs to it");
    }
    tree_.alias(span_of(expect(event, YamlToken::Kind::Alias)), named->second);
  }

  void scalar(const YamlEvent& event) {
    if (event.style == Style::Plain && event.tag.empty() && is_null_text(event.text)) {
      null(event);
      return;
    }
    if (event.text.empty() && !scalar_at(event)) {
      // A tag or an anchor without a value.
      if (base::ends_with(event.tag, ":str")) {
        tree_.scalar({"", Style::Quoted}, missing_value(), anchor_of(event));
      } else {
        tree_.null(missing_value(), anchor_of(event));
      }
      return;
    }
    const YamlToken& token = expect(event, YamlToken::Kind::Scalar);
    const base::SourceSpan span = span_of(token);
    if (token.style == Style::Plain && !same_but_for_spaces(event.text, text_of(token))) {
      fail_ambiguous(span);
    }
    check_decoded(event.text, span);
    if (aliases_ == Aliases::Refused && tree_.wants_key() && token.style == Style::Plain &&
        event.text == "<<") {
      fail(span, "merge-key-refused", "the merge key `<<` is not allowed here", "write the keys out");
    }
    add_scalar(event, token);
  }

  // Written or left out.
  void null(const YamlEvent& event) {
    if (next_ < tokens_.size()) {
      const YamlToken& token = tokens_[next_];
      const bool written = token.kind == YamlToken::Kind::Scalar && token.style == Style::Plain &&
                           token.node_begin == offset(event) && is_null_text(text_of(token));
      if (written && (token.role == YamlToken::Role::Value || tree_.wants_key())) {
        ++next_;
        tree_.null(span_of(token), anchor_of(event));
        return;
      }
    }
    tree_.null(missing_value(), anchor_of(event));
  }

  bool scalar_at(const YamlEvent& event) const {
    return next_ < tokens_.size() && tokens_[next_].kind == YamlToken::Kind::Scalar &&
           tokens_[next_].node_begin == offset(event);
  }

  const YamlToken& expect(const YamlEvent& event, YamlToken::Kind kind) {
    if (next_ >= tokens_.size() || tokens_[next_].kind != kind ||
        tokens_[next_].node_begin != offset(event)) {
      fail_ambiguous(extent_.span(offset(event), offset(event)));
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

  void add_scalar(const YamlEvent& event, const YamlToken& token) {
    Style style = token.style;
    if (base::ends_with(event.tag, ":null") && is_null_text(event.text)) {
      tree_.null(span_of(token), anchor_of(event));
      return;
    }
    if (base::ends_with(event.tag, ":str")) {
      style = style == Style::Plain ? Style::Quoted : style;
    } else if (!says_nothing(event.tag)) {
      style = Style::Plain;
    }
    tree_.scalar({std::string(event.text), style}, span_of(token), anchor_of(event));
  }

  void open(YamlTree::Kind kind, const YamlEvent& event) {
    const bool list = kind == YamlTree::Kind::List;
    std::size_t begin = offset(event);
    if (!says_nothing(event.tag) && !base::ends_with(event.tag, list ? ":seq" : ":map")) {
      fail(extent_.span(begin, begin), "bad-tag", "this tag does not fit the value after it",
           "delete the tag");
    }
    const bool flow = event.is_flow && next_ < tokens_.size() &&
                      tokens_[next_].kind == YamlToken::Kind::Flow && tokens_[next_].node_begin == begin;
    std::optional<std::size_t> end;
    if (flow) {
      begin = tokens_[next_].begin;
      end = tokens_[next_].end;
      ++next_;
    }
    ends_.push_back(end);
    tree_.open(kind, begin, anchor_of(event));
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
  std::map<std::string, YamlTree::Anchor> anchors_;
  YamlTree::Anchor last_anchor_ = 0;
};

std::optional<Value> parse(const Extent& extent, Aliases aliases, base::Diagnostics& diagnostics,
                           const Limits& limits) {
  check_text(extent, limits);
  std::vector<YamlToken> tokens = outline_yaml(extent, aliases, limits, diagnostics);
  const TabsAsSpaces read(extent, tokens);
  Builder builder(extent, aliases, limits, diagnostics, std::move(tokens));
  YamlEvents events(read.text());
  YamlEvent event = events.next();
  if (event.kind == YamlEvent::Kind::EndOfText) {
    builder.take();
    return Value(Null{}, extent.span(extent.begin, extent.begin));
  }
  for (; event.kind != YamlEvent::Kind::EndOfDocument; event = events.next()) {
    builder.add(event);
  }
  event = events.next();
  if (event.kind != YamlEvent::Kind::EndOfText) {
    const std::size_t at = extent.begin + event.begin;
    fail(extent.span(at, at), "text-after-document", "this stands after the document's end", "delete it");
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
  } catch (const YamlFailure& failure) {
    const ParserAdvice advice = advice_for(failure.message);
    const std::size_t at = std::min(extent.begin + failure.offset, extent.end);
    diagnostics.error(extent.span(at, at), advice.code, advice.message, advice.hint);
  }
  return std::nullopt;
}

std::optional<Value> read_yaml(const base::Source& source, Aliases aliases, base::Diagnostics& diagnostics,
                               const Limits& limits) {
  return read_yaml_extent({&source, 0, source.text().size()}, aliases, diagnostics, limits);
}

}  // namespace paperboy::value
