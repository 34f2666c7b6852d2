#include <charconv>

#include "base/text.h"
#include "markup/address.h"
#include "markup/bare_link.h"
#include "markup/markdown_writer.h"

namespace paperboy::markup {
namespace {

// Distinct formulas cost time each; no honest text comes near.
constexpr std::size_t kMaxFormulas = 2000;

char32_t last_character(std::string_view text) {
  if (text.empty()) {
    return 0;
  }
  std::size_t begin = text.size() - 1;
  while (begin > 0 && text.size() - begin < 4 && (static_cast<unsigned char>(text[begin]) & 0xC0) == 0x80) {
    --begin;
  }
  return base::decode_utf8(text, begin).character;
}

// What an address may not hold as it stands but a browser would accept.
std::string encoded_address(std::string_view address) {
  std::string out;
  for (const char c : address) {
    switch (c) {
      case ' ':
        out += "%20";
        break;
      case '"':
        out += "%22";
        break;
      case '<':
        out += "%3C";
        break;
      case '>':
        out += "%3E";
        break;
      default:
        out += c;
    }
  }
  return out;
}

bool is_picture_address(std::string_view address) {
  const std::string start = base::to_lower_ascii(address.substr(0, 8));
  return is_safe_address(address) && !base::starts_with(start, "http:") &&
         !base::starts_with(start, "mailto:");
}

}  // namespace

void MarkdownWriter::enter_inline(cmark_node* node, cmark_iter* iterator) {
  switch (cmark_node_get_type(node)) {
    case CMARK_NODE_TEXT:
      text(cmark_node_get_literal(node));
      break;
    case CMARK_NODE_SOFTBREAK:
      soft_break(node);
      break;
    case CMARK_NODE_LINEBREAK:
      open("<br>\n");
      end_line();
      break;
    case CMARK_NODE_CODE:
      code_span(node);
      break;
    case CMARK_NODE_HTML_INLINE:
      html_inline(node);
      break;
    case CMARK_NODE_EMPH:
      open("<em>");
      break;
    case CMARK_NODE_STRONG:
      open("<strong>");
      break;
    case CMARK_NODE_LINK:
      link(node);
      break;
    case CMARK_NODE_IMAGE:
      image(node, iterator);
      break;
    case CMARK_NODE_FOOTNOTE_REFERENCE:
      footnote_reference(node);
      break;
    default:
      enter_extension(node);
  }
}

void MarkdownWriter::text(std::string_view prepared) {
  std::string run;
  for (std::size_t i = 0; i < prepared.size();) {
    const base::Decoded decoded = base::decode_utf8(prepared, i);
    if (decoded.character == prepared_.token_fence) {
      words(run);
      run.clear();
      std::size_t number = prepared_.tokens.size();
      const char* begin = prepared.data() + i + decoded.size;
      const char* end = std::from_chars(begin, prepared.data() + prepared.size(), number).ptr;
      if (number < prepared_.tokens.size()) {
        token(prepared_.tokens[number]);
      }
      i = static_cast<std::size_t>(end - prepared.data()) + decoded.size;
      continue;
    }
    if (decoded.character != prepared_.mark) {
      run += prepared.substr(i, decoded.size);
    }
    i += decoded.size;
  }
  words(run);
}

// Text with the bare addresses in it as links.
void MarkdownWriter::words(std::string_view text) {
  std::size_t done = 0;
  std::size_t at = open_links_ > 0 ? std::string_view::npos : text.find("://");
  while (at != std::string_view::npos) {
    const std::size_t scheme = at >= 5 && (text[at - 1] | 0x20) == 's' ? 5 : 4;
    const std::size_t begin = at >= scheme && at - scheme >= done ? at - scheme : at;
    const std::size_t length = bare_link_length(text, begin);
    if (length > 0) {
      base::append_html_escaped(html_, text.substr(done, begin - done));
      const std::string address(text.substr(begin, length));
      const bool opened = open_link(address, {}, locate(address));
      base::append_html_escaped(html_, address);
      open(opened ? "</a>" : "");
      done = begin + length;
    }
    at = text.find("://", std::max(at + 3, done));
  }
  base::append_html_escaped(html_, text.substr(done));
  plain_ += text;
}

bool MarkdownWriter::open_link(const std::string& target, const std::string& title, base::SourceSpan span) {
  result_.links.push_back({target, span});
  const std::optional<std::string> resolved =
      options_.resolve_link ? options_.resolve_link(target) : std::nullopt;
  const std::string address = resolved ? *resolved : encoded_address(target);
  if (!is_safe_address(address) && !address.empty()) {
    warn(span, "unsafe-address",
         "this address is not linked: only http, https, mailto and relative ones are");
    return false;
  }
  open("<a href=\"" + base::Html::escaped(address).str() + "\"");
  open(title.empty() ? ">" : " title=\"" + base::Html::escaped(title).str() + "\">");
  return true;
}

void MarkdownWriter::link(cmark_node* node) {
  if (open_links_ > 0) {
    written_links_.push_back(false);
    return;
  }
  const std::string target = written_form(cmark_node_get_url(node));
  const bool opened = open_link(target, written_form(cmark_node_get_title(node)), locate(target));
  open_links_ += opened ? 1u : 0u;
  written_links_.push_back(opened);
}

void MarkdownWriter::token(const Token& token) {
  if (token.kind == Token::Kind::Formula) {
    formula(token);
  } else {
    wiki_link(token);
  }
}

void MarkdownWriter::formula(const Token& token) {
  const base::SourceSpan span = place_.at(token.offset, token.written.size());
  cursor_ = std::max(cursor_, token.offset);
  if (++formulas_ > kMaxFormulas) {
    if (formulas_ == kMaxFormulas + 1) {
      warn(span, "too-many-formulas",
           "this text has more than " + std::to_string(kMaxFormulas) +
               " formulas; from here on their source is shown");
    }
    open("<code class=\"math-error\">" + base::Html::escaped(token.content).str() + "</code>");
    plain_ += token.content;
    return;
  }
  const Formula& result = math_.render(base::trim(token.content), token.mode);
  if (!result.ok) {
    warn(span, "bad-math", "this formula is shown as its source: " + result.problem);
  }
  // MathML is long; where it would not fit the source still does.
  if (within_budget(result.html.str().size() * 2)) {
    html_ += result.html.str();
  } else {
    open("<code class=\"math-error\">" + base::Html::escaped(token.content).str() + "</code>");
  }
  plain_ += result.plain;
}

void MarkdownWriter::wiki_link(const Token& token) {
  const base::SourceSpan span = place_.at(token.offset, token.written.size());
  cursor_ = std::max(cursor_, token.offset);
  const std::optional<std::string> address =
      options_.resolve_link ? options_.resolve_link(token.content) : std::nullopt;
  result_.links.push_back({token.content, span});
  if (!address || !is_safe_address(*address)) {
    warn(span, "broken-link", "nothing here is called \"" + token.content + "\"");
  }
  const bool linked = address && is_safe_address(*address) && open_links_ == 0;
  open(linked ? "<a href=\"" + base::Html::escaped(*address).str() + "\">" : "");
  base::append_html_escaped(html_, token.label);
  open(linked ? "</a>" : "");
  plain_ += token.label;
}

// Chinese is written without spaces: a line break between two of its characters is none.
void MarkdownWriter::soft_break(cmark_node* node) {
  cmark_node* next = cmark_node_next(node);
  while (next != nullptr && cmark_node_first_child(next) != nullptr) {
    next = cmark_node_first_child(next);
  }
  const bool words_follow = next != nullptr && cmark_node_get_type(next) == CMARK_NODE_TEXT;
  const std::string_view literal = words_follow ? cmark_node_get_literal(next) : "";
  std::size_t begin = 0;
  while (begin < literal.size() && base::decode_utf8(literal, begin).character == prepared_.mark) {
    begin += base::decode_utf8(literal, begin).size;
  }
  const bool chinese = begin < literal.size() && is_cjk(base::decode_utf8(literal, begin).character) &&
                       is_cjk(last_character(plain_));
  open(chinese ? "" : "\n");
  plain_ += chinese ? "" : " ";
}

void MarkdownWriter::code_span(cmark_node* node) {
  const std::string code = written_form(cmark_node_get_literal(node));
  open("<code>");
  base::append_html_escaped(html_, code);
  open("</code>");
  plain_ += code;
}

void MarkdownWriter::image(cmark_node* node, cmark_iter* iterator) {
  std::string alternative;
  while (cmark_iter_next(iterator) != CMARK_EVENT_EXIT || cmark_iter_get_node(iterator) != node) {
    cmark_node* inner = cmark_iter_get_node(iterator);
    const cmark_node_type type = cmark_node_get_type(inner);
    if (type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE) {
      alternative += written_form(cmark_node_get_literal(inner));
    } else if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK) {
      alternative += ' ';
    }
  }
  const std::string target = written_form(cmark_node_get_url(node));
  const std::string address = encoded_address(target);
  const base::SourceSpan span = locate(target);
  plain_ += alternative;
  if (!is_picture_address(address)) {
    warn(span, "unsafe-address", "this picture is not shown: only https and relative addresses are");
    base::append_html_escaped(html_, alternative);
    return;
  }
  const std::string title = written_form(cmark_node_get_title(node));
  open("<img src=\"" + base::Html::escaped(address).str() + "\" alt=\"" +
       base::Html::escaped(alternative).str());
  open(title.empty() ? "\"" : "\" title=\"" + base::Html::escaped(title).str() + "\"");
  open(" loading=\"lazy\">");
}

void MarkdownWriter::footnote_reference(cmark_node* node) {
  const std::string number = base::Html::escaped(written_form(cmark_node_get_literal(node))).str();
  const std::string prefix = base::Html::escaped(options_.anchor_prefix).str();
  const bool first = referenced_footnotes_.insert(number).second;
  open("<sup class=\"footnote-ref\"><a href=\"#" + prefix + "fn-" + number + "\"");
  open(first ? " id=\"" + prefix + "fnref-" + number + "\">" : ">");
  open(number + "</a></sup>");
}

}  // namespace paperboy::markup
