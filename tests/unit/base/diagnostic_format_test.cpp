#include "base/diagnostic_format.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <deque>

#include "base/text.h"
#include "support/golden.h"

namespace paperboy::base {

namespace {

using tests::Txtar;
using tests::TxtarFile;

// Goldens hold no raw control characters: they spell them \e, \n, \t and so on.
std::string unescaped(std::string_view text) {
  std::string out = replace_all(text, "\\n", "\n");
  out = replace_all(out, "\\r", "\r");
  out = replace_all(out, "\\t", "\t");
  out = replace_all(out, "\\e", "\x1B");
  out = replace_all(out, "\\xFF", "\xFF");
  return replace_all(out, "\\u202E", "\u202E");
}

// Turns the part "diagnostics" of a golden into diagnostics. A line is
//   SEVERITY CODE | PATH | PLACE | MESSAGE | HINT
// or "related | PATH | PLACE | MESSAGE", which belongs to the line before. PLACE is the text that the
// span covers, "^text" the empty place before it, "$" the end of the source, "" no place at all.
class Reader {
 public:
  explicit Reader(const Txtar& golden) {
    for (const TxtarFile& file : golden.files) {
      if (file.name.starts_with("content/")) {
        sources_.emplace_back(file.name, unescaped(file.text));
      }
    }
    for (const std::string_view line : split(golden.at("diagnostics"), '\n')) {
      if (!trim(line).empty()) {
        read_line(split(line, '|'));
      }
    }
  }

  const std::vector<Diagnostic>& diagnostics() const { return diagnostics_; }

 private:
  void read_line(const std::vector<std::string_view>& fields) {
    const auto field = [&fields](std::size_t i) {
      return i < fields.size() ? unescaped(trim(fields[i])) : std::string();
    };
    const std::vector<std::string_view> head = split(trim(fields[0]), ' ');
    if (head[0] == "related") {
      diagnostics_.back().related.push_back({field(3), place(field(1), field(2))});
      return;
    }
    const Severity severity = head[0] == "error"     ? Severity::Error
                              : head[0] == "warning" ? Severity::Warning
                                                     : Severity::Note;
    const std::string code(head.size() > 1 ? head[1] : "");
    diagnostics_.push_back({severity, code, field(3), place(field(1), field(2)), field(1), field(4), {}});
  }

  SourceSpan place(const std::string& path, std::string text) const {
    if (text.empty()) {
      return {};
    }
    const auto source = std::find_if(sources_.begin(), sources_.end(),
                                     [&path](const Source& candidate) { return candidate.path() == path; });
    if (source == sources_.end()) {
      FAIL("no source " << path);
    }
    const bool is_empty = text.front() == '^' || text == "$";
    if (text.front() == '^') {
      text.erase(0, 1);
    }
    const std::size_t begin = text == "$" ? source->text().size() : source->text().find(text);
    if (begin == std::string::npos) {
      FAIL("no text " << text << " in " << path);
    }
    const std::size_t end = is_empty ? begin : begin + text.size();
    return {&*source, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  }

  std::deque<Source> sources_;
  std::vector<Diagnostic> diagnostics_;
};

Txtar formatted(Txtar golden) {
  const Reader reader(golden);
  const TxtarFile* cap = golden.find("cap");
  const std::size_t limit = cap == nullptr ? 100 : std::stoul(cap->text);
  for (TxtarFile& part : golden.files) {
    if (part.name == "expect") {
      part.text = format_text(reader.diagnostics(), Color::Off, limit);
    } else if (part.name == "expect color") {
      part.text = replace_all(format_text(reader.diagnostics(), Color::On, limit), "\x1B", "\\e");
    } else if (part.name == "expect json") {
      part.text = format_json(reader.diagnostics());
    } else if (part.name == "expect github") {
      part.text = format_github(reader.diagnostics());
    }
  }
  return golden;
}

}  // namespace

TEST_CASE("Diagnostics read as in the goldens") {
  tests::run_goldens("base", formatted);
}

TEST_CASE("A span in a line of megabytes is shown at once and in a window") {
  std::string text = "[" + std::string(3000000, '1') + "深" + std::string(3000000, '2') + "]";
  const Source source("content/a.json", text);
  const SourceSpan span{&source, 3000001, 3000004};
  const std::string shown = format_text({{Severity::Error, "c", "m", span, {}, {}, {}}}, Color::Off, 1);
  CHECK(shown.size() < 1000);
  CHECK(shown.find("content/a.json:1:3000002: error: m [c]\n") == 0);
  CHECK(shown.find("| …1") != std::string::npos);
  CHECK(shown.find("2…\n") != std::string::npos);
  // The carets stand as many cells from the left as the character they mark.
  const std::vector<std::string_view> lines = split(shown, '\n');
  const std::string_view before = lines[1].substr(0, lines[1].find("深"));
  CHECK(display_width(before) == lines[2].find('^'));
  CHECK(lines[2].ends_with("^^"));
}

TEST_CASE("Nothing in a source, path or message can steer the terminal") {
  std::string hostile;
  for (char32_t c = 1; c <= 0xFFFF; ++c) {
    if (c != '\n' && !(c >= 0xD800 && c <= 0xDFFF)) {
      append_utf8(hostile, c);
    }
  }
  const Source source("content/\x1B]0;x\x07.md", hostile);
  for (std::uint32_t at = 0; at < 700; at += 40) {
    const SourceSpan span{&source, at, at + 40};
    const std::string shown =
        format_text({{Severity::Error, "c", hostile, span, {}, hostile, {{hostile, span}}}}, Color::Off, 1);
    REQUIRE_FALSE(find_bad_character(shown));
    REQUIRE(shown.find('\r') == std::string::npos);
    for (const std::string_view wrong : {"\x7F", "\u009B", "\u202E", "\u2066", "\u200F", "\uFEFF"}) {
      REQUIRE(shown.find(wrong) == std::string::npos);
    }
  }
}

TEST_CASE("Any span in any text can be shown") {
  const Source source("a",
                      "\t深\xFF"
                      "e\u0301\r\n\n\xE6\xB7\ttext🙂\n");
  const auto size = static_cast<std::uint32_t>(source.text().size());
  for (std::uint32_t begin = 0; begin <= size; ++begin) {
    for (std::uint32_t end = begin; end <= size + 1; ++end) {
      const std::vector<Diagnostic> one{{Severity::Note, "c", "m", {&source, begin, end}, {}, {}, {}}};
      const std::string text = format_text(one, Color::Off, 1);
      REQUIRE(text.find('^') != std::string::npos);
      REQUIRE_FALSE(find_bad_character(text));
      REQUIRE_FALSE(find_bad_character(format_json(one)));
      REQUIRE(format_github(one).starts_with("::notice file=a,line="));
    }
  }
}

}  // namespace paperboy::base
