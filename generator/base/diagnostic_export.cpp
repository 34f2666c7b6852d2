// Diagnostics for machines.
#include <fmt/format.h>

#include "base/diagnostic_format.h"
#include "base/source_excerpt.h"
#include "base/text.h"

namespace paperboy::base {

namespace {

std::string json_string(std::string_view text) {
  return "\"" + json_escape(text) + "\"";
}

std::string_view json_severity(Severity severity) {
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

std::string json_place(const SourceSpan& span, std::string_view path) {
  if (!span) {
    return fmt::format(R"("path":{},"line":null,"column":null,"end_line":null,"end_column":null)",
                       path.empty() ? "null" : json_string(path));
  }
  const Position begin = span.source->position(span.begin);
  const Position end = span.source->position(span.end);
  return fmt::format(R"("path":{},"line":{},"column":{},"end_line":{},"end_column":{})",
                     json_string(span.source->path()), begin.line, begin.column, end.line, end.column);
}

std::string json_diagnostic(const Diagnostic& diagnostic) {
  std::string related;
  for (const RelatedPlace& place : diagnostic.related) {
    related += fmt::format(R"({}{{{},"message":{}}})", related.empty() ? "" : ",", json_place(place.span, {}),
                           json_string(place.message));
  }
  return fmt::format(R"({{{},"severity":"{}","code":{},"message":{},"hint":{},"related":[{}]}})",
                     json_place(diagnostic.span, diagnostic.path), json_severity(diagnostic.severity),
                     json_string(diagnostic.code), json_string(diagnostic.message),
                     json_string(diagnostic.hint), related);
}

std::string_view github_command(Severity severity) {
  switch (severity) {
    case Severity::Error:
      return "error";
    case Severity::Warning:
      return "warning";
    case Severity::Note:
      return "notice";
  }
  return "error";
}

// https://docs.github.com/actions/reference/workflow-commands-for-github-actions
std::string github_data(std::string_view text) {
  std::string out;
  for (;;) {
    const std::size_t at = text.find_first_of("%\r\n");
    out += visible(text.substr(0, at));
    if (at == std::string_view::npos) {
      return out;
    }
    out += fmt::format("%{:02X}", static_cast<unsigned>(text[at]));
    text.remove_prefix(at + 1);
  }
}

std::string github_property(std::string_view text) {
  return replace_all(replace_all(github_data(text), ":", "%3A"), ",", "%2C");
}

// GitHub's end is the last character itself, and it takes columns only within one line.
std::string github_place(const SourceSpan& span) {
  const Position begin = span.source->position(span.begin);
  const Position end = span.source->position(span.end > span.begin ? span.end - 1 : span.begin);
  std::string place =
      fmt::format("file={},line={},endLine={}", github_property(span.source->path()), begin.line, end.line);
  if (begin.line == end.line) {
    place += fmt::format(",col={},endColumn={}", begin.column, end.column);
  }
  return place;
}

std::string github_line(const Diagnostic& diagnostic) {
  std::string properties;
  if (diagnostic.span) {
    properties = github_place(diagnostic.span) + ",";
  } else if (!diagnostic.path.empty()) {
    properties = "file=" + github_property(diagnostic.path) + ",";
  }
  std::string text = diagnostic.message;
  if (!diagnostic.hint.empty()) {
    text += "\nhint: " + diagnostic.hint;
  }
  return fmt::format("::{} {}title={}::{}\n", github_command(diagnostic.severity), properties,
                     github_property(diagnostic.code), github_data(text));
}

}  // namespace

std::string format_json(const std::vector<Diagnostic>& diagnostics) {
  std::string out = "{\"diagnostics\":[";
  for (const Diagnostic& diagnostic : diagnostics) {
    out += (&diagnostic == &diagnostics.front() ? "\n" : ",\n") + json_diagnostic(diagnostic);
  }
  return out + (diagnostics.empty() ? "]}\n" : "\n]}\n");
}

std::string format_github(const std::vector<Diagnostic>& diagnostics) {
  std::string out;
  for (const Diagnostic& diagnostic : diagnostics) {
    out += github_line(diagnostic);
  }
  return out;
}

}  // namespace paperboy::base
