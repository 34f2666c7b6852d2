#include "markup/rich_text.h"

#include "base/text.h"
#include "markup/clean_text.h"
#include "markup/field_place.h"
#include "markup/tex_damage.h"
#include "markup/tex_reader.h"

namespace paperboy::markup {
namespace {

constexpr std::size_t kMaxBytes = 64u << 10;

// What most Markdown is: one paragraph without markup.
constexpr std::string_view kOpening = "<p>";
constexpr std::string_view kClosing = "</p>\n";

std::string_view without_paragraph(std::string_view html) {
  return html.substr(kOpening.size(), html.size() - kOpening.size() - kClosing.size());
}

bool is_paragraph_of(std::string_view html, std::string_view plain) {
  return html.size() == kOpening.size() + plain.size() + kClosing.size() && html.starts_with(kOpening) &&
         html.ends_with(kClosing) && without_paragraph(html) == plain;
}

}  // namespace

// Copies, since what was put together piece by piece has room to spare.
RichText::RichText(const base::Html& html, std::string_view plain)
    : html_(html),
      where_(html.str() == plain                  ? Plain::IsHtml
             : is_paragraph_of(html.str(), plain) ? Plain::IsParagraph
                                                  : Plain::Apart),
      plain_(where_ == Plain::Apart ? plain : std::string_view()) {}

std::string_view RichText::plain() const {
  switch (where_) {
    case Plain::IsHtml:
      return html_.str();
    case Plain::IsParagraph:
      return without_paragraph(html_.str());
    case Plain::Apart:
      break;
  }
  return plain_;
}

RichText tex_to_rich_text(std::string_view tex, TexField field, base::SourceSpan span, MathRenderer& math,
                          base::Diagnostics& diagnostics) {
  if (tex.size() > kMaxBytes) {
    diagnostics.error(
        span, "text-too-long",
        "this text is longer than " + std::to_string(kMaxBytes) + " bytes and shown as it stands");
    const std::string text = clean_text(tex);
    return {base::Html::escaped(text), text};
  }
  const std::string text = clean_text(tex);
  const FieldPlace place(text, span);
  const RepairedTex repaired = repair_tex(text);
  return TexReader(repaired, field, place, math, diagnostics).run();
}

}  // namespace paperboy::markup
