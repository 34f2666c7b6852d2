#include "cards/painter.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <vector>

#include "cards/pango_objects.h"
#include "cards/png.h"
#include "cards/text_block.h"

namespace paperboy::cards {

namespace {

// Another number whenever the same card would become another picture: pictures kept from before are then
// drawn anew.
constexpr int kDrawing = 1;

// The frame, in pixels.
constexpr int kMargin = 72;
constexpr int kWidth = kCardWidth - 2 * kMargin;
constexpr int kMastheadBaseline = 76;
constexpr int kRuleTop = 100;
constexpr int kThickRule = 5;
constexpr int kThinRule = 2;
constexpr int kRuleGap = 4;
constexpr int kBodyTop = 134;
constexpr int kBodyBottom = 586;
constexpr int kGap = 12;         // below every text
constexpr int kSectionGap = 34;  // around the rule above the titles
constexpr int kBullet = 12;
constexpr int kIndent = 36;

// Sizes and numbers of lines that a body may take. The first that fits is taken: a large heading is good, the
// titles of papers in full are better.
struct Fit {
  double title_size;
  int title_lines;
  double text_size;
  int text_lines;
  int lines_each;  // of `titles`
};
constexpr Fit kFits[] = {{76, 2, 30, 3, 2}, {68, 2, 30, 3, 2}, {60, 2, 30, 3, 2},
                         {54, 2, 30, 3, 2}, {48, 2, 30, 2, 2}, {60, 2, 30, 2, 1},
                         {54, 3, 30, 2, 1}, {48, 3, 30, 2, 1}, {44, 3, 30, 1, 1}};
// Without titles.
constexpr Fit kLargeFits[] = {
    {96, 2, 36, 4, 0}, {84, 3, 36, 4, 0}, {72, 3, 34, 3, 0}, {60, 4, 32, 3, 0}, {52, 5, 30, 2, 0}};

// The texts below the rules.
struct Body {
  TextBlock kicker, title, facts, text;
  std::vector<TextBlock> titles;
};

int height_with_gap(const TextBlock& block) {
  return block.is_empty() ? 0 : block.height() + kGap;
}

int head_height(const Body& body) {
  return height_with_gap(body.kicker) + height_with_gap(body.title) + height_with_gap(body.facts) +
         height_with_gap(body.text);
}

int titles_height(const Body& body) {
  int height = 0;
  for (const TextBlock& title : body.titles) {
    height += height_with_gap(title);
  }
  return height;
}

bool fits(const Body& body) {
  const int height = head_height(body) + titles_height(body) + (body.titles.empty() ? 0 : kSectionGap);
  return !body.title.is_cut() && height <= kBodyBottom - kBodyTop + kGap;
}

// One card being drawn.
class Drawing {
 public:
  Drawing(PangoFontMap* fonts, const Card& card)
      : card_(card),
        surface_(cairo_image_surface_create(CAIRO_FORMAT_RGB24, kCardWidth, kCardHeight)),
        cairo_(cairo_create(surface_.get())),
        context_(pango_font_map_create_context(fonts)) {
    // Nothing of how this machine likes its letters on a screen.
    const FontOptions options(cairo_font_options_create());
    cairo_font_options_set_antialias(options.get(), CAIRO_ANTIALIAS_GRAY);
    cairo_font_options_set_hint_style(options.get(), CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options.get(), CAIRO_HINT_METRICS_OFF);
    pango_cairo_context_set_font_options(context_.get(), options.get());
    pango_cairo_context_set_resolution(context_.get(), 72);
    pango_context_set_round_glyph_positions(context_.get(), FALSE);
  }

  std::string png() {
    fill(card_.colors.paper, 0, 0, kCardWidth, kCardHeight);
    draw_masthead();
    const Body body = fit_body();
    draw_head(body);
    draw_titles(body);
    return encoded();
  }

 private:
  void set_color(std::uint32_t color) {
    const auto channel = [color](unsigned shift) { return double(color >> shift & 0xFFU) / 255; };
    cairo_set_source_rgb(cairo_.get(), channel(16), channel(8), channel(0));
  }
  void fill(std::uint32_t color, int left, int top, int width, int height) {
    set_color(color);
    cairo_rectangle(cairo_.get(), left, top, width, height);
    cairo_fill(cairo_.get());
  }
  void show(const TextBlock& block, std::uint32_t color, double left, double top) {
    set_color(color);
    block.show(cairo_.get(), left, top);
  }

  TextBlock block(const Passage& passage, const TextStyle& style) const {
    const std::string& language = passage.language.empty() ? card_.language : passage.language;
    return {context_.get(), passage.text, language, card_.fonts, style};
  }

  void draw_masthead() {
    constexpr int kBetween = 40;
    const TextBlock mark = block(card_.mark, {26, 1.3, Weight::Regular, kWidth / 2, 1});
    const int left = kWidth - (mark.is_empty() ? 0 : mark.width() + kBetween);
    const TextBlock masthead = block(card_.masthead, {36, 1.3, Weight::Bold, left, 1});
    show(masthead, card_.colors.ink, kMargin, kMastheadBaseline - masthead.baseline());
    show(mark, card_.colors.muted, kMargin + kWidth - mark.width(), kMastheadBaseline - mark.baseline());
    fill(card_.colors.ink, kMargin, kRuleTop, kWidth, kThickRule);
    fill(card_.colors.ink, kMargin, kRuleTop + kThickRule + kRuleGap, kWidth, kThinRule);
  }

  Body make_body(const Fit& fit) const {
    Body body;
    body.kicker = block(card_.kicker, {27, 1.3, Weight::Bold, kWidth, 1});
    body.title = block(card_.title, {fit.title_size, 1.2, Weight::Bold, kWidth, fit.title_lines});
    body.title.balance();
    body.facts = block(card_.facts, {28, 1.3, Weight::Regular, kWidth, 1});
    body.text = block(card_.text, {fit.text_size, 1.4, Weight::Regular, kWidth, fit.text_lines});
    body.text.balance();
    for (const Passage& title : card_.titles) {
      TextBlock made = block(title, {30, 1.3, Weight::Regular, kWidth - kIndent, fit.lines_each});
      if (!made.is_empty() && body.titles.size() < kMostTitles) {
        body.titles.push_back(std::move(made));
      }
    }
    return body;
  }

  template <std::size_t count>
  Body first_fitting(const Fit (&choice)[count]) const {
    Body body;
    for (const Fit& fit : choice) {
      body = make_body(fit);
      if (fits(body)) {
        break;
      }
    }
    return body;
  }
  Body fit_body() const { return card_.titles.empty() ? first_fitting(kLargeFits) : first_fitting(kFits); }

  // A head that stands alone stands a little above the middle.
  void draw_head(const Body& body) {
    const int free = kBodyBottom - kBodyTop - head_height(body);
    int top = kBodyTop + (body.titles.empty() ? std::max(0, free / 3) : 0);
    const auto put = [&](const TextBlock& text, std::uint32_t color) {
      show(text, color, kMargin, top);
      top += height_with_gap(text);
    };
    put(body.kicker, card_.colors.accent);
    put(body.title, card_.colors.ink);
    put(body.facts, card_.colors.muted);
    put(body.text, card_.colors.ink);
  }

  // At the foot, below a thin rule.
  void draw_titles(const Body& body) {
    if (body.titles.empty()) {
      return;
    }
    int top = kBodyBottom - titles_height(body) + kGap;
    fill(card_.colors.line, kMargin, top - 24, kWidth, kThinRule);
    for (const TextBlock& title : body.titles) {
      // The middle of small letters is about 9 pixels above the line they stand on.
      const double middle = top + title.baseline() - 9;
      fill(card_.colors.accent, kMargin + kThinRule, static_cast<int>(std::lround(middle)) - kBullet / 2,
           kBullet, kBullet);
      show(title, card_.colors.ink, kMargin + kIndent, top);
      top += height_with_gap(title);
    }
  }

  // Shades between the paper and what stands on it: so many that letters are smooth, so few that a pixel
  // takes four bits.
  std::vector<std::uint32_t> palette() const {
    std::vector<std::uint32_t> shades = {card_.colors.paper, card_.colors.line};
    add_shades(card_.colors.ink, 5, shades);
    add_shades(card_.colors.muted, 3, shades);
    add_shades(card_.colors.accent, 4, shades);
    return shades;
  }
  void add_shades(std::uint32_t color, int count, std::vector<std::uint32_t>& shades) const {
    for (int part = 1; part <= count; ++part) {
      std::uint32_t shade = 0;
      for (const unsigned shift : {0U, 8U, 16U}) {
        const double from = card_.colors.paper >> shift & 0xFFU;
        const double to = color >> shift & 0xFFU;
        shade |= static_cast<std::uint32_t>(std::lround(from + (to - from) * part / count)) << shift;
      }
      shades.push_back(shade);
    }
  }

  std::string encoded() {
    cairo_surface_flush(surface_.get());
    const unsigned char* bytes = cairo_image_surface_get_data(surface_.get());
    if (bytes == nullptr || cairo_status(cairo_.get()) != CAIRO_STATUS_SUCCESS) {
      return {};
    }
    const auto stride = static_cast<std::size_t>(cairo_image_surface_get_stride(surface_.get()));
    const auto* pixels = reinterpret_cast<const std::uint32_t*>(bytes);
    return write_png({kCardWidth, kCardHeight, pixels, stride / sizeof(std::uint32_t)}, palette());
  }

  const Card& card_;
  Surface surface_;
  Cairo cairo_;
  Context context_;
};

}  // namespace

std::string drawing_version() {
  return "card " + std::to_string(kDrawing) + ", Pango " + pango_version_string() + ", Cairo " +
         cairo_version_string();
}

struct Painter::Parts {
  FontMap fonts{pango_cairo_font_map_new()};
};

Painter::Painter() : parts_(std::make_unique<Parts>()) {}
Painter::~Painter() = default;

std::string Painter::draw(const Card& card) const {
  return Drawing(parts_->fonts.get(), card).png();
}

}  // namespace paperboy::cards
