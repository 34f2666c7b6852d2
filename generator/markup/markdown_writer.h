#pragma once

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "markup/field_place.h"
#include "markup/markdown.h"
#include "markup/markdown_prepare.h"
#include "markup/markdown_tree.h"
#include "markup/raw_html.h"

namespace paperboy::markup {

// Writes a tree as HTML and as plain text. Every element it opens, Markdown's own or a raw tag, lies
// on one stack, so the page stays well formed whatever the text holds.
class MarkdownWriter {
 public:
  MarkdownWriter(std::string_view source, const PreparedMarkdown& prepared, const FieldPlace& place,
                 const MarkdownOptions& options, MathRenderer& math, base::Diagnostics& diagnostics);

  // False when the result would be out of proportion to the text.
  bool write(cmark_node* root);
  MarkdownResult take_result() { return std::move(result_); }

 private:
  struct OpenTag {
    std::string name;
    TagUse use = TagUse::Flow;
  };

  void enter(cmark_node* node, cmark_iter* iterator);
  void exit(cmark_node* node);
  bool enter_block(cmark_node* node);
  void enter_inline(cmark_node* node, cmark_iter* iterator);
  void enter_extension(cmark_node* node);
  void exit_extension(cmark_node* node);

  // Blocks.
  void list(cmark_node* node);
  void item(cmark_node* node);
  void code_block(cmark_node* node);
  void begin_heading(cmark_node* node);
  void end_heading();
  void begin_footnote(cmark_node* node);
  void end_footnote(cmark_node* node);
  void table_cell(cmark_node* node);
  void table_row(cmark_node* node);
  static bool is_tight(cmark_node* paragraph);
  void end_line();

  // Inlines.
  void text(std::string_view prepared);
  void words(std::string_view text);
  void token(const Token& token);
  void formula(const Token& token);
  void wiki_link(const Token& token);
  void soft_break(cmark_node* node);
  void code_span(cmark_node* node);
  void link(cmark_node* node);
  void image(cmark_node* node, cmark_iter* iterator);
  void footnote_reference(cmark_node* node);
  bool open_link(const std::string& target, const std::string& title, base::SourceSpan span);

  // Raw HTML.
  void html_block(cmark_node* node);
  void html_inline(cmark_node* node);
  void raw_tag(const RawTag& tag, std::string_view written, bool block);
  bool open_raw(const RawTag& tag, bool block);
  void raw_image(const RawTag& tag, std::string_view written);
  bool close_raw(std::string_view name);
  void close_tags(std::size_t level);
  void close_phrasing(std::size_t level);
  void refuse_raw(std::string_view written);

  void open(std::string_view tag) { html_ += tag; }
  std::string written_form(const char* literal) const;
  // Where a text stands, looked for from the block's beginning on.
  base::SourceSpan locate(std::string_view literal);
  void warn(base::SourceSpan span, std::string code, std::string message, std::string hint = {});
  bool within_budget(std::size_t more) const { return html_.size() + more <= budget_; }

  std::string_view source_;
  const PreparedMarkdown& prepared_;
  const FieldPlace& place_;
  const MarkdownOptions& options_;
  MathRenderer& math_;
  base::Diagnostics& diagnostics_;
  MarkdownResult result_;
  std::size_t budget_ = 0;

  std::string html_;
  std::string plain_;
  std::vector<OpenTag> tags_;        // raw tags that are open
  std::vector<std::size_t> levels_;  // how many of them were open where each Markdown element began
  std::vector<std::size_t> line_begins_;
  std::size_t cursor_ = 0;
  std::size_t formulas_ = 0;
  std::size_t open_links_ = 0;
  std::size_t column_ = 0;
  std::vector<bool> written_links_;

  std::size_t heading_html_ = 0;
  std::size_t heading_plain_ = 0;
  int heading_level_ = 0;
  std::vector<std::pair<int, int>> heading_stack_;  // (level in the text, level on the page)
  std::set<std::string> anchors_;
  std::map<std::string, std::size_t> anchor_counts_;
  std::size_t footnote_number_ = 0;
  std::set<std::string> referenced_footnotes_;
};

}  // namespace paperboy::markup
