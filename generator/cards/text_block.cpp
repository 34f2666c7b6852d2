#include "cards/text_block.h"

#include <pango/pangofc-font.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <optional>
#include <string_view>
#include <utility>

#include "base/text.h"
#include "cards/fonts.h"

namespace paperboy::cards {

namespace {

int pango_units(double pixels) {
  return static_cast<int>(std::lround(pixels * PANGO_SCALE));
}

// Emoji in colours are pictures of their own, which the palette of a card cannot show.
bool is_coloured(PangoFont* font) {
  FcBool coloured = FcFalse;
  return font != nullptr && PANGO_IS_FC_FONT(font) &&
         FcPatternGetBool(pango_fc_font_get_pattern(PANGO_FC_FONT(font)), FC_COLOR, 0, &coloured) ==
             FcResultMatch &&
         coloured != FcFalse;
}

// Bytes of a text, from begin to end.
struct Place {
  std::size_t begin = 0;
  std::size_t end = 0;
};

// The clusters of a run that would show as boxes, or as pictures.
void add_undrawable(PangoGlyphItem* run, const char* text, std::vector<Place>& places) {
  const bool coloured = is_coloured(run->item->analysis.font);
  PangoGlyphItemIter cluster;
  for (gboolean more = pango_glyph_item_iter_init_start(&cluster, run, text); more != FALSE;
       more = pango_glyph_item_iter_next_cluster(&cluster)) {
    bool is_undrawable = coloured;
    // Glyphs of text from right to left are counted down.
    const int step = cluster.start_glyph <= cluster.end_glyph ? 1 : -1;
    for (int glyph = cluster.start_glyph; glyph != cluster.end_glyph; glyph += step) {
      is_undrawable = is_undrawable || (run->glyphs->glyphs[glyph].glyph & PANGO_GLYPH_UNKNOWN_FLAG) != 0U;
    }
    if (is_undrawable) {
      places.push_back(
          {static_cast<std::size_t>(cluster.start_index), static_cast<std::size_t>(cluster.end_index)});
    }
  }
}

// In the order of the text.
std::vector<Place> find_undrawable(PangoLayout* layout) {
  std::vector<Place> places;
  const LayoutIterator at(pango_layout_get_iter(layout));
  do {
    if (PangoGlyphItem* run = pango_layout_iter_get_run_readonly(at.get())) {
      add_undrawable(run, pango_layout_get_text(layout), places);
    }
  } while (pango_layout_iter_next_run(at.get()) != FALSE);
  std::sort(places.begin(), places.end(), [](const Place& a, const Place& b) { return a.begin < b.begin; });
  return places;
}

// Without these places, and without what held them together: joiners and the sign that asks for colours.
std::string without(std::string text, const std::vector<Place>& places) {
  constexpr std::string_view kTies[] = {"\u200d", "\ufe0f"};
  for (auto place = places.rbegin(); place != places.rend(); ++place) {
    text.erase(place->begin, place->end - place->begin);
    for (const std::string_view tie : kTies) {
      while (text.compare(place->begin, tie.size(), tie) == 0) {
        text.erase(place->begin, tie.size());
      }
    }
  }
  return base::collapse_spaces(text);
}

// Where the part begins that "…" stands for; nothing when the whole text is shown.
std::optional<std::size_t> cut_of(PangoLayout* layout) {
  if (pango_layout_is_ellipsized(layout) == FALSE) {
    return std::nullopt;
  }
  const LayoutIterator at(pango_layout_get_iter(layout));
  do {
    const PangoGlyphItem* run = pango_layout_iter_get_run_readonly(at.get());
    if (run != nullptr && (run->item->analysis.flags & PANGO_ANALYSIS_FLAG_IS_ELLIPSIS) != 0) {
      return static_cast<std::size_t>(run->item->offset);
    }
  } while (pango_layout_iter_next_run(at.get()) != FALSE);
  return std::nullopt;
}

// "Optimizers · Caches ·" → "Optimizers · Caches"
std::string without_last_signs(std::string_view text) {
  constexpr std::string_view kSigns[] = {" ", ",", ";", ":", "-", "·", "–", "—"};
  const auto is_last = [&](std::string_view sign) { return text.ends_with(sign); };
  for (const auto* sign = std::begin(kSigns); sign != std::end(kSigns);) {
    sign = std::find_if(std::begin(kSigns), std::end(kSigns), is_last);
    text.remove_suffix(sign == std::end(kSigns) ? 0 : sign->size());
  }
  return std::string(text);
}

// How many lines but the last end in a space or a sign, other than within a word.
int pauses(PangoLayout* layout) {
  const std::string_view text = pango_layout_get_text(layout);
  int count = 0;
  for (int line = 1; line < pango_layout_get_line_count(layout); ++line) {
    auto last = static_cast<std::size_t>(pango_layout_get_line_readonly(layout, line)->start_index);
    do {
      --last;
    } while (last > 0 && (static_cast<unsigned char>(text[last]) & 0xC0U) == 0x80U);
    const char32_t character = base::decode_utf8(text, last).character;
    if (character != U'-' && base::character_kind(character) == base::CharacterKind::Other) {
      ++count;
    }
  }
  return count;
}

Layout make_layout(PangoContext* context, const std::string& language, const std::vector<std::string>& fonts,
                   const TextStyle& style) {
  Layout layout(pango_layout_new(context));
  const FontDescription font(pango_font_description_new());
  pango_font_description_set_family(font.get(), families_for(language, fonts).c_str());
  pango_font_description_set_absolute_size(font.get(), style.size * PANGO_SCALE);
  pango_font_description_set_weight(font.get(),
                                    style.weight == Weight::Bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description(layout.get(), font.get());

  const Attributes attributes(pango_attr_list_new());
  PangoLanguage* known_as = pango_language_from_string(font_language(language).c_str());
  pango_attr_list_insert(attributes.get(), pango_attr_language_new(known_as));
  // Fonts that step in for single characters do not push lines apart.
  pango_attr_list_insert(attributes.get(),
                         pango_attr_line_height_new_absolute(pango_units(style.size * style.line_height)));
  pango_layout_set_attributes(layout.get(), attributes.get());
  pango_layout_set_width(layout.get(), pango_units(style.width));
  pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
  pango_layout_set_single_paragraph_mode(layout.get(), TRUE);
  return layout;
}

}  // namespace

TextBlock::TextBlock(PangoContext* context, const std::string& text, const std::string& language,
                     const std::vector<std::string>& fonts, const TextStyle& style)
    : layout_(make_layout(context, language, fonts, style)) {
  set_text(text);
  if (*pango_layout_get_text(layout_.get()) == '\0') {
    layout_.reset();
    return;
  }
  pango_layout_set_ellipsize(layout_.get(), PANGO_ELLIPSIZE_END);
  pango_layout_set_height(layout_.get(), -style.most_lines);
  cut_at_word();
}

// What is left after something was taken out can again hold what has no glyph.
void TextBlock::set_text(std::string text) {
  constexpr int kAttempts = 4;
  // More than any card has room for; breaking a book into lines would take seconds.
  constexpr std::size_t kMostCharacters = 500;
  text = base::shorten(base::collapse_spaces(text), kMostCharacters);
  for (int attempt = 0; attempt < kAttempts; ++attempt) {
    pango_layout_set_text(layout_.get(), text.data(), static_cast<int>(text.size()));
    const std::vector<Place> places = find_undrawable(layout_.get());
    if (places.empty()) {
      return;
    }
    text = without(std::move(text), places);
  }
}

// "Large Langu…" becomes "Large…", if that costs few letters.
void TextBlock::cut_at_word() {
  constexpr std::size_t kMostLost = 20;
  const std::optional<std::size_t> cut = cut_of(layout_.get());
  is_cut_ = cut.has_value();
  std::string text(pango_layout_get_text(layout_.get()), cut.value_or(0));
  const std::size_t space = text.rfind(' ');
  if (space == std::string::npos || text.size() - space > kMostLost) {
    return;
  }
  text = without_last_signs(text.substr(0, space)) + "…";
  pango_layout_set_text(layout_.get(), text.data(), static_cast<int>(text.size()));
}

void TextBlock::balance() {
  constexpr int kStep = 24 * PANGO_SCALE;
  PangoLayout* layout = layout_.get();
  if (layout == nullptr || is_cut_ || pango_layout_get_line_count(layout) < 2) {
    return;
  }
  const int lines = pango_layout_get_line_count(layout);
  const int widest = pango_layout_get_width(layout);
  int best = widest;
  int most = pauses(layout);
  for (int width = widest - kStep; width > widest / 3; width -= kStep) {
    pango_layout_set_width(layout, width);
    if (pango_layout_get_line_count(layout) > lines || pango_layout_is_ellipsized(layout) != FALSE) {
      break;
    }
    if (const int found = pauses(layout); found >= most) {
      most = found;
      best = width;
    }
  }
  pango_layout_set_width(layout, best);
}

int TextBlock::width() const {
  int width = 0;
  if (layout_ != nullptr) {
    pango_layout_get_pixel_size(layout_.get(), &width, nullptr);
  }
  return width;
}

int TextBlock::height() const {
  int height = 0;
  if (layout_ != nullptr) {
    pango_layout_get_pixel_size(layout_.get(), nullptr, &height);
  }
  return height;
}

double TextBlock::baseline() const {
  return layout_ == nullptr ? 0 : double(pango_layout_get_baseline(layout_.get())) / PANGO_SCALE;
}

void TextBlock::show(cairo_t* cairo, double left, double top) const {
  if (layout_ != nullptr) {
    cairo_move_to(cairo, left, top);
    pango_cairo_show_layout(cairo, layout_.get());
  }
}

}  // namespace paperboy::cards
