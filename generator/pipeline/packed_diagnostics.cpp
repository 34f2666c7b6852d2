#include "pipeline/packed_diagnostics.h"

#include <utility>

#include "base/packed.h"

namespace paperboy::pipeline {

namespace {

void pack_span(const base::SourceSpan& span, base::PackedWriter& out) {
  out.text(span ? span.source->path() : std::string()).number(span.begin).number(span.end);
}

class DiagnosticReader {
 public:
  DiagnosticReader(base::PackedReader& in, const FindSource& find_source)
      : in_(in), find_source_(find_source) {}

  base::Diagnostic read() {
    base::Diagnostic diagnostic;
    diagnostic.severity = static_cast<base::Severity>(in_.number());
    diagnostic.code = in_.text();
    diagnostic.message = in_.text();
    diagnostic.path = in_.text();
    diagnostic.hint = in_.text();
    diagnostic.span = read_span();
    for (std::uint64_t left = in_.number(); left > 0 && !in_.failed(); --left) {
      std::string message(in_.text());
      diagnostic.related.push_back({std::move(message), read_span()});
    }
    return diagnostic;
  }
  // Whether a place is in what is no file of the archive.
  bool is_lost() const { return is_lost_; }

 private:
  base::SourceSpan read_span() {
    const std::string path(in_.text());
    const auto begin = static_cast<std::uint32_t>(in_.number());
    const auto end = static_cast<std::uint32_t>(in_.number());
    if (path.empty()) {
      return {};
    }
    const base::Source* source = find_source_(path);
    is_lost_ = is_lost_ || source == nullptr || begin > end;
    return {source, begin, end};
  }

  base::PackedReader& in_;
  const FindSource& find_source_;
  bool is_lost_ = false;
};

}  // namespace

std::string pack_diagnostics(const std::vector<base::Diagnostic>& diagnostics) {
  base::PackedWriter out;
  out.number(diagnostics.size());
  for (const base::Diagnostic& diagnostic : diagnostics) {
    out.number(static_cast<std::uint64_t>(diagnostic.severity))
        .text(diagnostic.code)
        .text(diagnostic.message);
    out.text(diagnostic.path).text(diagnostic.hint);
    pack_span(diagnostic.span, out);
    out.number(diagnostic.related.size());
    for (const base::RelatedPlace& place : diagnostic.related) {
      out.text(place.message);
      pack_span(place.span, out);
    }
  }
  return out.bytes();
}

std::optional<std::vector<base::Diagnostic>> unpack_diagnostics(std::string_view bytes,
                                                                const FindSource& find_source) {
  base::PackedReader in(bytes);
  DiagnosticReader reader(in, find_source);
  std::vector<base::Diagnostic> diagnostics;
  for (std::uint64_t left = in.number(); left > 0 && !in.failed(); --left) {
    diagnostics.push_back(reader.read());
  }
  return in.failed() || !in.done() || reader.is_lost() ? std::nullopt : std::optional(std::move(diagnostics));
}

}  // namespace paperboy::pipeline
