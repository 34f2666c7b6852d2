#include "pipeline/last_build.h"

#include <bit>
#include <cstdint>
#include <map>

#include "base/digest.h"
#include "base/output_folder.h"
#include "base/packed.h"
#include "base/parallel.h"
#include "cards/fonts.h"

namespace paperboy::pipeline {

namespace {

constexpr std::size_t kLargestFile = 1u << 30;

// What a build reads.
std::optional<std::vector<std::string>> input_paths(const base::FileSystem& files) {
  std::vector<std::string> paths;
  for (const char* folder : {"content", "layouts", "assets"}) {
    const base::Result<std::vector<std::string>> found = files.list(folder);
    if (!found) {
      return std::nullopt;
    }
    paths.insert(paths.end(), found->begin(), found->end());
  }
  return paths;
}

// Empty where an input cannot be read: the build will tell.
std::string key_of(const base::FileSystem& files, const BuildOptions& options, std::string_view program) {
  const std::optional<std::vector<std::string>> paths = input_paths(files);
  if (!paths || program.empty()) {
    return "";
  }
  std::vector<std::string> digests(paths->size());
  base::parallel_for(paths->size(), options.threads, [&](std::size_t index) {
    const base::Result<std::string> bytes = files.read((*paths)[index], kLargestFile);
    digests[index] = bytes ? base::digest(*bytes) : "";
  });
  base::PackedWriter key;
  key.text(program)
      .text(cards::installed_fonts())
      .text(options.base_url)
      .text(std::filesystem::absolute(*options.output).string());
  for (std::size_t index = 0; index < digests.size(); ++index) {
    if (digests[index].empty()) {
      return "";
    }
    key.text((*paths)[index]).text(digests[index]);
  }
  return key.bytes();
}

void write_span(base::PackedWriter& out, const base::SourceSpan& span) {
  out.text(span ? span.source->path() : std::string()).number(span.begin).number(span.end);
}

void write_diagnostic(base::PackedWriter& out, const base::Diagnostic& diagnostic) {
  out.number(static_cast<std::uint64_t>(diagnostic.severity)).text(diagnostic.code).text(diagnostic.message);
  out.text(diagnostic.path).text(diagnostic.hint);
  write_span(out, diagnostic.span);
  out.number(diagnostic.related.size());
  for (const base::RelatedPlace& place : diagnostic.related) {
    out.text(place.message);
    write_span(out, place.span);
  }
}

// Diagnostics with their places in the files they are about, which are read again.
class DiagnosticReader {
 public:
  DiagnosticReader(base::PackedReader& in, const base::FileSystem& files, base::SourceStore& sources)
      : in_(in), files_(files), sources_(sources) {}

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
    const base::Source*& source = known_[path];
    if (source == nullptr) {
      base::Result<std::string> bytes = files_.read(path, kLargestFile);
      source = bytes ? &sources_.add(path, *std::move(bytes)) : nullptr;
    }
    is_lost_ = is_lost_ || source == nullptr || end > source->text().size() || begin > end;
    return {source, begin, end};
  }

  base::PackedReader& in_;
  const base::FileSystem& files_;
  base::SourceStore& sources_;
  std::map<std::string, const base::Source*> known_;
  bool is_lost_ = false;
};

void write_report(base::PackedWriter& out, const BuildReport& report) {
  out.number(report.pages).number(report.papers).number(report.editions).number(report.bytes);
  out.number(report.files).number(std::bit_cast<std::uint64_t>(report.days)).number(report.largest.size());
  for (const FileSize& file : report.largest) {
    out.text(file.path).number(file.bytes);
  }
}

BuildReport read_report(base::PackedReader& in) {
  BuildReport report;
  report.pages = in.number();
  report.papers = in.number();
  report.editions = in.number();
  report.bytes = in.number();
  report.files = in.number();
  report.days = std::bit_cast<double>(in.number());
  for (std::uint64_t left = in.number(); left > 0 && !in.failed(); --left) {
    std::string path(in.text());
    report.largest.push_back({std::move(path), in.number()});
  }
  return report;
}

std::vector<std::string> read_texts(base::PackedReader& in) {
  std::vector<std::string> texts;
  for (std::uint64_t left = in.number(); left > 0 && !in.failed(); --left) {
    texts.emplace_back(in.text());
  }
  return texts;
}

}  // namespace

LastBuild::LastBuild(const base::FileSystem& files, const BuildOptions& options,
                     const std::filesystem::path& kept, std::string_view program)
    : files_(files), options_(options), cache_(kept, ".paperboy/cache/build") {
  if (!kept.empty()) {
    key_ = key_of(files, options, program);
  }
}

std::optional<BuildReport> LastBuild::same(base::SourceStore& sources, base::Diagnostics& diagnostics) {
  const std::optional<std::string> bytes = key_.empty() ? std::nullopt : cache_.find(key_);
  if (!bytes) {
    return std::nullopt;
  }
  base::PackedReader in(*bytes);
  BuildReport report = read_report(in);
  const std::string site_state(in.text());
  const std::vector<std::string> paths = read_texts(in);
  DiagnosticReader reader(in, files_, sources);
  std::vector<base::Diagnostic> found;
  for (std::uint64_t left = in.number(); left > 0 && !in.failed(); --left) {
    found.push_back(reader.read());
  }
  if (in.failed() || !in.done() || reader.is_lost()) {
    return std::nullopt;
  }
  const base::Result<base::OutputFolder> site = base::OutputFolder::open(*options_.output);
  if (!site || site_state.empty() || site->state(paths, options_.threads) != site_state) {
    return std::nullopt;
  }
  for (base::Diagnostic& diagnostic : found) {
    diagnostics.add(std::move(diagnostic));
  }
  return report;
}

void LastBuild::keep(const BuildReport& report, const std::vector<std::string>& paths,
                     const std::string& site_state, const base::Diagnostics& diagnostics) {
  if (key_.empty()) {
    return;
  }
  base::PackedWriter out;
  write_report(out, report);
  out.text(site_state).number(paths.size());
  for (const std::string& path : paths) {
    out.text(path);
  }
  const std::vector<base::Diagnostic> sorted = diagnostics.sorted();
  out.number(sorted.size());
  for (const base::Diagnostic& diagnostic : sorted) {
    write_diagnostic(out, diagnostic);
  }
  cache_.store(key_, out.bytes());
  cache_.remove_unused();
}

}  // namespace paperboy::pipeline
