#include "pipeline/load_file_name.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "base/text.h"
#include "model/field_reader.h"

namespace paperboy::pipeline {
namespace {

constexpr std::string_view kRoot = "content/";

struct Folder {
  std::string_view name;
  FileKind kind;
};
constexpr Folder kFolders[] = {{"papers", FileKind::Note},    {"weeks", FileKind::Rollup},
                               {"months", FileKind::Rollup},  {"years", FileKind::Rollup},
                               {"prompts", FileKind::Prompt}, {"pages", FileKind::Page}};

class FileNameReader {
 public:
  FileNameReader(const std::string& path, const model::Site& site, base::Diagnostics& diagnostics)
      : path_(path), site_(site), diagnostics_(diagnostics) {}

  std::optional<FileName> read() {
    const std::string_view below = std::string_view(path_).substr(kRoot.size());
    const std::size_t slash = below.find('/');
    if (slash == std::string_view::npos)
      return stray("only site.yaml, redirects.yaml and folders stand directly below content/");
    folder_ = below.substr(0, slash);
    if (!split_name(below.substr(slash + 1)))
      return std::nullopt;
    result_.path = path_;
    for (const Folder& folder : kFolders)
      if (folder.name == folder_)
        return read_document(folder.kind);
    return read_edition();
  }

 private:
  std::nullopt_t error(std::string code, std::string message, std::string hint) {
    diagnostics_.error_at(path_, std::move(code), std::move(message), std::move(hint));
    return std::nullopt;
  }

  std::nullopt_t stray(std::string hint) {
    base::Diagnostic diagnostic;
    diagnostic.severity = base::Severity::Warning;
    diagnostic.code = "stray-file";
    diagnostic.message = "this file is no part of the archive";
    diagnostic.path = path_;
    diagnostic.hint = std::move(hint);
    diagnostics_.add(std::move(diagnostic));
    return std::nullopt;
  }

  // "2026-06-06.zh.md" → stem "2026-06-06.zh", format.
  bool split_name(std::string_view file) {
    const std::size_t dot = file.rfind('.');
    const std::string ending =
        dot == std::string_view::npos ? "" : base::to_lower_ascii(file.substr(dot + 1));
    stem_ = file.substr(0, dot);
    if (ending == "md" || ending == "markdown")
      result_.format = FileFormat::Markdown;
    else if (ending == "yaml" || ending == "yml")
      result_.format = FileFormat::Yaml;
    else if (ending == "json")
      result_.format = FileFormat::Json;
    else if (ending == "jsonl")
      result_.format = FileFormat::JsonLines;
    else
      stray("content is written in .md, .yaml, .json and .jsonl files");
    return ending == "md" || ending == "markdown" || ending == "yaml" || ending == "yml" ||
           ending == "json" || ending == "jsonl";
  }

  bool is_language(std::string_view code) const {
    return std::find(site_.languages.begin(), site_.languages.end(), code) != site_.languages.end();
  }

  std::nullopt_t unknown_language(std::string_view code) {
    if (!site_.languages_are_known)
      return std::nullopt;
    const std::vector<std::string_view> known(site_.languages.begin(), site_.languages.end());
    return error("unknown-language",
                 "`" + std::string(code) + "` in the file's name is not a language of this site",
                 model::name_hint(code, known));
  }

  std::optional<FileName> read_edition() {
    const std::optional<std::size_t> series = find_series();
    if (!series)
      return std::nullopt;
    result_.series = *series;
    if (stem_.find('/') != std::string_view::npos)
      return stray("editions stand directly in the folder of their series");
    const std::size_t dot = stem_.find('.');
    const std::string_view day = stem_.substr(0, dot);
    const std::optional<base::Date> date = base::parse_date(day);
    if (!date)
      return error("bad-file-name", "\"" + std::string(day) + "\" is not a date of the calendar",
                   "name editions like 2026-05-06.yaml or 2026-05-06.zh.md");
    result_.date = *date;
    if (dot == std::string_view::npos)
      return std::move(result_);
    const std::string_view code = stem_.substr(dot + 1);
    if (!is_language(code))
      return unknown_language(code);
    result_.language = std::string(code);
    return std::move(result_);
  }

  std::optional<std::size_t> find_series() {
    std::vector<std::string_view> known;
    for (const model::Series& series : site_.series) known.push_back(series.id);
    const auto found = std::find(known.begin(), known.end(), folder_);
    if (found != known.end())
      return static_cast<std::size_t>(found - known.begin());
    if (!site_.series_are_known)
      return std::nullopt;
    std::vector<std::string_view> near = known;
    for (const Folder& folder : kFolders) near.push_back(folder.name);
    // Reported at the folder, so that it appears once however many files it holds.
    diagnostics_.error_at(std::string(kRoot) + std::string(folder_), "unknown-series",
                          "`" + std::string(folder_) + "` is no series of this site",
                          model::name_hint(folder_, base::nearest(folder_, near) ? near : known));
    return std::nullopt;
  }

  std::optional<FileName> read_document(FileKind kind) {
    result_.kind = kind;
    if (result_.format != FileFormat::Markdown)
      return stray("files of this folder are written in Markdown: .md");
    std::string_view name = stem_;
    const std::size_t dot = name.rfind('.');
    const std::string_view last = dot == std::string_view::npos ? std::string_view() : name.substr(dot + 1);
    if (is_language(last)) {
      result_.language = std::string(last);
      name = name.substr(0, dot);
    } else if (!last.empty() && looks_like_language(last)) {
      return unknown_language(last);
    }
    result_.name = std::string(name);
    if (kind == FileKind::Rollup)
      return read_period();
    if (kind == FileKind::Page && (base::slug(name) != name))
      return error("bad-file-name", "\"" + std::string(name) + "\" cannot be the address of a page",
                   "use lower-case letters, digits and -: " + base::slug(name) + ".md");
    return std::move(result_);
  }

  static bool looks_like_language(std::string_view code) {
    return (code.size() == 2 || code.size() == 3) &&
           std::all_of(code.begin(), code.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  }

  std::optional<FileName> read_period() {
    const std::string& name = result_.name;
    if (folder_ == "weeks") {
      const std::optional<base::IsoWeek> week = base::parse_iso_week(name);
      if (!week)
        return error("bad-file-name", "\"" + name + "\" is not an ISO week", "name it like 2026-w19.zh.md");
      result_.name = base::to_string(*week);
    } else if (folder_ == "months") {
      if (!base::parse_year_month(name))
        return error("bad-file-name", "\"" + name + "\" is not a month", "name it like 2026-05.zh.md");
    } else if (name.size() != 4 || !base::parse_year_month(name + "-01")) {
      return error("bad-file-name", "\"" + name + "\" is not a year", "name it like 2026.zh.md");
    }
    return std::move(result_);
  }

  const std::string& path_;
  const model::Site& site_;
  base::Diagnostics& diagnostics_;
  std::string_view folder_;
  std::string_view stem_;
  FileName result_;
};

}  // namespace

std::optional<FileName> read_file_name(const std::string& path, const model::Site& site,
                                       base::Diagnostics& diagnostics) {
  return FileNameReader(path, site, diagnostics).read();
}

}  // namespace paperboy::pipeline
