#pragma once

#include <cmark-gfm.h>

#include <memory>
#include <string_view>

namespace paperboy::markup {

struct NodeDeleter {
  void operator()(cmark_node* node) const { cmark_node_free(node); }
};
struct IteratorDeleter {
  void operator()(cmark_iter* iterator) const { cmark_iter_free(iterator); }
};
using MarkdownTree = std::unique_ptr<cmark_node, NodeDeleter>;
using MarkdownIterator = std::unique_ptr<cmark_iter, IteratorDeleter>;

// The tree of a text that passed check_markdown(): with tables, ~~strike~~, task lists and footnotes,
// without cmark's own recognition of bare addresses, which reads out of bounds.
MarkdownTree parse_markdown(std::string_view text);

// How deep blocks and inlines are nested.
std::size_t tree_depth(cmark_node* root);

}  // namespace paperboy::markup
