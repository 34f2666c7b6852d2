#include <sys/wait.h>

#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "base/text.h"
#include "support/temporary_folder.h"

namespace {

using paperboy::tests::TemporaryFolder;

std::string guide() {
  std::ifstream in(PAPERBOY_MANUAL_FOLDER "/importing.md");
  return {std::istreambuf_iterator<char>(in), {}};
}

// The lines between ```sh and ```.
std::vector<std::string> commands(const std::string& text) {
  std::vector<std::string> result;
  bool inside = false;
  for (const std::string_view line : paperboy::base::split(text, '\n')) {
    if (line.starts_with("```")) {
      inside = line == "```sh";
    } else if (inside) {
      result.emplace_back(line);
    }
  }
  return result;
}

struct Outcome {
  int code;
  std::string output;
};

Outcome run(const TemporaryFolder& folder, const std::string& line) {
  folder.write("command.sh", line);
  const std::string command = "cd '" + folder.path().string() +
                              "' && PATH='" PAPERBOY_PROGRAM_FOLDER
                              ":'\"$PATH\" sh command.sh > output 2>&1 < /dev/null";
  const int status = std::system(command.c_str());
  return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, folder.read("output")};
}

constexpr const char* kDay = R"({
  "2605.00007": {"ARXIVID": "2605.00007", "COMMENT": "Prunes.", "RELEVANCE": 9, "NOVELTY": 8, "SCORE": 17,
    "PRIMARY_TOPIC_ID": "eff", "MATCHED_TOPIC_IDS": ["eff"], "PRIMARY_TOPIC_LABEL": "Efficiency",
    "authors": ["A. One"], "title": "Pruning", "abstract": "We prune.", "arxiv_id": "2605.00007"}
})";

}  // namespace

TEST_CASE("the commands of the guide move an archive") {
  const TemporaryFolder folder;
  folder.write("old/2026-05-06-output.json", kDay);
  folder.write("old/2026-05-07-output.json", "{\"broken");
  const std::vector<std::string> lines = commands(guide());
  REQUIRE(lines.size() == 5);
  for (const std::string& line : lines) {
    const Outcome outcome = run(folder, line);
    INFO("$ " << line << "\n" << outcome.output);
    const bool imports = line.find(" import ") != std::string::npos;
    CHECK(outcome.code == (imports ? 1 : 0));  // the broken file is told, and the rest goes on
    if (line.find("--dry-run") != std::string::npos) {
      CHECK_FALSE(std::filesystem::exists(folder / "new"));
    }
    if (line.find("--verify") != std::string::npos) {
      CHECK(outcome.output.find("; 0 lost\n") != std::string::npos);
    }
  }
  CHECK(folder.read("new/site/archive/2026-05/06/index.html").find("paper-2605-00007") != std::string::npos);
}

TEST_CASE("the report for programs is JSON on standard output, and findings do not disturb it") {
  const TemporaryFolder folder;
  folder.write("old/2026-05-06-output.json", kDay);
  folder.write("old/notes.txt", "x");
  const Outcome outcome = run(folder, "paperboy import auto old --root new --report=json --verify 2> errors");
  CHECK(outcome.code == 0);
  CHECK(folder.read("errors").empty());
  CHECK(outcome.output.starts_with("{\n  \"dry_run\": false,\n  \"formats\": {\"topic-scored\": 1},\n"));
  CHECK(outcome.output.find("\"lost\": 0}") != std::string::npos);
  CHECK(outcome.output.find("{\"path\": \"old/notes.txt\", \"line\": null, \"column\": null, "
                            "\"severity\": \"warning\", \"code\": \"unknown-input\"") != std::string::npos);
}

TEST_CASE("an unknown format is wrong usage and names those there are") {
  const TemporaryFolder folder;
  const Outcome outcome = run(folder, "paperboy import topic-scord old");
  CHECK(outcome.code == 2);
  CHECK(outcome.output.find("there is no format 'topic-scord'") != std::string::npos);
  CHECK(outcome.output.find("did you mean 'topic-scored'?") != std::string::npos);
}
