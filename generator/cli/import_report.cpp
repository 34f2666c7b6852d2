#include "cli/import_report.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <vector>

#include "base/source_excerpt.h"
#include "base/text.h"

namespace paperboy::cli {

namespace {

using importers::EmptyDay;
using importers::FileChange;
using importers::Finding;
using importers::Report;

const char* severity_name(base::Severity severity) {
  switch (severity) {
    case base::Severity::Error:
      return "error";
    case base::Severity::Warning:
      return "warning";
    case base::Severity::Note:
      break;
  }
  return "note";
}

const char* empty_day_name(EmptyDay kind) {
  switch (kind) {
    case EmptyDay::Quiet:
      return "quiet";
    case EmptyDay::Empty:
      return "empty";
    case EmptyDay::Failed:
      return "failed";
    case EmptyDay::Unknown:
      break;
  }
  return "unknown";
}

std::string finding_line(const Finding& found) {
  std::string place = base::visible(found.path);
  if (found.line > 0) {
    place += fmt::format(":{}:{}", found.line, found.column);
  }
  std::string line = fmt::format("{}: {}: {} [{}]\n", place, severity_name(found.severity),
                                 base::visible(found.message), found.code);
  if (!found.hint.empty()) {
    line += "   hint: " + base::visible(found.hint) + "\n";
  }
  return line;
}

std::size_t count_of(const std::map<EmptyDay, std::size_t>& days, EmptyDay kind) {
  const auto found = days.find(kind);
  return found == days.end() ? 0 : found->second;
}

class Table {
 public:
  void row(std::string_view name, std::size_t count, std::string_view remark = {}) {
    text_ += fmt::format("  {:<22}{:>9}{}{}\n", name, count, remark.empty() ? "" : "   ", remark);
  }
  std::string take() { return std::move(text_); }

 private:
  std::string text_;
};

std::string empty_remark(const Report& report) {
  std::vector<std::string> parts;
  for (const EmptyDay kind : {EmptyDay::Quiet, EmptyDay::Empty, EmptyDay::Failed, EmptyDay::Unknown}) {
    if (const std::size_t count = count_of(report.empty_days, kind); count > 0) {
      parts.push_back(fmt::format("{} {}", count, empty_day_name(kind)));
    }
  }
  return base::join(parts, ", ");
}

std::string json_text(std::string_view text) {
  return "\"" + base::json_escape(text) + "\"";
}

template <typename Key, typename Name>
std::string json_counts(const std::map<Key, std::size_t>& counts, Name name) {
  std::vector<std::string> members;
  for (const auto& [key, count] : counts) {
    members.push_back(fmt::format("{}: {}", json_text(name(key)), count));
  }
  return "{" + base::join(members, ", ") + "}";
}

std::string finding_json(const Finding& found) {
  return fmt::format(
      R"(    {{"path": {}, "line": {}, "column": {}, "severity": "{}", "code": {}, "message": {}, "hint": {}}})",
      json_text(found.path), found.line > 0 ? std::to_string(found.line) : "null",
      found.line > 0 ? std::to_string(found.column) : "null", severity_name(found.severity),
      json_text(found.code), json_text(found.message), json_text(found.hint));
}

}  // namespace

std::string findings_text(const Report& report, std::size_t cap) {
  std::string out;
  std::map<std::string, std::size_t> left_out;
  for (const base::Severity severity : {base::Severity::Error, base::Severity::Warning}) {
    std::size_t shown = 0;
    for (const Finding& found : report.findings) {
      if (found.severity != severity) {
        continue;
      }
      if (shown++ < cap) {
        out += finding_line(found);
      } else {
        ++left_out[found.code];
      }
    }
  }
  for (const auto& [code, count] : left_out) {
    out += fmt::format("… and {} more [{}]; --report=json tells all\n", count, code);
  }
  return out;
}

std::string plan_text(const Report& report) {
  std::string out;
  for (const importers::FileOutcome& file : report.files) {
    if (file.change != FileChange::Unchanged) {
      out += fmt::format("{:<10}{}\n", importers::to_string(file.change), file.path);
    }
  }
  for (const auto& [old, target] : report.redirects) {
    out += fmt::format("{:<10}{} to {}\n", "redirect", base::visible(old), base::visible(target));
  }
  return out;
}

std::string summary_table(const Report& report, const importers::ImportOptions& options) {
  Table table;
  std::vector<std::string> formats;
  std::size_t inputs = 0;
  for (const auto& [name, count] : report.files_by_format) {
    formats.push_back(fmt::format("{} {}", count, name));
    inputs += count;
  }
  table.row("files read", inputs, base::join(formats, ", "));
  table.row("editions", report.days);
  std::size_t empty = 0;
  for (const auto& [kind, count] : report.empty_days) empty += count;
  table.row("without papers", empty, empty_remark(report));
  table.row("papers", report.papers);
  table.row("different papers", report.unique_papers);
  table.row("seen before", report.repeats, "in an earlier edition of the series");
  for (const auto& [field, count] : report.missing) {
    table.row("without " + field, count);
  }
  if (!report.redirects.empty()) {
    table.row("redirects", report.redirects.size(), "from the old pages to the new ones");
  }
  table.row("files created", report.count(FileChange::Created),
            options.writing == importers::Writing::Plan ? "not written: --dry-run" : "");
  table.row("files updated", report.count(FileChange::Updated));
  table.row("files unchanged", report.count(FileChange::Unchanged));
  table.row("errors", report.count(base::Severity::Error));
  table.row("warnings", report.count(base::Severity::Warning));
  table.row("notes", report.count(base::Severity::Note), "listed by --report=json");
  std::string out = table.take();
  if (options.verification == importers::Verification::Prove) {
    const importers::Proof& proof = report.proof;
    out += fmt::format(
        "verified: {} values of the input: {} in their place, {} said elsewhere, {} follow from others, {} "
        "edited since; {} lost\n",
        proof.values, proof.kept, proof.said, proof.derived, proof.edited, proof.lost);
  }
  return out;
}

std::string report_json(const Report& report, const importers::ImportOptions& options) {
  std::vector<std::string> files;
  for (const importers::FileOutcome& file : report.files) {
    files.push_back(fmt::format(R"(    {{"path": {}, "change": "{}"}})", json_text(file.path),
                                importers::to_string(file.change)));
  }
  std::vector<std::string> redirects;
  for (const auto& [old, target] : report.redirects) {
    redirects.push_back(fmt::format(R"(    {{"from": {}, "to": {}}})", json_text(old), json_text(target)));
  }
  std::vector<std::string> findings;
  for (const Finding& found : report.findings) findings.push_back(finding_json(found));
  const importers::Proof& proof = report.proof;
  std::string out = "{\n";
  out += fmt::format("  \"dry_run\": {},\n", options.writing == importers::Writing::Plan);
  out += fmt::format("  \"formats\": {},\n",
                     json_counts(report.files_by_format, [](const std::string& name) { return name; }));
  out += fmt::format("  \"editions\": {},\n  \"papers\": {},\n  \"different_papers\": {},\n", report.days,
                     report.papers, report.unique_papers);
  out += fmt::format("  \"repeats\": {},\n  \"empty_days\": {},\n", report.repeats,
                     json_counts(report.empty_days, empty_day_name));
  out += fmt::format("  \"missing\": {},\n",
                     json_counts(report.missing, [](const std::string& name) { return name; }));
  if (options.verification == importers::Verification::Prove) {
    out += fmt::format(
        R"(  "proof": {{"values": {}, "kept": {}, "said": {}, "derived": {}, "edited": {}, "lost": {}}},)"
        "\n",
        proof.values, proof.kept, proof.said, proof.derived, proof.edited, proof.lost);
  }
  out += "  \"files\": [\n" + base::join(files, ",\n") + "\n  ],\n";
  out += "  \"redirects\": [\n" + base::join(redirects, ",\n") + "\n  ],\n";
  return out + "  \"findings\": [\n" + base::join(findings, ",\n") + "\n  ]\n}\n";
}

}  // namespace paperboy::cli
