#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "base/text.h"
#include "importers/topic_scored_md.h"

namespace paperboy::importers {
namespace {

// `**Token**`, `*[gpt-5]*` without the marks around it.
base::SourceSpan without_marks(base::SourceSpan cell) {
  base::SourceSpan inner = trimmed(cell);
  const std::string_view text = inner.text();
  const std::size_t first = text.find_first_not_of("*_`[] ");
  if (first == std::string_view::npos)
    return piece(inner, 0, 0);
  return piece(inner, first, text.find_last_not_of("*_`[] ") + 1 - first);
}

bool is_rule(std::string_view text) {
  return text.find_first_not_of("|-: \t") == std::string_view::npos;
}

struct HtmlCell {
  base::SourceSpan text;
  std::size_t rows = 1;
  bool heads = false;
  bool begins_row = false;
};

std::size_t rows_of(std::string_view tag) {
  constexpr std::string_view kName = "rowspan=\"";
  const std::size_t at = tag.find(kName);
  if (at == std::string_view::npos)
    return 1;
  const char digit = tag.substr(at + kName.size(), 1).empty() ? '1' : tag[at + kName.size()];
  return digit >= '1' && digit <= '9' ? static_cast<std::size_t>(digit - '0') : 1;
}

// The texts between tags, each with the cell it stands in.
std::vector<HtmlCell> html_cells(base::SourceSpan table) {
  std::vector<HtmlCell> cells;
  bool begins_row = false;
  const std::string_view all = table.text();
  HtmlCell open;
  for (std::size_t at = 0; at < all.size();) {
    const std::size_t tag = std::min(all.find('<', at), all.size());
    if (const base::SourceSpan text = trimmed(piece(table, at, tag - at)); !text.text().empty()) {
      open.text = text;
      cells.push_back(open);
      open.begins_row = false;
    }
    const std::size_t end = std::min(all.find('>', tag), all.size());
    const std::string_view name = all.substr(tag, end - tag);
    if (base::starts_with(name, "<tr"))
      begins_row = true;
    if (base::starts_with(name, "<td") || base::starts_with(name, "<th ") || name == "<th") {
      open = {{}, rows_of(name), base::starts_with(name, "<th"), std::exchange(begins_row, false)};
    }
    at = end + 1;
  }
  return cells;
}

}  // namespace

void UsageTable::add_structure(base::SourceSpan all, const std::vector<base::SourceSpan>& data) {
  std::uint32_t at = all.begin;
  for (const base::SourceSpan& span : data) {
    imported_.structure.push_back({all.source, at, span.begin});
    at = span.end;
  }
  imported_.structure.push_back({all.source, at, all.end});
}

void UsageTable::set_cell(const std::string& row, const std::string& column, base::SourceSpan cell) {
  const std::string name = column + "_" + (row == "cost" ? "cost" : "tokens");
  constexpr std::array kRunKeys = {"prompt_tokens", "completion_tokens", "total_tokens",
                                   "prompt_cost",   "completion_cost",   "total_cost"};
  if (column == "model")
    place(run_, "model", text_of(cell));
  else if (std::find(kRunKeys.begin(), kRunKeys.end(), name) != kRunKeys.end())
    place(run_, name, number_of(cell));
  else if (column == "total arxiv" || column == "scanned" || column == "relevant")
    place(counts_, column == "total arxiv" ? "total" : column, number_of(cell));
  else
    place(other_, std::string(base::trim(row + " " + column)), text_of(cell));
}

// Damaged tables fill a cell twice: what comes second is kept as it was named.
void UsageTable::place(Mapping& known, const std::string& key, value::Value value) {
  if (known.find(key) == nullptr)
    known.set(key, std::move(value));
  else
    other_.set(other_.unused(key), std::move(value));
}

bool UsageTable::read_markdown_row(base::SourceSpan line) {
  if (is_rule(line.text()))
    return true;
  std::vector<base::SourceSpan> cells;
  std::size_t at = 0;
  for (const std::string_view part : base::split(line.text(), '|')) {
    cells.push_back(without_marks(piece(line, at, part.size())));
    at += part.size() + 1;
  }
  if (cells.size() < 3)
    return false;
  std::vector<base::SourceSpan> data;
  const bool heads = columns_.empty();
  std::string row = base::to_lower_ascii(cells[1].text());
  for (std::size_t i = 1; i < cells.size(); ++i) {
    const std::string name = base::to_lower_ascii(cells[i].text());
    const bool is_model = heads && i == 1 && !name.empty();
    if (heads)
      columns_.push_back(name);
    const bool is_data = !heads && i > 1 && i <= columns_.size() && !name.empty();
    if (is_model)
      place(run_, "model", text_of(cells[i]));
    if (is_data)
      set_cell(row, columns_[i - 1], cells[i]);
    if (is_model || is_data)
      data.push_back(cells[i]);
  }
  add_structure(line, data);
  return true;
}

void UsageTable::read_html(base::SourceSpan table) {
  std::vector<std::string> columns;
  std::vector<base::SourceSpan> data;
  std::map<std::size_t, std::size_t> taken;  // column → rows for which a cell above still stands there
  std::size_t column = 0;
  std::string row;
  for (const HtmlCell& cell : html_cells(table)) {
    const std::string name = base::to_lower_ascii(cell.text.text());
    if (cell.heads) {
      if (name != "usage" && name != "papers")
        columns.push_back(name);
      continue;
    }
    if (cell.begins_row) {
      column = 0;
      for (auto& [at, rows] : taken) rows -= rows > 0 ? 1 : 0;
    }
    while (taken[column] > 0) ++column;
    taken[column] = cell.rows;
    const std::string head = column < columns.size() ? columns[column] : "column " + std::to_string(column);
    ++column;
    if (head == "metric") {
      row = name;
      continue;
    }
    if (head == "model" && !run_.empty())
      runs_.push_back(std::exchange(run_, Mapping()).build());
    set_cell(row, head, cell.text);
    data.push_back(cell.text);
  }
  add_structure(table, data);
}

bool UsageTable::read_count_line(base::SourceSpan line) {
  const std::string lower = base::to_lower_ascii(line.text());
  for (const auto& [label, key] :
       {std::pair("total arxiv papers:", "total"), std::pair("total scanned papers:", "scanned"),
        std::pair("total relevant papers:", "relevant")}) {
    if (!base::starts_with(lower, label))
      continue;
    const base::SourceSpan count = trimmed(piece(line, std::string_view(label).size()));
    imported_.structure.push_back(piece(line, 0, std::string_view(label).size()));
    if (count.text().empty())
      return true;
    if (counts_.find(key) != nullptr ||
        count.text().find_first_not_of("0123456789") != std::string_view::npos)
      place(other_, label, text_of(count));
    else
      counts_.set(key, number_of(count));
    return true;
  }
  return false;
}

void UsageTable::fill(Mapping& edition) const {
  value::Array runs = runs_;
  if (!run_.empty())
    runs.push_back(run_.build());
  edition.set("runs", list_value(std::move(runs))).set("counts", counts_.build());
  if (!other_.empty())
    edition.set("extra", Mapping().set("usage_table", other_.build()).build());
}

}  // namespace paperboy::importers
