#include <fmt/format.h>

#include <filesystem>
#include <variant>

#include "base/file_system.h"
#include "base/parallel.h"
#include "cli/command.h"
#include "cli/terminal.h"
#include "pipeline/explain.h"

namespace paperboy::cli {

namespace {

std::string list(std::string_view heading, const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) {
    text += fmt::format("  {:<10}  {}\n", text.empty() ? heading : "", line);
  }
  return text;
}

}  // namespace

int run_explain(const ExplainCommand& command) {
  const Terminal terminal(Terminal::Verbosity::Normal);
  const base::DiskFileSystem files(command.root);
  pipeline::BuildOptions options;
  options.root = command.root;
  options.output = command.output.empty() ? std::filesystem::path(command.root) / "site"
                                          : std::filesystem::path(command.output);
  options.base_url = command.base_url;
  options.threads = base::available_threads();
  const auto answer = pipeline::explain(files, options, command.page);
  if (const auto* none = std::get_if<pipeline::Unexplained>(&answer)) {
    terminal.report(fmt::format("paperboy: {}\n  {}\n", none->why, none->hint));
    return kWrongUsage;
  }
  const auto& explanation = std::get<pipeline::Explanation>(answer);
  const std::string next =
      !explanation.next.empty() ? "makes it again, because " + explanation.next
      : !explanation.perhaps.empty()
          ? "makes it again where it shows facts that changed, because " + explanation.perhaps
          : "leaves it as it is";
  terminal.print(explanation.path + "\n" + list("written", {"because " + explanation.written}) +
                 list("shows", explanation.content) + list("layouts", explanation.layouts) +
                 list("next build", {next}));
  return kFine;
}

}  // namespace paperboy::cli
