#include <fmt/format.h>

#include "base/text.h"
#include "cli/command.h"
#include "cli/import_report.h"
#include "cli/terminal.h"
#include "importers/formats.h"
#include "importers/import.h"

namespace paperboy::cli {

namespace {

constexpr std::size_t kShownFindings = 50;

void print_report(const importers::Report& report, const importers::ImportOptions& options,
                  const ImportCommand& command, const Terminal& terminal) {
  if (command.report == ReportFormat::Json) {
    terminal.print_always(report_json(report, options));
    return;
  }
  terminal.report(findings_text(report, kShownFindings));
  terminal.print(plan_text(report) + summary_table(report, options));
}

std::string unknown_format(const std::string& wanted) {
  std::vector<std::string_view> known = {"auto"};
  std::string names = "auto";
  for (const importers::Format* format : importers::formats()) {
    known.push_back(format->name());
    names += ", " + std::string(format->name());
  }
  const std::optional<std::string> similar = base::nearest(wanted, known);
  return fmt::format("paperboy: there is no format '{}'\n  {}\n", wanted,
                     similar ? "did you mean '" + *similar + "'?" : "formats: " + names);
}

}  // namespace

int run_import(const ImportCommand& command) {
  Terminal terminal(command.quiet ? Terminal::Verbosity::Quiet : Terminal::Verbosity::Normal);
  importers::ImportOptions options;
  options.format = importers::find_format(command.format);
  if (options.format == nullptr && command.format != "auto") {
    terminal.report(unknown_format(command.format));
    return kWrongUsage;
  }
  options.paths = command.paths;
  options.root = command.root;
  options.series = command.series;
  options.addresses = command.keep_addresses ? importers::Addresses::Keep : importers::Addresses::New;
  options.regroup = command.regroup ? importers::Regroup::Yes : importers::Regroup::No;
  options.writing = command.dry_run ? importers::Writing::Plan : importers::Writing::Write;
  options.verification = command.verify ? importers::Verification::Prove : importers::Verification::Skip;
  options.on_group = [&](std::size_t done, std::size_t of, std::string_view key) {
    terminal.progress(fmt::format("importing {} ({} of {})", key, done + 1, of));
  };
  base::Result<importers::Report> report = importers::import_archive(options);
  terminal.clear_progress();
  if (!report) {
    terminal.report("paperboy: " + report.error().message + "\n");
    return kInternalFault;
  }
  print_report(*report, options, command, terminal);
  return report->count(base::Severity::Error) > 0 ? kContentErrors : kFine;
}

}  // namespace paperboy::cli
