#include <algorithm>
#include <fstream>
#include <map>
#include <optional>

#include "base/text.h"
#include "importers/structured_notes.h"
#include "model/paper_id.h"
#include "value/read.h"

namespace paperboy::importers {
namespace {

constexpr std::size_t kPieceBytes = 1u << 20;

// The text of a key of one line of JSON, as far as it is needed here: without escapes. Quotes inside of texts
// are escaped, so what looks like a key is one.
std::string_view text_of_key(std::string_view line, std::string_view key) {
  const std::string quoted = "\"" + std::string(key) + "\"";
  std::size_t at = line.find(quoted);
  if (at == std::string_view::npos)
    return {};
  at += quoted.size();
  const auto skip_spaces = [&] {
    while (at < line.size() && base::is_space(line[at])) ++at;
  };
  skip_spaces();
  if (at >= line.size() || line[at] != ':')
    return {};
  ++at;
  skip_spaces();
  if (at >= line.size() || line[at] != '"')
    return {};
  const std::size_t begin = at + 1;
  const std::size_t end = line.find('"', begin);
  return end == std::string_view::npos ? std::string_view() : line.substr(begin, end - begin);
}

std::optional<std::string> given_day(std::string_view line) {
  for (const std::string_view key :
       {"date", "announced", "published", "publish_date", "update_date", "updated"})
    if (const std::optional<base::Date> date = find_date(text_of_key(line, key).substr(0, 10)))
      return base::to_string(*date);
  return std::nullopt;
}

// "2507.01234v2" → "2025-07-01"
std::optional<std::string> month_of_id(std::string_view line) {
  const std::optional<model::PaperReference> reference =
      model::parse_paper_reference(text_of_key(line, "id"));
  if (!reference || reference->id.scheme != model::IdScheme::Arxiv)
    return std::nullopt;
  const std::string_view local = std::string_view(reference->id.local);
  const std::optional<base::Date> date = local.size() > 4
                                             ? base::parse_date("20" + std::string(local.substr(0, 2)) + "-" +
                                                                std::string(local.substr(2, 2)) + "-01")
                                             : std::nullopt;
  return date ? std::optional<std::string>(base::to_string(*date)) : std::nullopt;
}

class Splitter {
 public:
  Splitter(const InputFile& file, base::Diagnostics& diagnostics) : file_(file), diagnostics_(diagnostics) {}

  std::vector<InputFile> split() {
    if (const std::optional<base::Date> date = find_date(file_.name()))
      last_ = base::to_string(*date);
    std::ifstream stream(file_.disk, std::ios::binary);
    std::string piece(kPieceBytes, '\0');
    while (stream && fits_) {
      stream.read(piece.data(), static_cast<std::streamsize>(piece.size()));
      add_piece(std::string_view(piece).substr(0, static_cast<std::size_t>(stream.gcount())));
    }
    if (!rest_.empty())
      add_line(rest_);
    report();
    std::vector<InputFile> parts;
    for (auto& [day, part] : parts_) parts.push_back(std::move(part));
    return parts;
  }

 private:
  void add_piece(std::string_view piece) {
    for (std::size_t begin = 0; begin < piece.size() && fits_;) {
      const std::size_t end = std::min(piece.find('\n', begin), piece.size() - 1) + 1;
      rest_ += piece.substr(begin, end - begin);
      if (rest_.back() == '\n') {
        add_line(rest_);
        rest_.clear();
      }
      fits_ = rest_.size() <= value::Limits{}.bytes;
      begin = end;
    }
  }

  void add_line(std::string_view text) {
    if (!base::trim(text).empty())
      add_to(day_of(text), text.size());
    at_ += text.size();
    ++line_;
  }

  std::string day_of(std::string_view line) {
    if (const std::optional<std::string> day = given_day(line))
      return last_ = *day;
    if (const std::optional<std::string> day = month_of_id(line)) {
      ++by_month_;
      return last_ = *day;
    }
    return last_;
  }

  // Lines before the first that tells a day are read with it.
  void add_to(const std::string& day, std::size_t bytes) {
    if (day.empty()) {
      early_.push_back({at_, bytes, line_});
      return;
    }
    const auto [place, fresh] = parts_.try_emplace(day, file_);
    InputFile& part = place->second;
    if (fresh) {
      part.group = day;
      part.runs = std::move(early_);
      early_.clear();
    }
    const bool follows = !part.runs.empty() && part.runs.back().begin + part.runs.back().bytes == at_;
    if (follows)
      part.runs.back().bytes += bytes;
    else
      part.runs.push_back({at_, bytes, line_});
  }

  void report() {
    if (!fits_)
      diagnostics_.error_at(
          file_.path, "unreadable-input",
          "line " + std::to_string(line_ + 1) + " is longer than any paper's; the file was read up to it");
    if (!early_.empty())
      diagnostics_.error_at(file_.path, "undated-input", "nothing tells of which day this file is",
                            "put the date into its name: 2026-05-06.jsonl");
    if (by_month_ == 0)
      return;
    base::Diagnostic warning;
    warning.severity = base::Severity::Warning;
    warning.code = "split-by-month";
    warning.message = std::to_string(by_month_) +
                      " lines give no date; they went to the first of the month in their arXiv ids";
    warning.path = file_.path;
    warning.hint = "split the file by day when you know the days: 2026-05-06.jsonl";
    diagnostics_.add(std::move(warning));
  }

  const InputFile& file_;
  base::Diagnostics& diagnostics_;
  std::map<std::string, InputFile> parts_;  // by day
  std::vector<LineRun> early_;
  std::string rest_;  // a line of which more may follow
  std::string last_;  // the day of the line before
  std::size_t at_ = 0;
  std::size_t line_ = 0;
  std::size_t by_month_ = 0;
  bool fits_ = true;
};

}  // namespace

std::vector<InputFile> split_by_day(const InputFile& file, base::Diagnostics& diagnostics) {
  return Splitter(file, diagnostics).split();
}

}  // namespace paperboy::importers
