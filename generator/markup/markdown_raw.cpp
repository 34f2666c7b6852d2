#include <algorithm>

#include "base/text.h"
#include "markup/address.h"
#include "markup/markdown_writer.h"

namespace paperboy::markup {
namespace {

constexpr std::size_t kMaxOpenTags = 100;

}  // namespace

// A block of raw HTML: tags of the allow-list, text between them, the rest shown as text.
void MarkdownWriter::html_block(cmark_node* node) {
  const std::string html = written_form(cmark_node_get_literal(node));
  const std::size_t level = levels_.empty() ? 0 : levels_.back();
  std::size_t at = 0;
  while (at < html.size()) {
    const std::size_t next = std::min(html.find('<', at), html.size());
    words(std::string_view(html).substr(at, next - at));
    at = next;
    if (at == html.size()) {
      break;
    }
    const std::size_t comment = comment_length(html, at);
    const std::optional<RawTag> tag = comment == 0 ? read_tag(html, at) : std::nullopt;
    const std::size_t length = comment > 0 ? comment : tag ? tag->length : 1;
    if (tag) {
      raw_tag(*tag, std::string_view(html).substr(at, length), true);
    } else if (comment == 0) {
      words(std::string_view(html).substr(at, 1));
    }
    at += length;
  }
  close_phrasing(level);
  end_line();
}

void MarkdownWriter::html_inline(cmark_node* node) {
  const std::string html = written_form(cmark_node_get_literal(node));
  if (comment_length(html, 0) > 0) {
    return;
  }
  const std::optional<RawTag> tag = read_tag(html, 0);
  if (tag) {
    raw_tag(*tag, html, false);
  } else {
    refuse_raw(html);
  }
}

void MarkdownWriter::raw_tag(const RawTag& tag, std::string_view written, bool block) {
  const TagUse use = tag_use(tag.name);
  if (use == TagUse::Refused || (use == TagUse::Flow && !block) || (tag.name == "hr" && !block)) {
    refuse_raw(written);
  } else if (tag.closing) {
    if (use != TagUse::Void && !close_raw(tag.name)) {
      warn(locate(written), "unopened-tag", "this tag closes nothing and is left out");
    }
  } else if (tag.name == "img") {
    raw_image(tag, written);
  } else if (use == TagUse::Void) {
    open("<" + tag.name + ">");
  } else if (!open_raw(tag, block)) {
    refuse_raw(written);
  }
}

bool MarkdownWriter::open_raw(const RawTag& tag, bool block) {
  const std::size_t level = levels_.empty() ? 0 : levels_.back();
  if (block && tag_use(tag.name) == TagUse::Flow) {
    // As in HTML: a block ends the paragraph before it, <li>a<li>b are two items.
    while (tags_.size() > level &&
           (tags_.back().name == "p" || tags_.back().use == TagUse::Phrasing ||
            (tags_.back().name == tag.name && !may_stand_in(tag.name, tag.name)) ||
            (tag.name == "tr" && (tags_.back().name == "td" || tags_.back().name == "th")))) {
      close_tags(tags_.size() - 1);
    }
  }
  const bool nested_link = tag.name == "a" && open_links_ > 0;
  const bool outside =
      !may_stand_in(tag.name, tags_.size() > level ? std::string_view(tags_.back().name) : "");
  if (nested_link || outside || tags_.size() >= kMaxOpenTags) {
    return false;
  }
  for (const auto& [key, value] : tag.attributes) {
    if (tag.name == "a" && key == "href" && !is_safe_address(value)) {
      warn(locate(value), "unsafe-address",
           "this address is not linked: only http, https, mailto and relative ones are");
    }
  }
  open("<" + tag.name + kept_attributes(tag) + ">");
  open_links_ += tag.name == "a" ? 1u : 0u;
  tags_.push_back({tag.name, tag_use(tag.name)});
  return true;
}

void MarkdownWriter::raw_image(const RawTag& tag, std::string_view written) {
  const auto source = std::find_if(tag.attributes.begin(), tag.attributes.end(),
                                   [](const auto& attribute) { return attribute.first == "src"; });
  const std::string start =
      source == tag.attributes.end() ? "" : base::to_lower_ascii(source->second.substr(0, 8));
  if (start.empty() || !is_safe_address(source->second) || base::starts_with(start, "http:") ||
      base::starts_with(start, "mailto:")) {
    refuse_raw(written);
    return;
  }
  const bool described = std::any_of(tag.attributes.begin(), tag.attributes.end(),
                                     [](const auto& attribute) { return attribute.first == "alt"; });
  open("<img src=\"" + base::Html::escaped(source->second).str() + "\"" + kept_attributes(tag));
  open(described ? " loading=\"lazy\">" : " alt=\"\" loading=\"lazy\">");
}

bool MarkdownWriter::close_raw(std::string_view name) {
  const std::size_t level = levels_.empty() ? 0 : levels_.back();
  for (std::size_t i = tags_.size(); i > level; --i) {
    if (tags_[i - 1].name == name) {
      close_tags(i - 1);
      return true;
    }
  }
  return false;
}

void MarkdownWriter::close_tags(std::size_t level) {
  while (tags_.size() > level) {
    open("</" + tags_.back().name + ">");
    open_links_ -= tags_.back().name == "a" ? 1u : 0u;
    tags_.pop_back();
  }
}

// A raw block may leave <details> open around the blocks below it, but no <b> or <p>.
void MarkdownWriter::close_phrasing(std::size_t level) {
  for (std::size_t i = level; i < tags_.size(); ++i) {
    if (tags_[i].use == TagUse::Phrasing || tags_[i].name == "p" || tags_[i].name == "summary") {
      close_tags(i);
    }
  }
}

void MarkdownWriter::refuse_raw(std::string_view written) {
  warn(locate(written), "raw-html", "this HTML is not allowed here and shown as text");
  base::append_html_escaped(html_, written);
  plain_ += written;
}

}  // namespace paperboy::markup
