#include "markup/rich_text.h"

#include "base/text.h"
#include "markup/clean_text.h"
#include "markup/field_place.h"
#include "markup/tex_damage.h"
#include "markup/tex_reader.h"

namespace paperboy::markup {
namespace {

constexpr std::size_t kMaxBytes = 64u << 10;

}  // namespace

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
