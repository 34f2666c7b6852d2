#include "base/diagnostic_format.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "base/source_excerpt.h"

namespace paperboy::base {

namespace {

constexpr std::size_t kNumberWidth = 4;

std::string_view name_of(Severity severity) {
  switch (severity) {
    case Severity::Error:
      return "error";
    case Severity::Warning:
      return "warning";
    case Severity::Note:
      return "note";
  }
  return "error";
}

std::string counted(std::size_t count, std::string_view what) {
  return fmt::format("{} {}{}", count, what, count == 1 ? "" : "s");
}

class TextWriter {
 public:
  explicit TextWriter(Color color) : color_(color) {}

  void write(const Diagnostic& diagnostic) {
    write_headline(diagnostic);
    if (diagnostic.span) {
      write_excerpt(diagnostic);
    }
    if (!diagnostic.hint.empty()) {
      out_ += fmt::format("   {} {}\n", styled(kHintStyle, "hint:"), visible(diagnostic.hint));
    }
    for (const RelatedPlace& place : diagnostic.related) {
      const std::string where = place.span ? location(place.span) + " " : std::string();
      out_ += fmt::format("   {}{}\n", styled(kFrameStyle, where), visible(place.message));
    }
  }

  void write_left_out(const std::vector<Diagnostic>& left_out) {
    std::string parts;
    for (const Severity severity : {Severity::Error, Severity::Warning, Severity::Note}) {
      const auto count = std::count_if(left_out.begin(), left_out.end(),
                                       [severity](const Diagnostic& d) { return d.severity == severity; });
      if (count > 0) {
        parts += (parts.empty() ? "" : ", ") + counted(static_cast<std::size_t>(count), name_of(severity));
      }
    }
    out_ += fmt::format("… and {} more\n", parts);
  }

  std::string take() { return std::move(out_); }

 private:
  static constexpr std::string_view kPlaceStyle = "1";
  static constexpr std::string_view kFrameStyle = "34";
  static constexpr std::string_view kHintStyle = "36";

  static std::string_view style_of(Severity severity) {
    switch (severity) {
      case Severity::Error:
        return "1;31";
      case Severity::Warning:
        return "1;33";
      case Severity::Note:
        return "1;36";
    }
    return "1";
  }

  static std::string location(const SourceSpan& span) {
    const Position position = span.source->position(span.begin);
    return fmt::format("{}:{}:{}:", visible(span.source->path()), position.line, position.column);
  }

  std::string styled(std::string_view style, std::string_view text) const {
    if (color_ == Color::Off || text.empty()) {
      return std::string(text);
    }
    return fmt::format("\x1b[{}m{}\x1b[0m", style, text);
  }

  void write_headline(const Diagnostic& diagnostic) {
    std::string place;
    if (diagnostic.span) {
      place = location(diagnostic.span);
    } else if (!diagnostic.path.empty()) {
      place = visible(diagnostic.path) + ":";
    }
    if (!place.empty()) {
      out_ += styled(kPlaceStyle, place) + " ";
    }
    const std::string severity = fmt::format("{}:", name_of(diagnostic.severity));
    out_ +=
        fmt::format("{} {}", styled(style_of(diagnostic.severity), severity), visible(diagnostic.message));
    if (!diagnostic.code.empty()) {
      out_ += fmt::format(" [{}]", visible(diagnostic.code));
    }
    out_ += '\n';
  }

  void write_excerpt(const Diagnostic& diagnostic) {
    const SourceExcerpt shown = excerpt(diagnostic.span);
    const std::string number = fmt::format("{:>{}} |", shown.line, kNumberWidth);
    const std::string gutter = fmt::format("{:>{}}", '|', number.size());
    out_ += styled(kFrameStyle, number) + (shown.text.empty() ? "" : " ") + shown.text + "\n";
    const std::size_t first = shown.carets.find('^');
    out_ += styled(kFrameStyle, gutter) + " " + shown.carets.substr(0, first) +
            styled(style_of(diagnostic.severity), std::string_view(shown.carets).substr(first)) + "\n";
  }

  Color color_;
  std::string out_;
};

}  // namespace

std::string format_text(const std::vector<Diagnostic>& diagnostics, Color color, std::size_t cap) {
  TextWriter writer(color);
  if (diagnostics.size() <= cap) {
    for (const Diagnostic& diagnostic : diagnostics) {
      writer.write(diagnostic);
    }
    return writer.take();
  }
  std::vector<Diagnostic> by_severity = diagnostics;
  std::stable_sort(by_severity.begin(), by_severity.end(),
                   [](const Diagnostic& a, const Diagnostic& b) { return a.severity > b.severity; });
  const auto cut = by_severity.begin() + static_cast<std::ptrdiff_t>(cap);
  std::for_each(by_severity.begin(), cut, [&writer](const Diagnostic& d) { writer.write(d); });
  writer.write_left_out(std::vector<Diagnostic>(cut, by_severity.end()));
  return writer.take();
}

}  // namespace paperboy::base
