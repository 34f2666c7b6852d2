#include <fmt/format.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <optional>
#include <vector>

#include "base/diagnostic_format.h"
#include "base/file_system.h"
#include "base/parallel.h"
#include "base/text.h"
#include "cli/command.h"
#include "cli/terminal.h"
#include "model/site_address.h"
#include "pipeline/build_site.h"

namespace paperboy::cli {

namespace {

constexpr std::size_t kShownDiagnostics = 50;

using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point start) {
  return std::chrono::duration<double>(Clock::now() - start).count();
}

// How long each pass took, for --timings.
class PassTimes {
 public:
  void begin(std::string_view pass) {
    end();
    name_ = pass;
    start_ = Clock::now();
  }
  void end() {
    if (!name_.empty()) {
      lines_ += fmt::format("{:>10}  {:8.3f} s\n", name_, seconds_since(start_));
      name_.clear();
    }
  }
  const std::string& lines() const { return lines_; }

 private:
  std::string name_;
  std::string lines_;
  Clock::time_point start_;
};

std::string plural(std::size_t count, std::string_view one, std::string_view many) {
  return fmt::format("{} {}", count, count == 1 ? one : many);
}

std::string size_text(std::size_t bytes) {
  if (bytes < 1000) {
    return plural(bytes, "byte", "bytes");
  }
  return bytes < 1'000'000 ? fmt::format("{:.1f} kB", static_cast<double>(bytes) / 1e3)
                           : fmt::format("{:.1f} MB", static_cast<double>(bytes) / 1e6);
}

// GitHub Pages: "Published GitHub Pages sites may be no larger than 1 GB"
// (https://docs.github.com/en/pages/getting-started-with-github-pages/github-pages-limits).
constexpr double kPagesLimit = 1e9;

// How far the site is from what GitHub Pages hosts, at the pace so far; and its largest pages.
std::string size_report(const pipeline::BuildReport& report) {
  constexpr std::size_t kSmallSite = 1'000'000;  // far from any limit
  if (report.bytes < kSmallSite) {
    return "";
  }
  const double share = static_cast<double>(report.bytes) / kPagesLimit;
  std::string text = fmt::format("{:.1f} % of the 1 GB that GitHub Pages hosts", 100 * share);
  constexpr double kFewDays = 14;  // say nothing of years to come
  if (report.days >= kFewDays && share < 1) {
    const double years = report.days * (1 / share - 1) / 365.25;
    text += years > 100 ? "; room for more than 100 years at this pace"
                        : fmt::format("; room for {:.1f} years at this pace", years);
  }
  std::vector<std::string> largest;
  for (const pipeline::FileSize& page : report.largest) {
    largest.push_back(page.path + " " + size_text(page.bytes));
  }
  return text + "\nlargest pages: " + base::join(largest, ", ") + "\n";
}

// Above this share of the limit it is time to act.
constexpr double kPagesWarning = 0.8;

enum class Writing { On, Off };

std::string changes_text(const pipeline::BuildReport& report, const base::Diagnostics& diagnostics,
                         Writing writing) {
  if (writing == Writing::Off) {
    return "";
  }
  return diagnostics.has_errors() ? "; nothing written"
                                  : fmt::format("; {} written, {} removed", report.written, report.removed);
}

std::string summary(const pipeline::BuildReport& report, const base::Diagnostics& diagnostics, double seconds,
                    Writing writing) {
  std::string what =
      fmt::format("{}, {}, {}", plural(report.pages, "page", "pages"),
                  plural(report.papers, "paper", "papers"), plural(report.editions, "edition", "editions"));
  if (!diagnostics.has_errors()) {
    what += fmt::format(", {} in {}", size_text(report.bytes), plural(report.files, "file", "files"));
  }
  return fmt::format("{}{}; {}, {}; {:.2f} s\n", what, changes_text(report, diagnostics, writing),
                     plural(diagnostics.count(base::Severity::Error), "error", "errors"),
                     plural(diagnostics.count(base::Severity::Warning), "warning", "warnings"), seconds);
}

void report_diagnostics(const BuildCommand& command, const Terminal& terminal,
                        const std::vector<base::Diagnostic>& diagnostics) {
  switch (command.format) {
    case ReportFormat::Text:
      terminal.report(base::format_text(diagnostics, terminal.color(), kShownDiagnostics));
      break;
    case ReportFormat::Json:
      terminal.print_always(base::format_json(diagnostics));
      break;
    case ReportFormat::Github:
      terminal.print_always(base::format_github(diagnostics));
      break;
  }
}

int exit_code(const BuildCommand& command, const base::Diagnostics& diagnostics) {
  bool strict_failure = command.fail_on == FailOn::Warning && diagnostics.count(base::Severity::Warning) > 0;
  return diagnostics.has_errors() || strict_failure ? kContentErrors : kFine;
}

bool has_archive(const BuildCommand& command, const base::DiskFileSystem& files, const Terminal& terminal) {
  if (files.exists("content/site.yaml")) {
    return true;
  }
  terminal.report(
      fmt::format("paperboy: there is no content/site.yaml in {}\n"
                  "  `paperboy init` makes a new archive; `--root FOLDER` names another folder\n",
                  command.root));
  return false;
}

// A site inside content/ would be read as content by the next build.
bool is_inside(const std::filesystem::path& output, const std::filesystem::path& folder) {
  std::filesystem::path relative =
      std::filesystem::weakly_canonical(output).lexically_relative(std::filesystem::weakly_canonical(folder));
  return !relative.empty() && *relative.begin() != "..";
}

bool has_usable_output(const BuildCommand& command, const std::filesystem::path& output,
                       const Terminal& terminal) {
  for (const char* folder : {"content", "layouts", "assets"}) {
    if (is_inside(output, std::filesystem::path(command.root) / folder)) {
      terminal.report(
          fmt::format("paperboy: the site cannot be written to {}, which lies inside {}/\n"
                      "  name another folder with --output\n",
                      output.string(), folder));
      return false;
    }
  }
  return true;
}

bool has_usable_options(const BuildCommand& command, const Terminal& terminal) {
  if (!command.base_url.empty() && !model::parse_base_url(command.base_url)) {
    terminal.report(
        fmt::format("paperboy: --base-url must be a full address such as https://example.org/papers/, "
                    "not '{}'\n",
                    command.base_url));
    return false;
  }
  return true;
}

// What the published site promised: the file that was named, else, where nothing is written, that of the site
// built here before. Nothing when the file that was named cannot be read.
std::optional<std::string> read_earlier_addresses(const BuildCommand& command, Writing writing,
                                                  const Terminal& terminal) {
  constexpr std::size_t kLargestFile = 64u << 20;
  if (command.published.empty() && writing == Writing::On) {
    return std::string();
  }
  const std::filesystem::path path = command.published.empty()
                                         ? std::filesystem::path(command.root) / "site" / "addresses.txt"
                                         : std::filesystem::path(command.published);
  base::Result<std::string> text = base::DiskFileSystem(path.parent_path().empty() ? "." : path.parent_path())
                                       .read(path.filename().string(), kLargestFile);
  if (text) {
    return *std::move(text);
  }
  if (command.published.empty()) {
    return std::string();
  }
  terminal.report(fmt::format("paperboy: {}\n  --published names the addresses.txt of the published site\n",
                              text.error().message));
  return std::nullopt;
}

bool write_trace(const BuildCommand& command, const base::Trace& trace, const Terminal& terminal) {
  if (command.trace.empty()) {
    return true;
  }
  std::ofstream file(command.trace, std::ios::binary);
  file << trace.json();
  file.close();
  if (!file) {
    terminal.report(fmt::format("paperboy: {}: the trace cannot be written there\n", command.trace));
  }
  return static_cast<bool>(file);
}

// What a build came to.
struct Outcome {
  const pipeline::BuildReport& report;
  const base::Diagnostics& diagnostics;
  std::string timings;
  double seconds = 0;
};

// Reports it; the exit code.
int tell_outcome(const BuildCommand& command, Writing writing, Terminal& terminal, const Outcome& outcome) {
  report_diagnostics(command, terminal, outcome.diagnostics.sorted());
  if (const std::optional<pipeline::WriteFailure>& failure = outcome.report.failure) {
    terminal.report("paperboy: " + failure->message + "\n");
    return failure->kind == pipeline::WriteFailure::Kind::Refused ? kWrongUsage : kInternalFault;
  }
  if (command.timings) {
    terminal.report(outcome.timings);
  }
  if (static_cast<double>(outcome.report.bytes) > kPagesWarning * kPagesLimit) {
    terminal.report("paperboy: the site is near or over the 1 GB that GitHub Pages hosts\n");
  }
  const std::string last_line = summary(outcome.report, outcome.diagnostics, outcome.seconds, writing);
  if (command.format == ReportFormat::Text) {
    terminal.print(outcome.diagnostics.has_errors() ? "" : size_report(outcome.report));
    terminal.print(last_line);
  } else if (!command.quiet) {
    terminal.report(last_line);
  }
  return exit_code(command, outcome.diagnostics);
}

// The trace ends with the build, and leaks are looked for when everything was taken apart.
bool ends_at_once(const BuildCommand& command) {
#ifdef __SANITIZE_ADDRESS__
  constexpr bool kLooksForLeaks = true;
#else
  constexpr bool kLooksForLeaks = false;
#endif
  return command.trace.empty() && !kLooksForLeaks;
}

int run_passes(const BuildCommand& command, Writing writing) {
  Terminal terminal(command.quiet ? Terminal::Verbosity::Quiet : Terminal::Verbosity::Normal);
  base::DiskFileSystem files(command.root);
  if (!has_usable_options(command, terminal) || !has_archive(command, files, terminal)) {
    return kWrongUsage;
  }
  Clock::time_point start = Clock::now();
  PassTimes times;
  pipeline::BuildOptions options;
  if (writing == Writing::On) {
    options.output = command.output.empty() ? std::filesystem::path(command.root) / "site"
                                            : std::filesystem::path(command.output);
    if (!has_usable_output(command, *options.output, terminal)) {
      return kWrongUsage;
    }
  }
  std::optional<std::string> addresses = read_earlier_addresses(command, writing, terminal);
  if (!addresses) {
    return kWrongUsage;
  }
  options.earlier_addresses = *std::move(addresses);
  options.base_url = command.base_url;
  options.root = command.root;
  options.threads = command.threads == 0 ? base::available_threads() : command.threads;
  options.on_pass = [&](std::string_view pass) {
    times.begin(pass);
    terminal.progress(fmt::format("paperboy: {} …", pass));
  };
  base::Trace trace;
  options.trace = command.trace.empty() ? nullptr : &trace;
  base::SourceStore sources;
  base::Diagnostics diagnostics;
  const auto finish = [&](const pipeline::BuildReport& report) {
    times.end();
    terminal.clear_progress();
    return tell_outcome(command, writing, terminal,
                        {report, diagnostics, times.lines(), seconds_since(start)});
  };
  if (ends_at_once(command)) {
    options.on_done = [&](const pipeline::BuildReport& report) {
      const int code = finish(report);
      std::fflush(nullptr);
      std::_Exit(code);
    };
  }
  const pipeline::BuildReport report = pipeline::build_site(files, options, sources, diagnostics);
  const int code = finish(report);
  return write_trace(command, trace, terminal) || report.failure ? code : kWrongUsage;
}

}  // namespace

int run_build(const BuildCommand& command) {
  return run_passes(command, Writing::On);
}

int run_check(const BuildCommand& command) {
  return run_passes(command, Writing::Off);
}

}  // namespace paperboy::cli
