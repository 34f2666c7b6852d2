#include "markup/markdown_tree.h"

#include <cmark-gfm-core-extensions.h>

#include <algorithm>
#include <array>
#include <mutex>

namespace paperboy::markup {
namespace {

struct ParserDeleter {
  void operator()(cmark_parser* parser) const { cmark_parser_free(parser); }
};

// cmark keeps the characters that extensions look for in tables of the whole process and changes them
// during each parse, so only one parse may run at a time.
std::mutex& parse_mutex() {
  static std::mutex mutex;
  return mutex;
}

}  // namespace

MarkdownTree parse_markdown(std::string_view text) {
  const std::lock_guard lock(parse_mutex());
  cmark_gfm_core_extensions_ensure_registered();
  const std::unique_ptr<cmark_parser, ParserDeleter> parser(cmark_parser_new(CMARK_OPT_FOOTNOTES));
  constexpr std::array<const char*, 3> kExtensions = {"table", "strikethrough", "tasklist"};
  for (const char* name : kExtensions) {
    cmark_parser_attach_syntax_extension(parser.get(), cmark_find_syntax_extension(name));
  }
  cmark_parser_feed(parser.get(), text.data(), text.size());
  MarkdownTree tree(cmark_parser_finish(parser.get()));
  cmark_consolidate_text_nodes(tree.get());
  return tree;
}

std::size_t tree_depth(cmark_node* root) {
  const MarkdownIterator iterator(cmark_iter_new(root));
  std::size_t depth = 0;
  std::size_t deepest = 0;
  for (cmark_event_type event = cmark_iter_next(iterator.get()); event != CMARK_EVENT_DONE;
       event = cmark_iter_next(iterator.get())) {
    const bool leaf = cmark_node_first_child(cmark_iter_get_node(iterator.get())) == nullptr;
    if (event == CMARK_EVENT_ENTER && !leaf) {
      deepest = std::max(deepest, ++depth);
    } else if (event == CMARK_EVENT_EXIT && !leaf) {
      --depth;
    }
  }
  return deepest;
}

}  // namespace paperboy::markup
