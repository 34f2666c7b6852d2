#include "pipeline/last_build.h"

#include <bit>
#include <cstdint>
#include <map>

#include "base/digest.h"
#include "base/output_folder.h"
#include "base/packed.h"
#include "base/parallel.h"
#include "cards/fonts.h"
#include "pipeline/packed_diagnostics.h"

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
  std::map<std::string, const base::Source*> known;
  std::optional<std::vector<base::Diagnostic>> found = unpack_diagnostics(in, [&](const std::string& path) {
    const base::Source*& source = known[path];
    if (source == nullptr) {
      base::Result<std::string> text = files_.read(path, kLargestFile);
      source = text ? &sources.add(path, *std::move(text)) : nullptr;
    }
    return source;
  });
  if (!found || !in.done()) {
    return std::nullopt;
  }
  const base::Result<base::OutputFolder> site = base::OutputFolder::open(*options_.output);
  if (!site || site_state.empty() || site->state(paths, options_.threads) != site_state) {
    return std::nullopt;
  }
  for (base::Diagnostic& diagnostic : *found) {
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
  pack_diagnostics(diagnostics.sorted(), out);
  cache_.store(key_, out.bytes());
  cache_.remove_unused();
}

}  // namespace paperboy::pipeline
