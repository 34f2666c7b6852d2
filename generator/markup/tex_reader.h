#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "markup/field_place.h"
#include "markup/math.h"
#include "markup/math_scan.h"
#include "markup/rich_text.h"
#include "markup/tex_damage.h"
#include "markup/tex_macros.h"
#include "markup/tex_writer.h"

namespace paperboy::markup {

// Reads one TeX field from left to right, once. Groups live on a stack of their own, so depth costs
// no native stack, and whatever is wrong is reported and read as text.
class TexReader {
 public:
  TexReader(const RepairedTex& tex, TexField field, const FieldPlace& place, MathRenderer& math,
            base::Diagnostics& diagnostics);

  RichText run();

 private:
  // What a closing brace has to undo.
  struct Group {
    std::size_t begin = 0;
    std::size_t open_elements = 0;
    std::string_view closing_text;
  };

  // One step each; they move at_ forward.
  void step();
  void macro();
  void named_macro(std::string_view name, std::size_t begin);
  void symbol_macro(std::size_t begin);
  void known_macro(const TexMacro& macro, std::size_t begin);
  void unknown_macro(std::string_view name, std::size_t begin);
  void accent(char32_t combining, std::size_t begin, bool letter_macro);
  void style(const TexMacro& macro);
  void declaration(const TexMacro& macro);
  void citation();
  void link(std::size_t begin);
  void address(std::size_t begin);
  void begin_environment(std::size_t begin);
  void open_group();
  void close_group();
  void dollar();
  void formula(const MathSpan& span);
  void script(char sign);
  void quote();
  void dashes();
  void tie();
  void blank();
  bool bare_address();
  void plain_run();

  // Reading without writing.
  std::string_view raw_argument();
  void skip_option();
  void skip_spaces();
  std::string accent_argument();
  std::size_t group_end(std::size_t open) const;

  bool may_style() const { return field_ != TexField::Name && out_.open_elements() < kMaxElements; }
  void write_link(std::string_view target, std::string_view words, std::size_t begin);
  void show_formula(std::string_view tex, MathMode mode, std::size_t begin);
  void warn(std::size_t begin, std::size_t end, std::string code, std::string message, std::string hint = {});
  void note(std::size_t begin, std::size_t end, std::string code, std::string message);
  base::SourceSpan place_of(std::size_t begin, std::size_t end) const;

  static constexpr std::size_t kMaxElements = 40;

  const RepairedTex& repaired_;
  std::string_view tex_;
  TexField field_;
  const FieldPlace& place_;
  MathRenderer& math_;
  base::Diagnostics& diagnostics_;
  MathScan scan_;
  // The closing brace of each opening one, by offset; npos where there is none.
  std::vector<std::size_t> group_ends_;
  std::vector<Group> groups_;
  TexWriter out_;
  std::size_t at_ = 0;
  std::size_t open_quotes_ = 0;
  std::size_t single_quote_end_ = std::string_view::npos;
};

}  // namespace paperboy::markup
