#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>

#include "base/diagnostic_format.h"
#include "base/file_system.h"
#include "base/text.h"
#include "cli/command.h"
#include "cli/starter.h"
#include "cli/terminal.h"
#include "model/site_reader.h"
#include "value/read.h"

namespace paperboy::cli {

namespace {

namespace fs = std::filesystem;

base::Date today() {
  std::chrono::year_month_day now(std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now()));
  return {int(now.year()), unsigned(now.month()), unsigned(now.day())};
}

enum class Creation { Created, Exists, Failed };

// Never overwrites: the file is made only if there is none.
Creation create_file(const fs::path& path, const std::string& text) {
  std::error_code error;
  fs::create_directories(path.parent_path(), error);
  if (fs::exists(fs::symlink_status(path, error))) {
    return Creation::Exists;
  }
  std::ofstream file(path, std::ios::binary);
  file << text;
  file.close();
  return file ? Creation::Created : Creation::Failed;
}

bool is_empty_folder(const fs::path& folder) {
  std::error_code error;
  if (!fs::exists(folder, error)) {
    return true;
  }
  for (const fs::directory_entry& entry : fs::directory_iterator(folder, error)) {
    if (entry.path().filename() != ".git") {
      return false;
    }
  }
  return !error;
}

std::optional<model::Site> read_site(const std::string& root, const Terminal& terminal) {
  base::DiskFileSystem files(root);
  constexpr std::size_t kLargestSiteFile = 1u << 20;
  base::Result<std::string> text = files.read("content/site.yaml", kLargestSiteFile);
  if (!text) {
    terminal.report("paperboy: " + text.error().message + "\n  `paperboy init` makes a new archive\n");
    return std::nullopt;
  }
  base::Diagnostics diagnostics;
  base::SourceStore sources;
  std::optional<value::Value> root_value = value::read_yaml(
      sources.add("content/site.yaml", *std::move(text)), value::Aliases::Allowed, diagnostics);
  std::optional<model::Site> site = root_value ? model::read_site(*root_value, diagnostics) : std::nullopt;
  if (diagnostics.has_errors()) {
    terminal.report(base::format_text(diagnostics.sorted(), terminal.color(), 50));
    return std::nullopt;
  }
  return site;
}

std::string unknown_series(const model::Site& site, const std::string& wanted) {
  std::vector<std::string_view> known;
  std::vector<std::string> names;
  for (const model::Series& series : site.series) {
    known.push_back(series.id);
    names.push_back(series.id);
  }
  std::optional<std::string> similar = base::nearest(wanted, known);
  return fmt::format(
      "paperboy: there is no series '{}' in content/site.yaml\n  {}\n", wanted,
      similar ? "did you mean '" + *similar + "'?" : "known series: " + base::join(names, ", "));
}

}  // namespace

int run_init(const InitCommand& command) {
  Terminal terminal(Terminal::Verbosity::Normal);
  fs::path folder(command.folder);
  if (!command.force && !is_empty_folder(folder)) {
    terminal.report(
        fmt::format("paperboy: {} holds files already\n"
                    "  name a new folder, or add --force to put an archive beside them\n",
                    command.folder));
    return kWrongUsage;
  }
  for (const StarterFile& file : starter_files(today())) {
    switch (create_file(folder / file.path, file.text)) {
      case Creation::Created:
        terminal.print(fmt::format("made {}\n", (folder / file.path).lexically_normal().string()));
        break;
      case Creation::Exists:
        terminal.print(fmt::format("kept {}\n", (folder / file.path).lexically_normal().string()));
        break;
      case Creation::Failed:
        terminal.report(fmt::format("paperboy: {} cannot be written\n", (folder / file.path).string()));
        return kInternalFault;
    }
  }
  terminal.print(fmt::format("Now edit {}, then run `paperboy build{}`.\n",
                             (folder / "content/site.yaml").lexically_normal().string(),
                             command.folder == "." ? "" : " --root " + command.folder));
  return kFine;
}

int run_new(const NewCommand& command) {
  Terminal terminal(Terminal::Verbosity::Normal);
  std::optional<base::Date> date = base::parse_date(command.date);
  if (!date) {
    terminal.report(
        fmt::format("paperboy: '{}' is not a date\n  write year-month-day: 2026-06-06\n", command.date));
    return kWrongUsage;
  }
  std::optional<model::Site> site = read_site(command.root, terminal);
  if (!site) {
    return kContentErrors;
  }
  const model::Series* series = site->find_series(command.series);
  if (series == nullptr) {
    terminal.report(unknown_series(*site, command.series));
    return kWrongUsage;
  }
  std::string language = command.language.empty() ? series->languages.front() : command.language;
  bool known_language = std::count(site->languages.begin(), site->languages.end(), language) != 0;
  if (!known_language) {
    terminal.report(fmt::format("paperboy: '{}' is not a language of this site\n  languages: {}\n", language,
                                base::join(site->languages, ", ")));
    return kWrongUsage;
  }
  std::string name =
      site->languages.size() > 1 ? command.date + "." + language + ".md" : command.date + ".md";
  fs::path path = fs::path(command.root) / "content" / series->id / name;
  switch (create_file(path, starter_edition(language))) {
    case Creation::Created:
      terminal.print_always(path.lexically_normal().string() + "\n");
      return kFine;
    case Creation::Exists:
      terminal.report(fmt::format("paperboy: {} exists already and is left as it is\n", path.string()));
      return kWrongUsage;
    case Creation::Failed:
      break;
  }
  terminal.report(fmt::format("paperboy: {} cannot be written\n", path.string()));
  return kInternalFault;
}

}  // namespace paperboy::cli
