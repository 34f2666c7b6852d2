#include <fmt/format.h>

#include "cli/command.h"
#include "cli/terminal.h"
#include "importers/formats.h"
#include "importers/import.h"

namespace paperboy::cli {

namespace {

std::string text_report(const importers::Report& report) {
  std::string out;
  for (const importers::FileOutcome& file : report.files)
    out += fmt::format("{} {}\n", importers::to_string(file.change), file.path);
  return out;
}

}  // namespace

int run_import(const ImportCommand& command) {
  Terminal terminal(command.quiet ? Terminal::Verbosity::Quiet : Terminal::Verbosity::Normal);
  importers::ImportOptions options;
  options.format = importers::find_format(command.format);
  if (options.format == nullptr && command.format != "auto") {
    std::string known = "auto";
    for (const importers::Format* format : importers::formats()) known += ", " + std::string(format->name());
    terminal.report(fmt::format("paperboy: there is no format '{}'\n  formats: {}\n", command.format, known));
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
  terminal.print(text_report(*report));
  for (const importers::Finding& found : report->findings)
    terminal.report(fmt::format("{}:{}: {} [{}]\n", found.path, found.line, found.message, found.code));
  return report->count(base::Severity::Error) > 0 ? kContentErrors : kFine;
}

}  // namespace paperboy::cli
