#include <sys/wait.h>

#include <catch2/catch.hpp>
#include <cstdlib>
#include <regex>
#include <string>

#include "base/text.h"
#include "support/golden.h"
#include "support/temporary_folder.h"

namespace {

using paperboy::tests::TemporaryFolder;
using paperboy::tests::Txtar;
using paperboy::tests::TxtarFile;

// Time and folder differ from run to run; sizes change with every touch of a layout.
std::string without_chance(const TemporaryFolder& folder, const std::string& text) {
  std::string plain = paperboy::base::replace_all(text, folder.path().string(), "FOLDER");
  plain = std::regex_replace(plain, std::regex(R"(\d+\.\d\d s\n)"), "TIME\n");
  return std::regex_replace(plain, std::regex(R"([\d.]+ [kM]B in)"), "SIZE in");
}

std::string indented(const std::string& text, const std::string& mark) {
  std::string lines;
  for (std::string_view line : paperboy::base::split(text, '\n')) {
    lines += line.empty() ? "" : mark + std::string(line) + "\n";
  }
  return lines;
}

// Runs one line in a shell in the folder, with `paperboy` on the path; streams are told apart.
std::string run(const TemporaryFolder& folder, std::string_view line) {
  folder.write(".run/command.sh", line);
  std::string command = "cd '" + folder.path().string() +
                        "' && PATH='" PAPERBOY_PROGRAM_FOLDER
                        ":'\"$PATH\" sh .run/command.sh > .run/out 2> .run/err < /dev/null";
  int status = std::system(command.c_str());
  std::string report = "$ " + std::string(line) + "\n";
  report += indented(folder.read(".run/out"), "out| ");
  report += indented(folder.read(".run/err"), "err| ");
  return report + "exit " + std::to_string(WIFEXITED(status) ? WEXITSTATUS(status) : -1) + "\n";
}

}  // namespace

// Each tests/golden/cli/*.txtar holds an archive and a part `run` with one command a line.
TEST_CASE("commands answer as people expect") {
  paperboy::tests::run_goldens("cli", [](Txtar test) {
    TemporaryFolder folder;
    for (const TxtarFile& file : test.files) {
      if (file.name != "run" && file.name != "expect.txt") {
        folder.write(file.name, file.text);
      }
    }
    std::string report;
    for (std::string_view line : paperboy::base::split(test.at("run"), '\n')) {
      report += line.empty() ? "" : run(folder, line);
    }
    test.set("expect.txt", without_chance(folder, report));
    return test;
  });
}
