#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace paperboy::cli {

// What the program returns to its caller.
enum ExitCode : int {
  kFine = 0,
  kContentErrors = 1,  // something in content/, layouts/ or assets/ must be mended
  kWrongUsage = 2,     // the command line is not understood, or asks for what cannot be done
  kInternalFault = 3,  // our own mistake, or the machine's: a full disk, a file that cannot be written
};

enum class ReportFormat { Text, Json, Github };
enum class FailOn { Error, Warning };

// Options of `build` and `check`.
struct BuildCommand {
  std::string root = ".";
  std::string output;  // default: site/ below root
  std::string base_url;
  // The addresses.txt of the published site; default: none, for `check` that in site/.
  std::string published;
  ReportFormat format = ReportFormat::Text;
  FailOn fail_on = FailOn::Error;
  std::size_t threads = 0;  // 0: all processors
  bool quiet = false;
  bool timings = false;
  std::string trace;  // a file to write the trace to; empty: none
};
int run_build(const BuildCommand& command);
int run_check(const BuildCommand& command);

struct ExplainCommand {
  std::string page;  // an address or a path below site/
  std::string root = ".";
  std::string output;  // default: site/ below root
  std::string base_url;
};
int run_explain(const ExplainCommand& command);

struct InitCommand {
  std::string folder = ".";
  bool force = false;  // also in a folder that holds files; none is ever overwritten
};
int run_init(const InitCommand& command);

struct NewCommand {
  std::string root = ".";
  std::string series;
  std::string date;
  std::string language;
};
int run_new(const NewCommand& command);

struct ImportCommand {
  std::string format = "auto";
  std::vector<std::string> paths;
  std::string root = ".";
  std::string series;
  ReportFormat report = ReportFormat::Text;
  bool keep_addresses = false;
  bool regroup = false;
  bool dry_run = false;
  bool verify = false;
  bool quiet = false;
};
int run_import(const ImportCommand& command);

// Parses the command line and runs one command.
int run(int argument_count, const char* const* arguments);

}  // namespace paperboy::cli
