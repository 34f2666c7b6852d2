#pragma once

#include <cstddef>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/diagnostic.h"
#include "base/digest.h"
#include "base/digest_table.h"
#include "markup/markdown.h"
#include "markup/math.h"
#include "markup/rich_text.h"
#include "model/paper.h"

namespace paperboy::pages {

// A Markdown text and the surroundings its HTML depends on.
struct MarkdownText {
  std::string_view markdown;  // outlives its conversion
  base::SourceSpan span;
  std::string language;       // its links lead to pages in this language
  std::string anchor_prefix;  // before its headings' ids
  int heading_shift = 1;
};

// Every text of the archive that pages show, converted once however many pages show it.
// First all texts are added, then convert() runs, then they are looked up. Where few of them will be wanted,
// convert_when_wanted() takes the place of both.
class Texts {
 public:
  void add(const model::Located& text, markup::TexField field);
  void add(const MarkdownText& text);
  void add_name(const model::Author& author);
  void add_affiliation(std::string_view affiliation);

  // Of what was added and not yet converted, leaves what stands at places that are wanted: to be converted
  // for what is wrong with it alone, not to be looked up.
  void leave_only(const std::function<bool(const base::SourceSpan&)>& is_wanted);

  // Converts what was added since the last call, on several threads. `resolve` turns a link of a Markdown
  // text into an address, given the text's language.
  using ResolveLink =
      std::function<std::optional<std::string>(std::string_view target, std::string_view language)>;
  void convert(markup::MathRenderer& math, const ResolveLink& resolve, std::size_t threads,
               base::Diagnostics& diagnostics);

  // From now on a text that was not added is converted when it is first looked up; what is wrong with it is
  // not told. `math` outlives this.
  void convert_when_wanted(markup::MathRenderer& math);
  // How links of Markdown texts are resolved that are converted so.
  void resolve_wanted(ResolveLink resolve) { resolve_ = std::move(resolve); }

  // Null for an empty text, and for one that was not added where texts are not converted when they are
  // wanted.
  const markup::RichText* rich(std::string_view text, markup::TexField field) const;
  const markup::MarkdownResult* markdown(const MarkdownText& text) const;
  // An affiliation with its TeX accents read; itself when it was not added.
  std::string_view affiliation(std::string_view text) const;
  // All Markdown texts in the order they were added, with their links.
  struct ConvertedMarkdown {
    std::string language;
    markup::MarkdownResult result;
  };
  const std::deque<ConvertedMarkdown>& markdown_texts() const { return markdown_; }

 private:
  struct RichJob {
    std::string_view text;
    base::SourceSpan span;
    markup::TexField field;
  };
  void add_rich(std::string_view text, base::SourceSpan span, markup::TexField field);

  // Equal texts are converted once. Jobs are those that were added and not yet converted.
  std::vector<RichJob> rich_jobs_;
  std::deque<markup::RichText> rich_;
  base::DigestTable rich_index_[3];  // a field each
  std::vector<MarkdownText> markdown_jobs_;
  std::deque<ConvertedMarkdown> markdown_;
  base::DigestTable markdown_index_;

  // Texts that are converted when they are wanted.
  template <typename Text>
  using WantedTexts = std::unordered_map<base::LongDigest, Text, base::LongDigestHash>;
  struct Wanted {
    std::mutex mutex;
    WantedTexts<markup::RichText> rich[3];
    WantedTexts<markup::MarkdownResult> markdown;
  };
  const markup::RichText* wanted_rich(const base::LongDigest& key, std::string_view text,
                                      markup::TexField field) const;
  const markup::MarkdownResult* wanted_markdown(const base::LongDigest& key, const MarkdownText& text) const;
  static markup::MarkdownResult convert_markdown(const MarkdownText& text, const ResolveLink& resolve,
                                                 markup::MathRenderer& math, base::Diagnostics& diagnostics);

  markup::MathRenderer* math_ = nullptr;  // none: every text was added
  ResolveLink resolve_;
  std::unique_ptr<Wanted> wanted_;
};

}  // namespace paperboy::pages
