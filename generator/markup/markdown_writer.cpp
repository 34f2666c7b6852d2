#include "markup/markdown_writer.h"

#include <cmark-gfm-core-extensions.h>

#include <algorithm>

#include "base/text.h"
#include "markup/formula_lines.h"

namespace paperboy::markup {
namespace {

constexpr std::size_t kBudgetFactor = 20;
constexpr std::size_t kBudgetBase = 64u << 10;
constexpr int kDeepestHeading = 6;

std::string_view type_of(cmark_node* node) {
  const char* name = cmark_node_get_type_string(node);
  return name == nullptr ? std::string_view{} : std::string_view(name);
}

// A language name as people write it after ```: the first word, if it is one.
std::string_view language_of(std::string_view info) {
  const std::string_view word = info.substr(0, info.find_first_of(" \t,{"));
  const bool plain = std::all_of(word.begin(), word.end(), [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '+' ||
           c == '-' || c == '#' || c == '_' || c == '.';
  });
  return plain && word.size() <= 40 ? word : std::string_view{};
}

}  // namespace

MarkdownWriter::MarkdownWriter(std::string_view source, const PreparedMarkdown& prepared,
                               const FieldPlace& place, const MarkdownOptions& options, MathRenderer& math,
                               base::Diagnostics& diagnostics)
    : source_(source),
      prepared_(prepared),
      place_(place),
      options_(options),
      math_(math),
      diagnostics_(diagnostics),
      budget_(kBudgetFactor * source.size() + kBudgetBase) {
  line_begins_.push_back(0);
  for (std::size_t i = prepared.text.find('\n'); i != std::string::npos;
       i = prepared.text.find('\n', i + 1)) {
    line_begins_.push_back(i + 1);
  }
}

bool MarkdownWriter::write(cmark_node* root) {
  const MarkdownIterator iterator(cmark_iter_new(root));
  for (cmark_event_type event = cmark_iter_next(iterator.get()); event != CMARK_EVENT_DONE;
       event = cmark_iter_next(iterator.get())) {
    cmark_node* node = cmark_iter_get_node(iterator.get());
    if (event == CMARK_EVENT_ENTER) {
      enter(node, iterator.get());
    } else {
      exit(node);
    }
    if (!within_budget(0)) {
      return false;
    }
  }
  close_tags(0);
  result_.text = {base::Html::trusted(keep_formulas_with_punctuation(std::move(html_))), base::trim(plain_)};
  return true;
}

void MarkdownWriter::enter(cmark_node* node, cmark_iter* iterator) {
  const int line = cmark_node_get_start_line(node);
  if (cmark_node_get_type(node) < CMARK_NODE_TYPE_INLINE && line > 0 &&
      static_cast<std::size_t>(line) <= line_begins_.size()) {
    cursor_ = prepared_.source_offset(line_begins_[static_cast<std::size_t>(line) - 1]);
  }
  if (!enter_block(node)) {
    enter_inline(node, iterator);
  }
  const cmark_node_type type = cmark_node_get_type(node);
  const bool leaf = type == CMARK_NODE_HTML_BLOCK || type == CMARK_NODE_THEMATIC_BREAK ||
                    type == CMARK_NODE_CODE_BLOCK || type == CMARK_NODE_TEXT ||
                    type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK || type == CMARK_NODE_CODE ||
                    type == CMARK_NODE_HTML_INLINE || type == CMARK_NODE_IMAGE;
  if (!leaf) {
    levels_.push_back(tags_.size());
  }
}

bool MarkdownWriter::enter_block(cmark_node* node) {
  switch (cmark_node_get_type(node)) {
    case CMARK_NODE_DOCUMENT:
      return true;
    case CMARK_NODE_BLOCK_QUOTE:
      open("<blockquote>\n");
      return true;
    case CMARK_NODE_LIST:
      list(node);
      return true;
    case CMARK_NODE_ITEM:
      item(node);
      return true;
    case CMARK_NODE_CODE_BLOCK:
      code_block(node);
      return true;
    case CMARK_NODE_HTML_BLOCK:
      html_block(node);
      return true;
    case CMARK_NODE_PARAGRAPH:
      open(is_tight(node) ? "" : "<p>");
      return true;
    case CMARK_NODE_HEADING:
      begin_heading(node);
      return true;
    case CMARK_NODE_THEMATIC_BREAK:
      open("<hr>\n");
      return true;
    case CMARK_NODE_FOOTNOTE_DEFINITION:
      begin_footnote(node);
      return true;
    default:
      return false;
  }
}

void MarkdownWriter::exit(cmark_node* node) {
  if (!levels_.empty()) {
    close_tags(levels_.back());
    levels_.pop_back();
  }
  switch (cmark_node_get_type(node)) {
    case CMARK_NODE_DOCUMENT:
      break;
    case CMARK_NODE_BLOCK_QUOTE:
      open("</blockquote>\n");
      break;
    case CMARK_NODE_LIST:
      open(cmark_node_get_list_type(node) == CMARK_ORDERED_LIST ? "</ol>\n" : "</ul>\n");
      break;
    case CMARK_NODE_ITEM:
      open("</li>\n");
      end_line();
      break;
    case CMARK_NODE_PARAGRAPH:
      open(is_tight(node) ? "" : "</p>\n");
      end_line();
      break;
    case CMARK_NODE_HEADING:
      end_heading();
      break;
    case CMARK_NODE_FOOTNOTE_DEFINITION:
      end_footnote(node);
      break;
    case CMARK_NODE_EMPH:
      open("</em>");
      break;
    case CMARK_NODE_STRONG:
      open("</strong>");
      break;
    case CMARK_NODE_LINK:
      open(written_links_.back() ? "</a>" : "");
      open_links_ -= written_links_.back() ? 1u : 0u;
      written_links_.pop_back();
      break;
    default:
      exit_extension(node);
  }
}

void MarkdownWriter::enter_extension(cmark_node* node) {
  const std::string_view type = type_of(node);
  if (type == "table") {
    open("<table>\n");
  } else if (type == "table_header" || type == "table_row") {
    table_row(node);
  } else if (type == "table_cell") {
    table_cell(node);
  } else if (type == "strikethrough") {
    open("<del>");
  } else if (type == "tasklist") {
    open("<li class=\"task\"><input type=\"checkbox\" disabled");
    open(cmark_gfm_extensions_get_tasklist_item_checked(node) ? " checked> " : "> ");
  }
}

void MarkdownWriter::exit_extension(cmark_node* node) {
  const std::string_view type = type_of(node);
  if (type == "table") {
    open(cmark_node_next(cmark_node_first_child(node)) == nullptr ? "</table>\n" : "</tbody>\n</table>\n");
    end_line();
  } else if (type == "table_header" || type == "table_row") {
    open(cmark_gfm_extensions_get_table_row_is_header(node) != 0 ? "</tr></thead>\n" : "</tr>\n");
    end_line();
  } else if (type == "table_cell") {
    const bool header = cmark_gfm_extensions_get_table_row_is_header(cmark_node_parent(node)) != 0;
    open(header ? "</th>" : "</td>");
    plain_ += ' ';
  } else if (type == "strikethrough") {
    open("</del>");
  } else if (type == "tasklist") {
    open("</li>\n");
    end_line();
  }
}

void MarkdownWriter::table_row(cmark_node* node) {
  column_ = 0;
  if (cmark_gfm_extensions_get_table_row_is_header(node) != 0) {
    open("<thead><tr>");
    return;
  }
  cmark_node* previous = cmark_node_previous(node);
  const bool first = previous != nullptr && cmark_gfm_extensions_get_table_row_is_header(previous) != 0;
  open(first ? "<tbody>\n<tr>" : "<tr>");
}

void MarkdownWriter::table_cell(cmark_node* node) {
  cmark_node* row = cmark_node_parent(node);
  cmark_node* table = cmark_node_parent(row);
  const std::uint8_t* alignments = cmark_gfm_extensions_get_table_alignments(table);
  const char alignment = alignments != nullptr && column_ < cmark_gfm_extensions_get_table_columns(table)
                             ? static_cast<char>(alignments[column_])
                             : '\0';
  ++column_;
  open(cmark_gfm_extensions_get_table_row_is_header(row) != 0 ? "<th" : "<td");
  open(alignment == 'l'   ? " class=\"align-left\">"
       : alignment == 'r' ? " class=\"align-right\">"
       : alignment == 'c' ? " class=\"align-center\">"
                          : ">");
}

void MarkdownWriter::list(cmark_node* node) {
  if (cmark_node_get_list_type(node) != CMARK_ORDERED_LIST) {
    open("<ul>\n");
    return;
  }
  const int start = cmark_node_get_list_start(node);
  open(start == 1 ? "<ol>\n" : "<ol start=\"" + std::to_string(start) + "\">\n");
}

void MarkdownWriter::item(cmark_node* node) {
  if (type_of(node) == "tasklist") {
    enter_extension(node);
  } else {
    open("<li>");
  }
}

bool MarkdownWriter::is_tight(cmark_node* paragraph) {
  cmark_node* parent = cmark_node_parent(paragraph);
  cmark_node* list = parent == nullptr ? nullptr : cmark_node_parent(parent);
  return list != nullptr && cmark_node_get_type(list) == CMARK_NODE_LIST &&
         cmark_node_get_list_tight(list) != 0;
}

void MarkdownWriter::end_line() {
  while (!plain_.empty() && plain_.back() == ' ') {
    plain_.pop_back();
  }
  if (!plain_.empty() && plain_.back() != '\n') {
    plain_ += '\n';
  }
}

void MarkdownWriter::code_block(cmark_node* node) {
  const std::string code = written_form(cmark_node_get_literal(node));
  const std::string info = written_form(cmark_node_get_fence_info(node));
  const std::string_view language = language_of(info);
  if (language == "math" && !base::trim(code).empty()) {
    Token token;
    token.written = code;
    token.content = base::trim(code);
    token.mode = MathMode::Display;
    token.offset = std::min(cursor_, source_.size());
    open("<p>");
    formula(token);
    open("</p>\n");
    end_line();
    return;
  }
  open("<pre><code");
  open(language.empty() ? ">" : " class=\"language-" + std::string(language) + "\">");
  base::append_html_escaped(html_, code);
  open("</code></pre>\n");
  plain_ += code;
  end_line();
}

void MarkdownWriter::begin_heading(cmark_node* node) {
  const int written = cmark_node_get_heading_level(node);
  while (!heading_stack_.empty() && heading_stack_.back().first >= written) {
    heading_stack_.pop_back();
  }
  const int above =
      heading_stack_.empty() ? std::max(options_.heading_shift, 0) : heading_stack_.back().second;
  heading_level_ = std::min(above + 1, kDeepestHeading);
  heading_stack_.emplace_back(written, heading_level_);
  heading_html_ = html_.size();
  heading_plain_ = plain_.size();
}

void MarkdownWriter::end_heading() {
  const std::string plain(base::trim(std::string_view(plain_).substr(heading_plain_)));
  std::string stem = base::slug(plain.empty() ? "section" : plain);
  std::string anchor = options_.anchor_prefix + stem;
  for (std::size_t& count = anchor_counts_[stem]; !anchors_.insert(anchor).second;) {
    anchor = options_.anchor_prefix + stem + "-" + std::to_string(++count + 1);
  }
  const std::string name = "h" + std::to_string(heading_level_);
  html_.insert(heading_html_, "<" + name + " id=\"" + base::Html::escaped(anchor).str() + "\">");
  open("</" + name + ">\n");
  end_line();
  result_.headings.push_back({heading_level_, std::move(anchor), plain});
}

void MarkdownWriter::begin_footnote(cmark_node* node) {
  cmark_node* previous = cmark_node_previous(node);
  if (previous == nullptr || cmark_node_get_type(previous) != CMARK_NODE_FOOTNOTE_DEFINITION) {
    open("<section class=\"footnotes\">\n<ol>\n");
  }
  ++footnote_number_;
  const std::string id =
      base::Html::escaped(options_.anchor_prefix).str() + "fn-" + std::to_string(footnote_number_);
  open("<li id=\"" + id + "\">");
}

void MarkdownWriter::end_footnote(cmark_node* node) {
  const std::string number = std::to_string(footnote_number_);
  const std::string id = base::Html::escaped(options_.anchor_prefix).str() + "fnref-" + number;
  open("<a class=\"footnote-back\" href=\"#" + id + "\" aria-label=\"" + number + "\">↩</a></li>\n");
  cmark_node* next = cmark_node_next(node);
  if (next == nullptr || cmark_node_get_type(next) != CMARK_NODE_FOOTNOTE_DEFINITION) {
    open("</ol>\n</section>\n");
  }
}

std::string MarkdownWriter::written_form(const char* literal) const {
  return literal == nullptr ? std::string() : prepared_.restored(literal);
}

// Inlines carry no reliable position in this cmark, but they come in order: each is looked for a few
// lines on from the one before.
base::SourceSpan MarkdownWriter::locate(std::string_view literal) {
  constexpr std::size_t kWindow = 4096;
  const std::size_t begin = std::min(cursor_, source_.size());
  const std::size_t found =
      literal.empty() ? std::string_view::npos : source_.substr(begin, kWindow).find(literal);
  if (found == std::string_view::npos) {
    const std::size_t line_end = std::min(source_.find('\n', begin), source_.size());
    return place_.at(begin, std::min<std::size_t>(line_end - begin, 200));
  }
  cursor_ = begin + found + literal.size();
  return place_.at(begin + found, literal.size());
}

void MarkdownWriter::warn(base::SourceSpan span, std::string code, std::string message, std::string hint) {
  diagnostics_.warning(span, std::move(code), std::move(message), std::move(hint));
}

}  // namespace paperboy::markup
