#include <catch2/catch.hpp>

#include <filesystem>
#include <set>

#include "base/text.h"
#include "importers/formats.h"
#include "importers/import.h"
#include "support/golden.h"
#include "support/temporary_folder.h"

namespace paperboy::importers {
namespace {

// A golden holds `options` (words as on the command line), input files `in/…`, files of the archive
// `content/…`; then, for a second import, what a person did to the archive `edit/…` and newer input `in2/…`.
// Expected are the report and the archive after each import.
class Scenario {
 public:
  explicit Scenario(tests::Txtar golden) : golden_(std::move(golden)) {}

  tests::Txtar run() {
    const std::filesystem::path before = std::filesystem::current_path();
    std::filesystem::current_path(folder_.path());
    put("in/", "in/");
    put("content/", "archive/content/");
    import("expect report", "in");
    if (has("edit/") || has("in2/")) {
      put("edit/", "archive/");
      put("in2/", "in2/");
      import("expect report of the second import", has("in2/") ? "in2" : "in");
    }
    std::filesystem::current_path(before);
    show_archive();
    return std::move(golden_);
  }

 private:
  bool has(std::string_view prefix) const {
    return std::any_of(golden_.files.begin(), golden_.files.end(),
                       [&](const tests::TxtarFile& file) { return base::starts_with(file.name, prefix); });
  }

  void put(std::string_view prefix, const std::string& to) {
    for (const tests::TxtarFile& file : golden_.files)
      if (base::starts_with(file.name, prefix))
        folder_.write(to + file.name.substr(prefix.size()), file.text);
  }

  bool asked(std::string_view option) const {
    const tests::TxtarFile* options = golden_.find("options");
    return options != nullptr && options->text.find(option) != std::string::npos;
  }

  void import(const std::string& part, const std::string& input) {
    ImportOptions options;
    options.paths = {input};
    options.root = "archive";
    if (asked("--series"))
      options.series = "picks";
    options.addresses = asked("--keep-addresses") ? Addresses::Keep : Addresses::New;
    options.regroup = asked("--regroup") ? Regroup::Yes : Regroup::No;
    options.writing = asked("--dry-run") ? Writing::Plan : Writing::Write;
    options.verification = Verification::Prove;
    const base::Result<Report> report = import_archive(options);
    golden_.set(part, report ? words(*report) : report.error().message + "\n");
  }

  static std::string words(const Report& report) {
    std::string out;
    for (const FileOutcome& file : report.files)
      out += std::string(to_string(file.change)) + " " + file.path + "\n";
    for (const Finding& found : report.findings) out += words(found);
    out += "editions " + std::to_string(report.days) + ", papers " + std::to_string(report.papers) +
           ", different " + std::to_string(report.unique_papers) + ", seen before " +
           std::to_string(report.repeats) + "\n";
    for (const auto& [field, count] : report.missing)
      out += "without " + field + " " + std::to_string(count) + "\n";
    const Proof& proof = report.proof;
    return out + "values " + std::to_string(proof.values) + ": kept " + std::to_string(proof.kept) +
           ", said " + std::to_string(proof.said) + ", derived " + std::to_string(proof.derived) +
           ", edited " + std::to_string(proof.edited) + ", lost " + std::to_string(proof.lost) + "\n";
  }

  static std::string words(const Finding& found) {
    const std::string place =
        found.line == 0 ? found.path
                        : found.path + ":" + std::to_string(found.line) + ":" + std::to_string(found.column);
    const char* const severity = found.severity == base::Severity::Error     ? "error"
                                 : found.severity == base::Severity::Warning ? "warning"
                                                                             : "note";
    const std::string hint = found.hint.empty() ? "" : "   hint: " + found.hint + "\n";
    return place + ": " + severity + ": " + found.message + " [" + found.code + "]\n" + hint;
  }

  // Import records are left out: they hold digests.
  void show_archive() {
    std::set<std::string> paths;
    const std::filesystem::path root = folder_ / "archive";
    if (std::filesystem::exists(root))
      for (const auto& entry : std::filesystem::recursive_directory_iterator(root))
        if (entry.is_regular_file() && entry.path().extension() != ".txt")
          paths.insert(std::filesystem::relative(entry.path(), root).string());
    for (const std::string& path : paths) golden_.set("expect " + path, folder_.read("archive/" + path));
  }

  tests::Txtar golden_;
  tests::TemporaryFolder folder_;
};

}  // namespace

TEST_CASE("foreign archives become content files, and the report says what was found") {
  tests::run_goldens("import", [](tests::Txtar golden) { return Scenario(std::move(golden)).run(); });
}

}  // namespace paperboy::importers
