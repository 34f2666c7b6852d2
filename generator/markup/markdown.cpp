#include "markup/markdown.h"

#include <algorithm>

#include "base/text.h"
#include "markup/clean_text.h"
#include "markup/field_place.h"
#include "markup/markdown_guard.h"
#include "markup/markdown_prepare.h"
#include "markup/markdown_tree.h"
#include "markup/markdown_writer.h"

namespace paperboy::markup {
namespace {

constexpr std::size_t kMaxTreeDepth = 200;

// What is always possible: the text itself, in paragraphs.
MarkdownResult as_plain_paragraphs(std::string_view text) {
  std::string html;
  std::string paragraph;
  const auto finish = [&] {
    if (!paragraph.empty()) {
      html += "<p>" + base::Html::escaped(paragraph).str() + "</p>\n";
      paragraph.clear();
    }
  };
  for (const std::string_view line : base::split(text, '\n')) {
    if (base::trim(line).empty()) {
      finish();
      continue;
    }
    paragraph += paragraph.empty() ? "" : "\n";
    paragraph += line;
  }
  finish();
  return {{base::Html::trusted(std::move(html)), base::trim(text)}, {}, {}};
}

// Lone carriage returns are line breaks to cmark; making them so here keeps every count of lines right.
std::string with_line_feeds(std::string_view markdown) {
  std::string text = clean_text(markdown);
  for (std::size_t i = text.find('\r'); i != std::string::npos; i = text.find('\r', i + 1)) {
    if (i + 1 == text.size() || text[i + 1] != '\n') {
      text[i] = '\n';
    }
  }
  return text;
}

}  // namespace

bool may_have_links(std::string_view markdown) {
  // Brackets and tags, what another character may be written with, and bare addresses. Many texts are asked
  // for: a character is found faster than one of several.
  constexpr std::string_view kMarks = "[<&\\";
  return std::any_of(kMarks.begin(), kMarks.end(),
                     [&](char mark) { return markdown.find(mark) != std::string_view::npos; }) ||
         markdown.find("//") != std::string_view::npos;
}

MarkdownResult markdown_to_html(std::string_view markdown, base::SourceSpan span,
                                const MarkdownOptions& options, MathRenderer& math,
                                base::Diagnostics& diagnostics) {
  const std::string text = with_line_feeds(markdown);
  const FieldPlace place(text, span);
  const auto refuse = [&](std::size_t offset, const std::string& reason) {
    diagnostics.error(place.at(offset, 1), "markdown-refused",
                      "this text is shown without its Markdown: " + reason);
    return as_plain_paragraphs(text);
  };
  if (const std::optional<MarkdownRefusal> refusal = check_markdown(text)) {
    return refuse(refusal->offset, refusal->reason);
  }
  const PreparedMarkdown prepared =
      prepare_markdown(text, options.resolve_link ? WikiLinks::Read : WikiLinks::Ignored);
  const MarkdownTree tree = parse_markdown(prepared.text);
  if (tree_depth(tree.get()) > kMaxTreeDepth) {
    return refuse(0, "it is nested too deeply");
  }
  MarkdownWriter writer(text, prepared, place, options, math, diagnostics);
  if (!writer.write(tree.get())) {
    return refuse(0, "the page would become far longer than the text");
  }
  return writer.take_result();
}

}  // namespace paperboy::markup
