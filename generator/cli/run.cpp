#include <CLI/CLI.hpp>
#include <cstdio>
#include <map>

#include "base/text.h"
#include "cli/command.h"

namespace paperboy::cli {

namespace {

constexpr const char* kVersion = "paperboy 0.1.0";

const std::map<std::string, ReportFormat> kFormats{
    {"text", ReportFormat::Text}, {"json", ReportFormat::Json}, {"github", ReportFormat::Github}};
const std::map<std::string, FailOn> kLevels{{"error", FailOn::Error}, {"warning", FailOn::Warning}};

// Accepts the names of a table, and says which there are when it is another one.
template <typename T>
CLI::Validator one_of(const std::map<std::string, T>& names) {
  return CLI::Validator(
      [&names](const std::string& given) {
        std::vector<std::string> known;
        for (const auto& [name, value] : names) {
          known.push_back(name);
        }
        return names.count(given) != 0 ? "" : "'" + given + "' is none of " + base::join(known, ", ");
      },
      "");
}

// "did you mean `build`?" for a command or option that does not exist; empty when nothing is near.
std::string similar_name(const CLI::App& app, std::string_view wrong) {
  std::vector<std::string> names;
  for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; })) {
    names.push_back(command->get_name());
  }
  for (const CLI::Option* option : app.get_options()) {
    names.push_back(option->get_name());
  }
  std::optional<std::string> similar =
      base::nearest(wrong, std::vector<std::string_view>(names.begin(), names.end()));
  return similar ? "did you mean `" + *similar + "`?" : "";
}

// What stood on the command line that nobody knows.
std::string unknown_word(const CLI::App& app, int argument_count, const char* const* arguments) {
  const CLI::App* command = &app;
  for (int place = 1; place < argument_count; ++place) {
    std::string word = arguments[place];
    std::string name = word.substr(0, word.find('='));
    const std::vector<const CLI::App*> named =
        command->get_subcommands([&](const CLI::App* each) { return each->get_name() == name; });
    if (!named.empty()) {
      command = named.front();
      continue;
    }
    bool is_option = base::starts_with(name, "--");
    if (is_option ? command->get_option_no_throw(name) == nullptr : command == &app) {
      std::string similar = similar_name(*command, name);
      return "paperboy: there is no " + std::string(is_option ? "option" : "command") + " '" + name +
             "'\n  " + (similar.empty() ? "run `paperboy --help` for what is possible" : similar) + "\n";
    }
  }
  return "";
}

void add_build_options(CLI::App& app, BuildCommand& command) {
  app.add_option("--root", command.root, "The archive's folder: the one that holds content/")
      ->capture_default_str();
  app.add_option("--base-url", command.base_url,
                 "Where the site will live, instead of base_url in content/site.yaml");
  app.add_option_function<std::string>(
         "--format", [&command](const std::string& name) { command.format = kFormats.at(name); },
         "How to report: text, json, or github (annotations in a workflow)")
      ->check(one_of(kFormats))
      ->option_text("FORMAT");
  app.add_option_function<std::string>(
         "--fail-on", [&command](const std::string& name) { command.fail_on = kLevels.at(name); },
         "What makes the exit code 1: error or warning")
      ->check(one_of(kLevels))
      ->option_text("LEVEL");
  app.add_option("--threads", command.threads, "Threads to use (default: all processors)")
      ->check(CLI::Range(1, 256));
  app.add_flag("--quiet,-q", command.quiet, "Print only errors and warnings");
  app.add_flag("--timings", command.timings, "Print how long each pass took");
  app.add_option("--trace", command.trace,
                 "Write what each thread did when to this file, for Chrome's trace viewer");
}

void add_import_options(CLI::App& app, ImportCommand& command) {
  app.add_option("format", command.format, "The kind of archive, or `auto` to find it by looking")
      ->required();
  app.add_option("paths", command.paths, "Files and folders to read")->required();
  app.add_option("--root", command.root, "The archive to import into")->capture_default_str();
  app.add_option("--series", command.series, "The series the editions go to; made when it is missing");
  app.add_flag("--keep-addresses", command.keep_addresses, "Give the series the addresses of the old pages");
  app.add_flag("--regroup", command.regroup,
               "Find topics for papers without one, by the topics' aliases and the beginning of the comment");
  app.add_flag("--dry-run", command.dry_run, "Show what would be written, write nothing");
  app.add_flag("--verify", command.verify, "Read again what was written and prove that no value was lost");
  static const std::map<std::string, ReportFormat> formats{{"text", ReportFormat::Text},
                                                           {"json", ReportFormat::Json}};
  app.add_option("--report", command.report, "How to report: text or json")
      ->transform(CLI::CheckedTransformer(formats, CLI::ignore_case).description(""))
      ->option_text("FORMAT");
  app.add_flag("--quiet,-q", command.quiet, "Print only errors and warnings");
}

constexpr const char* kOverview =
    "Paperboy turns scored papers (YAML, JSON, JSON Lines) and commentary (Markdown)\n"
    "into a linked archive of pages. An archive is a folder with content/ in it.";

constexpr const char* kExamples =
    "Examples:\n"
    "  paperboy init papers         make a new archive in the folder papers/\n"
    "  paperboy new weekly 2026-06-06 --language zh\n"
    "                               a Markdown edition to fill in\n"
    "  paperboy import auto old/    take over the archive of another tool\n"
    "  paperboy check               find every mistake, write nothing\n"
    "  paperboy build               write site/\n"
    "\n"
    "Exit codes: 0 fine, 1 something in the content must be mended, 2 wrong usage,\n"
    "3 the program or the machine failed. NO_COLOR turns colours off.";

}  // namespace

int run(int argument_count, const char* const* arguments) {
  CLI::App app(kOverview, "paperboy");
  app.set_version_flag("--version", kVersion);
  app.require_subcommand(1);
  app.failure_message([](const CLI::App* failed, const CLI::Error& error) {
    return "paperboy: " + std::string(error.what()) + "\n  run `" +
           (failed->get_parent() == nullptr ? failed->get_name()
                                            : failed->get_parent()->get_name() + " " + failed->get_name()) +
           " --help` for what is possible\n";
  });
  int code = kFine;

  BuildCommand build;
  CLI::App* build_app = app.add_subcommand("build", "Write site/ from content/, only what changed");
  add_build_options(*build_app, build);
  build_app->add_option("--published", build.published,
                        "The addresses.txt of the published site: none of its pages may vanish without a "
                        "redirect");
  build_app->add_option("--output", build.output, "The folder to write (default: site/ in the archive)");
  build_app->callback([&] { code = run_build(build); });

  BuildCommand check;
  CLI::App* check_app =
      app.add_subcommand("check", "Find every mistake in content and layouts, write nothing");
  add_build_options(*check_app, check);
  check_app->add_option("--published", check.published,
                        "The addresses.txt of the published site: none of its pages may vanish without a "
                        "redirect (default: that in site/)");
  check_app->callback([&] { code = run_check(check); });

  ExplainCommand explain;
  CLI::App* explain_app = app.add_subcommand("explain", "Tell why a page of the site is as it is");
  explain_app
      ->add_option("page", explain.page, "Its address, such as /daily/2026-05-06/, or its file below site/")
      ->required();
  explain_app->add_option("--root", explain.root, "The archive's folder")->capture_default_str();
  explain_app->add_option("--output", explain.output,
                          "The folder that was written (default: site/ in the archive)");
  explain_app->add_option("--base-url", explain.base_url,
                          "The one the site was built with, where it was given");
  explain_app->callback([&] { code = run_explain(explain); });

  InitCommand init;
  CLI::App* init_app = app.add_subcommand("init", "Make a new archive that builds");
  init_app->add_option("folder", init.folder, "Where (default: here)");
  init_app->add_flag("--force", init.force, "Also in a folder that holds files; none is overwritten");
  init_app->callback([&] { code = run_init(init); });

  NewCommand edition;
  CLI::App* new_app = app.add_subcommand("new", "Make a Markdown edition to fill in");
  new_app->add_option("series", edition.series, "A series of content/site.yaml")->required();
  new_app->add_option("date", edition.date, "Its date, for example 2026-06-06")->required();
  new_app->add_option("--language", edition.language, "Its language (default: the series' first)");
  new_app->add_option("--root", edition.root, "The archive's folder")->capture_default_str();
  new_app->callback([&] { code = run_new(edition); });

  app.footer(kExamples);
  ImportCommand import;
  CLI::App* import_app = app.add_subcommand("import", "Bring an archive of another tool home");
  add_import_options(*import_app, import);
  import_app->callback([&] { code = run_import(import); });

  if (argument_count <= 1) {
    std::fputs(app.help().c_str(), stdout);
    return kFine;
  }
  try {
    app.parse(argument_count, const_cast<char**>(arguments));
  } catch (const CLI::ParseError& error) {
    std::string unknown = error.get_exit_code() == 0 ? "" : unknown_word(app, argument_count, arguments);
    if (!unknown.empty()) {
      std::fputs(unknown.c_str(), stderr);
      return kWrongUsage;
    }
    return app.exit(error) == 0 ? kFine : kWrongUsage;
  }
  return code;
}

}  // namespace paperboy::cli
