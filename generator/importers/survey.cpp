#include "importers/survey.h"

#include <algorithm>

#include "base/text.h"
#include "importers/identity.h"
#include "importers/tree.h"
#include "markup/tex_damage.h"
#include "model/field_reader.h"
#include "model/paper_id.h"

namespace paperboy::importers {
namespace {

const value::Value* child(const value::Value* value, std::string_view key) {
  return value == nullptr || value->object() == nullptr ? nullptr : value->object()->find(key);
}

std::optional<std::int64_t> count_of(const value::Value* value) {
  return model::parse_count(scalar_text(value));
}

// Tokens of all runs; nothing when no run tells.
std::optional<std::int64_t> tokens(const value::Value& edition) {
  const value::Value* runs = child(&edition, "runs");
  std::optional<std::int64_t> sum;
  if (runs != nullptr && runs->array() != nullptr)
    for (const value::Value& run : *runs->array())
      for (const std::string_view key : {"prompt_tokens", "completion_tokens"})
        if (const std::optional<std::int64_t> count = count_of(child(&run, key)))
          sum = sum.value_or(0) + *count;
  return sum;
}

EmptyDay empty_day(const value::Value& edition) {
  const value::Value* counts = child(&edition, "counts");
  const std::optional<std::int64_t> total = count_of(child(counts, "total"));
  const std::optional<std::int64_t> scanned = count_of(child(counts, "scanned"));
  const std::int64_t there = std::max(total.value_or(0), scanned.value_or(0));
  if (!total && !scanned)
    return EmptyDay::Unknown;
  if (there == 0)
    return EmptyDay::Quiet;
  const std::optional<std::int64_t> spent = tokens(edition);
  if (!spent)
    return EmptyDay::Unknown;
  return *spent == 0 ? EmptyDay::Failed : EmptyDay::Empty;
}

void report_empty(EmptyDay kind, const value::Value& edition, base::Diagnostics& diagnostics) {
  switch (kind) {
    case EmptyDay::Quiet:
      diagnostics.note(edition.span(), "quiet-day", "nothing was announced this day");
      break;
    case EmptyDay::Empty:
      diagnostics.note(edition.span(), "empty-day", "papers were read this day, none was chosen");
      break;
    case EmptyDay::Failed:
      diagnostics.warning(edition.span(), "failed-day",
                          "papers were there this day but the run spent no tokens: it failed");
      break;
    case EmptyDay::Unknown:
      diagnostics.warning(edition.span(), "unexplained-empty-day",
                          "there are no papers this day, and nothing tells whether the run failed",
                          "set `state` in the edition to quiet, empty or failed when you know");
      break;
  }
}

void check_tex(const value::Value& value, const std::string& name, base::Diagnostics& diagnostics) {
  if (value.array() != nullptr)
    for (const value::Value& element : *value.array()) check_tex(element, name, diagnostics);
  if (value.scalar() == nullptr)
    return;
  const std::string& text = value.scalar()->text;
  const bool repaired = !markup::repair_tex(text).repairs.empty();
  std::size_t dollars = 0;
  for (std::size_t i = 0; i < text.size(); ++i)
    dollars += text[i] == '$' && (i == 0 || text[i - 1] != '\\') ? 1U : 0U;
  if (repaired)
    diagnostics.warning(value.span(), "damaged-tex",
                        "`" + name + "` holds a tab or line break where a TeX macro lost its backslash");
  else if (dollars % 2 == 1)
    diagnostics.note(value.span(), "odd-dollar",
                     "`" + name + "` has a $ without a partner: it is shown as it stands");
}

}  // namespace

void Survey::look_at(const ContentFile& file, Report& report, base::Diagnostics& diagnostics) {
  const std::size_t slash = file.path.rfind('/');
  const std::string date = file.path.substr(slash + 1, 10);
  if (file.body || !base::parse_date(date))
    return;
  ++report.days;
  const value::Value* papers = child(&file.root, "papers");
  if (papers == nullptr || papers->array() == nullptr || papers->array()->empty()) {
    const EmptyDay kind = empty_day(file.root);
    ++report.empty_days[kind];
    report_empty(kind, file.root, diagnostics);
    return;
  }
  for (const value::Value& entry : *papers->array()) look_at_entry(file.path, entry, report, diagnostics);
  report.unique_papers = unique_.size();
}

void Survey::look_at_entry(const std::string& path, const value::Value& entry, Report& report,
                           base::Diagnostics& diagnostics) {
  const std::string series = path.substr(0, path.rfind('/'));
  const std::string date = path.substr(path.rfind('/') + 1, 10);
  ++report.papers;
  const std::string name = identities({entry}).front();
  unique_.insert(name);
  const value::Value* id = child(&entry, "id");
  if (child(&entry, "title") != nullptr)
    titled_.insert(name);
  else if (id != nullptr && model::parse_paper_reference(scalar_text(id)))
    untitled_[path].emplace(name, scalar_text(id));
  if (const auto [first, fresh] = seen_[series].emplace(name, date); !fresh) {
    ++report.repeats;
    diagnostics.note(id == nullptr ? entry.span() : id->span(), "repeated-paper",
                     first->second == date ? "this paper is already in this edition"
                                           : "this paper was already in the edition of " + first->second);
  }
  if (id != nullptr && !model::parse_paper_reference(scalar_text(id)))
    diagnostics.warning(id->span(), "unknown-id",
                        "\"" + base::shorten(scalar_text(id), 60) + "\" is no arXiv id, DOI or address");
  const bool by_author = scalar_text(child(&entry, "matched_by")) == "author";
  for (const std::string key : {"id", "title", "authors", "abstract", "scores", "topic"}) {
    if (child(&entry, key) != nullptr || (key == "scores" && by_author))
      continue;
    ++report.missing[key];
    if (key == "title")
      diagnostics.warning(entry.span(), "missing-field", "this paper has no `" + key + "`");
    else if (key == "id" || key == "authors" || key == "abstract")
      diagnostics.note(entry.span(), "missing-field", "this paper has no `" + key + "`");
  }
  for (const char* key : {"title", "authors", "abstract"})
    if (const value::Value* text = child(&entry, key))
      check_tex(*text, key, diagnostics);
}

std::vector<ContentFile> Survey::untitled() const {
  std::vector<ContentFile> files;
  for (const auto& [path, papers] : untitled_) {
    value::Array entries;
    for (const auto& [name, id] : papers)
      if (!titled_.contains(name))
        entries.push_back(Mapping().set("id", text_value(id)).set("title", text_value(id)).build());
    if (!entries.empty())
      files.push_back({path, Mapping().set("papers", list_value(std::move(entries))).build(), std::nullopt});
  }
  return files;
}

}  // namespace paperboy::importers
