#include "model/look_reader.h"

#include <algorithm>
#include <charconv>

#include "base/text.h"

namespace paperboy::model {
namespace {

constexpr std::array<std::string_view, 7> kLengthUnits = {"rem", "em", "ch", "ex", "px", "vw", "%"};
constexpr std::array<std::string_view, 15> kGenericFonts = {
    "serif",      "sans-serif",   "monospace",     "cursive",       "fantasy",
    "math",       "emoji",        "fangsong",      "system-ui",     "ui-serif",
    "ui-rounded", "ui-monospace", "ui-sans-serif", "-apple-system", "BlinkMacSystemFont"};

template <std::size_t size>
bool contains(const std::array<std::string_view, size>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

// A positive number with a unit of width.
bool is_length(std::string_view text) {
  double number = 0;
  const auto [end, error] =
      std::from_chars(text.data(), text.data() + text.size(), number, std::chars_format::fixed);
  const auto size = static_cast<std::size_t>(end - text.data());
  return error == std::errc() && number > 0 && text.front() != '.' &&
         contains(kLengthUnits, text.substr(size));
}

// Names hold letters, digits and what else is met in names of fonts: nothing that could end a declaration.
bool is_font_name(std::string_view name) {
  if (name.empty() || name.size() > 100)
    return false;
  for (std::size_t at = 0; at < name.size();) {
    const base::Decoded decoded = base::decode_utf8(name, at);
    const bool plain = base::character_kind(decoded.character) != base::CharacterKind::Other;
    if (!plain && std::string_view(" -_.+&").find(name[at]) == std::string_view::npos)
      return false;
    at += decoded.size;
  }
  return true;
}

std::string_view without_quotes(std::string_view text) {
  const bool quoted =
      text.size() >= 2 && (text.front() == '"' || text.front() == '\'') && text.back() == text.front();
  return base::trim(quoted ? text.substr(1, text.size() - 2) : text);
}

class LookReader {
 public:
  LookReader(const value::Value& look, ReadContext& context)
      : fields_(look, "`look`", context), context_(context) {}

  Look read() {
    read_colors();
    read_widths();
    read_fonts();
    look_.theme =
        fields_
            .choice<Theme>("theme", {{"auto", Theme::Auto}, {"light", Theme::Light}, {"dark", Theme::Dark}})
            .value_or(Theme::Auto);
    read_logo();
    read_show();
    read_styles();
    fields_.finish();
    return std::move(look_);
  }

 private:
  void error(base::SourceSpan span, std::string code, std::string message, std::string hint = {}) {
    context_.diagnostics.error(span, std::move(code), std::move(message), std::move(hint));
  }

  void read_colors() {
    const value::Value* colors = fields_.mapping("colors");
    if (colors == nullptr)
      return;
    FieldReader fields(*colors, "`look.colors`", context_);
    for (const std::string_view name : kColorNames)
      if (const value::Member* member = fields.find_member(name))
        read_color(*member);
    fields.finish();
  }

  void read_color(const value::Member& member) {
    std::optional<PlacedColor> light;
    std::optional<PlacedColor> dark;
    if (member.value.object() != nullptr) {
      FieldReader fields(member.value, "a colour", context_);
      light = read_theme_color(fields, "light");
      dark = read_theme_color(fields, "dark");
      fields.finish();
    } else {
      light = parse_color(member);
      dark = light;
    }
    if (light && dark)
      look_.colors.push_back({member.key, *std::move(light), *std::move(dark)});
  }

  std::optional<PlacedColor> read_theme_color(FieldReader& fields, std::string_view theme) {
    const value::Member* member = fields.find_member(theme);
    if (member != nullptr)
      return parse_color(*member);
    fields.report_missing(theme);
    return std::nullopt;
  }

  std::optional<PlacedColor> parse_color(const value::Member& member) {
    if (member.value.scalar() != nullptr)
      return parse_color(located_text(member.value));
    // `accent: #a3301a` is a key without a value: YAML takes what follows the `#` for a comment.
    if (member.value.is_null())
      error(member.key_span, "bad-color", "`" + member.key + "` has no value",
            "put colours in quotes: '#a3301a'");
    else
      report_wrong_kind(member.value, member.key, "a colour", context_.diagnostics);
    return std::nullopt;
  }

  std::optional<PlacedColor> parse_color(const Located& given) {
    if (std::optional<CssColor> color = parse_css_color(given.text))
      return PlacedColor{*std::move(color), given.span};
    const std::optional<std::string> near = base::nearest(given.text, css_color_names());
    error(given.span, "bad-color", "\"" + base::shorten(given.text, 60) + "\" is no colour",
          near ? "did you mean `" + *near + "`?"
               : "write '#a3301a', rgb(163 48 26), hsl(10 72% 37%), oklch(48% 0.15 33), or a name");
    return std::nullopt;
  }

  void read_widths() {
    const value::Value* widths = fields_.mapping("width");
    if (widths == nullptr)
      return;
    FieldReader fields(*widths, "`look.width`", context_);
    for (const char* name : {"measure", "page"}) {
      const std::optional<Located> given = fields.text(name);
      if (!given)
        continue;
      if (is_length(given->text))
        look_.variables.emplace_back(name, given->text);
      else
        error(given->span, "bad-length", "\"" + base::shorten(given->text, 60) + "\" is no width",
              "write a number and a unit: 44rem, 70ch or 720px");
    }
    fields.finish();
  }

  void read_fonts() {
    const value::Value* fonts = fields_.mapping("fonts");
    if (fonts == nullptr)
      return;
    FieldReader fields(*fonts, "`look.fonts`", context_);
    for (const auto& [name, generic] :
         {std::pair("mono", "monospace"), std::pair("sans", "sans-serif"), std::pair("serif", "serif")}) {
      const std::string list = font_list(located_list(fields, name), generic);
      if (!list.empty())
        look_.variables.emplace_back(name, list);
    }
    fields.finish();
  }

  // One text with commas, or a list.
  std::vector<Located> located_list(FieldReader& fields, std::string_view key) {
    const value::Value* found = fields.find(key);
    if (found == nullptr)
      return {};
    if (found->scalar() == nullptr)
      return FieldReader::read_texts(*found, key, context_);
    const Located whole = located_text(*found);
    std::vector<Located> parts;
    for (const std::string_view part : base::split(whole.text, ','))
      parts.push_back({std::string(base::trim(part)), exact_span(whole.span, base::trim(part))});
    return parts;
  }

  std::string font_list(const std::vector<Located>& names, std::string_view generic) {
    std::string list;
    bool ends_in_generic = false;
    for (const Located& given : names) {
      const std::string_view name = without_quotes(given.text);
      if (!is_font_name(name)) {
        error(given.span, "bad-font", "\"" + base::shorten(given.text, 60) + "\" is no name of a font",
              "write the names alone, most wanted first: [Source Serif, Songti SC, serif]");
        continue;
      }
      ends_in_generic = contains(kGenericFonts, name);
      list += list.empty() ? "" : ", ";
      list += ends_in_generic ? std::string(name) : "\"" + std::string(name) + "\"";
    }
    // Somebody always has none of the fonts named.
    return list.empty() || ends_in_generic ? list : list + ", " + std::string(generic);
  }

  void read_logo() {
    const value::Value* given = fields_.find("logo");
    if (given == nullptr)
      return;
    Logo logo;
    if (given->object() != nullptr) {
      FieldReader fields(*given, "`look.logo`", context_);
      if (const std::optional<Located> file = fields.text("file"))
        logo.file = {file->text, file->span};
      else
        fields.report_missing("file");
      logo.alt = fields.localized_plain("alt");
      logo.with_title = fields.truth("with_title").value_or(true);
      fields.finish();
    } else if (const std::optional<Located> file = fields_.text("logo")) {
      logo.file = {file->text, file->span};
    }
    if (!logo.file.name.empty())
      look_.logo = std::move(logo);
  }

  void read_show() {
    const value::Value* show = fields_.mapping("show");
    if (show == nullptr)
      return;
    FieldReader fields(*show, "`look.show`", context_);
    for (const auto& [name, member] : kShowNames) look_.show.*member = fields.truth(name).value_or(true);
    fields.finish();
  }

  void read_styles() {
    if (fields_.find("style") == nullptr)
      return;
    look_.styles.emplace();
    for (Located& name : located_list(fields_, "style"))
      if (!name.text.empty())
        look_.styles->push_back({std::move(name.text), name.span});
  }

  FieldReader fields_;
  ReadContext& context_;
  Look look_;
};

}  // namespace

Look read_look(const value::Value& look, ReadContext& context) {
  return LookReader(look, context).read();
}

}  // namespace paperboy::model
