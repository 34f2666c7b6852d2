#include "support/golden.h"

#include <catch2/catch.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "base/diagnostic.h"
#include "base/diagnostic_format.h"
#include "base/source.h"
#include "base/text.h"
#include "markup/markdown.h"
#include "markup/math.h"
#include "markup/rich_text.h"

namespace paperboy::markup {
namespace {

// What one input became: HTML, plain text, and what the user is told.
class GoldenRun {
 public:
  explicit GoldenRun(tests::Txtar golden) : golden_(std::move(golden)) {}

  tests::Txtar run() {
    for (const std::string_view name :
         {"input.md", "formulas.tex", "name.tex", "title.tex", "abstract.tex"}) {
      if (const tests::TxtarFile* file = golden_.find(name)) {
        render(name, std::string(base::trim(file->text)));
      }
    }
    golden_.set("expect.html", html_ + "\n");
    golden_.set("expect.txt", plain_ + "\n");
    const std::string told = base::format_text(diagnostics_.sorted(), base::Color::Off, 50);
    golden_.set("expect.diagnostics", told);
    return std::move(golden_);
  }

 private:
  void render(std::string_view name, const std::string& text) {
    const base::Source& source = sources_.add(std::string(name), text);
    const base::SourceSpan span{&source, 0, static_cast<std::uint32_t>(text.size())};
    if (name == "input.md") {
      markdown(source, span);
    } else if (name == "formulas.tex") {
      formulas(text);
    } else {
      const TexField field = name == "name.tex"    ? TexField::Name
                             : name == "title.tex" ? TexField::Title
                                                   : TexField::Abstract;
      const RichText rich = tex_to_rich_text(source.text(), field, span, math_, diagnostics_);
      html_ = rich.html().str();
      plain_ = rich.plain();
    }
  }

  void markdown(const base::Source& source, base::SourceSpan span) {
    MarkdownOptions options;
    options.anchor_prefix = "t-";
    options.resolve_link = [](std::string_view target) -> std::optional<std::string> {
      return target == "2606.03645" ? std::optional<std::string>("/papers/2606.03645/") : std::nullopt;
    };
    const MarkdownResult result = markdown_to_html(source.text(), span, options, math_, diagnostics_);
    html_ = std::string(base::trim(result.text.html().str()));
    plain_ = result.text.plain();
    for (const Heading& heading : result.headings) {
      plain_ += "\n[heading " + std::to_string(heading.level) + " #" + heading.anchor + "] " + heading.plain;
    }
    for (const Link& link : result.links) {
      const base::Position place = link.span.source->position(link.span.begin);
      plain_ +=
          "\n[link " + std::to_string(place.line) + ":" + std::to_string(place.column) + "] " + link.target;
    }
  }

  // A line each; in display style after "display ".
  void formulas(const std::string& text) {
    for (const std::string_view line : base::split(text, '\n')) {
      const bool display = base::starts_with(line, "display ");
      const Formula& formula =
          math_.render(display ? line.substr(8) : line, display ? MathMode::Display : MathMode::Inline);
      html_ += (html_.empty() ? "" : "\n") + formula.html.str();
      plain_ +=
          (plain_.empty() ? "" : "\n") + formula.plain + (formula.ok ? "" : " [" + formula.problem + "]");
    }
  }

  tests::Txtar golden_;
  base::SourceStore sources_;
  base::Diagnostics diagnostics_;
  MathRenderer math_;
  std::string html_;
  std::string plain_;
};

}  // namespace

TEST_CASE("texts come out as the goldens show") {
  tests::run_goldens("markup", [](tests::Txtar golden) { return GoldenRun(std::move(golden)).run(); });
}

}  // namespace paperboy::markup
