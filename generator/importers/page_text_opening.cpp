#include <algorithm>
#include <array>

#include "base/text.h"
#include "importers/page_text.h"

namespace paperboy::importers {
namespace {

constexpr std::array<std::string_view, 12> kTableWords = {"Model",   "Metric",     "Usage",  "Papers",
                                                          "Prompt",  "Completion", "Total",  "arXiv",
                                                          "Scanned", "Relevant",   "Tokens", "Cost"};

std::vector<Piece> words_of(Piece line) {
  std::vector<Piece> words;
  const std::string_view text = line.text();
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find_first_of(" \t|", at), text.size());
    if (end > at)
      words.push_back(line.sub(at, end - at));
    at = end + 1;
  }
  return words;
}

bool is_number(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789,.") == std::string_view::npos;
}

bool is_table_word(Piece word) {
  return std::find(kTableWords.begin(), kTableWords.end(), word.text()) != kTableWords.end();
}

value::Value number_of(Piece piece) {
  return plain_value(base::replace_all(std::string(piece.text()), ",", ""), piece.span());
}

}  // namespace

bool PageOpening::read(Piece line) {
  if (read_neighbour(line) || read_table_head(line) || read_count(line))
    return true;
  const std::vector<Piece> words = words_of(line);
  return read_tokens(words) || read_costs(words);
}

bool PageOpening::read_neighbour(Piece line) {
  const std::array<std::pair<std::string_view, std::string_view>, 3> labels = {
      {{"Previous Day", "previous_day"}, {"Monthly Overview", "month"}, {"Next Day", "next_day"}}};
  for (const auto& [label, key] : labels) {
    if (!base::starts_with(line.text(), label))
      continue;
    const Piece value = line.after(label.size());
    out_.structure(line.before(label.size()));
    if (key == "month" && value.text() == base::to_string(date_).substr(0, 7))
      out_.structure(value);  // says the page's own month
    else
      neighbours_.set(key, text_of(value));
    return true;
  }
  return false;
}

// "Prompt Completion Total", "[gpt-5] Prompt Completion Total".
bool PageOpening::read_table_head(Piece line) {
  std::vector<Piece> words = words_of(line);
  Piece model;
  if (const std::size_t close = line.text().find(']');
      line.text().front() == '[' && close != std::string_view::npos) {
    model = line.sub(1, close - 1);
    words = words_of(line.after(close + 1));
  }
  if (words.size() < 3 || !std::all_of(words.begin(), words.end(), is_table_word))
    return false;
  for (const Piece word : words) out_.structure(word);
  if (!model.empty()) {
    end_run();
    run_.set("model", text_of(model));
  }
  return true;
}

// "gpt-5.4 Tokens 345841 32850 378691 906 582 35", "Token 46955 48700 95655".
bool PageOpening::read_tokens(const std::vector<Piece>& words) {
  const auto label = std::find_if(words.begin(), words.end(), [](Piece word) {
    return word.text() == "Tokens" || word.text() == "Token";
  });
  const std::vector<Piece> numbers(label == words.end() ? label : label + 1, words.end());
  const bool all =
      std::all_of(numbers.begin(), numbers.end(), [](Piece word) { return is_number(word.text()); });
  if (!all || (numbers.size() != 3 && (numbers.size() != 6 || !counts_.empty())))
    return false;
  out_.structure(*label);
  if (label != words.begin()) {
    end_run();
    const base::SourceSpan first = words.front().span();
    run_.set("model", text_of(Piece({first.source, first.begin, (label - 1)->span().end})));
  }
  constexpr std::array<std::string_view, 3> kTokens = {"prompt_tokens", "completion_tokens", "total_tokens"};
  constexpr std::array<std::string_view, 3> kCounts = {"total", "scanned", "relevant"};
  for (std::size_t i = 0; i < numbers.size(); ++i)
    (i < 3 ? run_ : counts_).set(i < 3 ? kTokens[i] : kCounts[i - 3], number_of(numbers[i]));
  return true;
}

bool PageOpening::read_costs(const std::vector<Piece>& words) {
  if (words.size() != 4 || words[0].text() != "Cost" || run_.find("total_cost") != nullptr)
    return false;
  out_.structure(words[0]);
  run_.set("prompt_cost", text_of(words[1])).set("completion_cost", text_of(words[2]));
  run_.set("total_cost", text_of(words[3]));
  return true;
}

bool PageOpening::read_count(Piece line) {
  const std::array<std::pair<std::string_view, std::string_view>, 3> labels = {
      {{"Total arXiv papers:", "total"},
       {"Total scanned papers:", "scanned"},
       {"Total relevant papers:", "relevant"}}};
  for (const auto& [label, key] : labels)
    if (base::starts_with(line.text(), label) && is_number(line.after(label.size()).text()) &&
        counts_.find(key) == nullptr) {
      out_.structure(line.before(label.size()));
      counts_.set(key, number_of(line.after(label.size())));
      return true;
    }
  return false;
}

void PageOpening::end_run() {
  if (!run_.empty())
    runs_.push_back(std::exchange(run_, Mapping()).build());
}

void PageOpening::finish() {
  end_run();
  out_.edition().set("runs", list_value(std::move(runs_))).set("counts", counts_.build());
}

}  // namespace paperboy::importers
