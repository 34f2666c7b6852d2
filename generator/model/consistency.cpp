#include "model/consistency.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>
#include <string>

#include "base/text.h"
#include "model/entry_check.h"
#include "model/field_reader.h"

namespace paperboy::model {
namespace {

// The abstract up to what may stand behind its last sentence's end: a closing brace of TeX.
std::string_view without_closing_braces(std::string_view text) {
  text = base::trim(text);
  const std::size_t command = text.rfind('\\');
  if (command != std::string_view::npos)
    for (const std::string_view name : {"\\url{", "\\href{", "\\footnote{", "\\texttt{"})
      if (base::starts_with(text.substr(command), name))
        return {};
  while (!text.empty() && text.back() == '}') text = base::trim(text.substr(0, text.size() - 1));
  return text;
}

bool ends_like_a_sentence(std::string_view text) {
  text = without_closing_braces(text);
  if (text.empty())
    return true;
  const std::string_view last_word = text.substr(text.find_last_of(" \n\t(") + 1);
  const std::size_t dot = last_word.find('.');
  if (dot != std::string_view::npos && last_word.find('/', dot) != std::string_view::npos)
    return true;  // an address
  for (const std::string_view ending : {".",  "!",  "?", ";",  ")", "]", "\"", "'",  "$",  "。",
                                        "！", "？", "…", "）", "”", "’", "」", "》", "；", "．"})
    if (base::ends_with(text, ending))
      return true;
  return false;
}

struct Letters {
  std::size_t all = 0;
  std::size_t han = 0;
};

Letters count_letters(std::string_view text) {
  Letters letters;
  for (std::size_t i = 0; i < text.size();) {
    const base::Decoded decoded = base::decode_utf8(text, i);
    const char32_t c = decoded.character;
    const bool latin = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c < 0x2000);
    const bool han = c >= 0x2E80 && c < 0xFF00 && !(c >= 0x3000 && c <= 0x303F);
    letters.all += latin || han ? 1 : 0;
    letters.han += han ? 1 : 0;
    i += decoded.size;
  }
  return letters;
}

class EditionChecker {
 public:
  EditionChecker(const Edition& edition, base::Diagnostics& diagnostics)
      : edition_(edition), diagnostics_(diagnostics) {}

  void check() {
    check_counts();
    for (const Run& run : edition_.runs) check_run(run);
    check_numbers();
    for (const Entry& entry : edition_.entries) {
      check_entry_texts(entry, diagnostics_);
      check_abstracts(entry);
    }
    check_languages();
  }

 private:
  void check_counts() {
    const Counts& counts = edition_.counts;
    const auto papers = static_cast<std::int64_t>(edition_.entries.size());
    if (counts.relevant && *counts.relevant != papers)
      diagnostics_.warning(counts.span, "count-mismatch",
                           "`relevant` is " + std::to_string(*counts.relevant) + " but the edition has " +
                               std::to_string(papers) + (papers == 1 ? " paper" : " papers"));
    if (counts.total && counts.scanned && *counts.scanned > *counts.total)
      diagnostics_.warning(counts.span, "count-mismatch",
                           "more papers were scanned (" + std::to_string(*counts.scanned) +
                               ") than there were (" + std::to_string(*counts.total) + ")");
    if (counts.scanned && counts.relevant && *counts.relevant > *counts.scanned)
      diagnostics_.warning(counts.span, "count-mismatch",
                           "more papers are relevant (" + std::to_string(*counts.relevant) +
                               ") than were scanned (" + std::to_string(*counts.scanned) + ")");
  }

  void check_run(const Run& run) {
    if (run.prompt_tokens && run.completion_tokens && run.total_tokens &&
        *run.total_tokens - *run.prompt_tokens != *run.completion_tokens)
      diagnostics_.warning(run.span, "token-sum",
                           "prompt and completion tokens make " +
                               std::to_string(*run.prompt_tokens + *run.completion_tokens) + ", not " +
                               std::to_string(*run.total_tokens));
    const std::optional<double> prompt = amount(run.prompt_cost);
    const std::optional<double> completion = amount(run.completion_cost);
    const std::optional<double> total = amount(run.total_cost);
    // Costs are rounded one by one, so a cent or two between them is right.
    if (prompt && completion && total && std::abs(*prompt + *completion - *total) > 0.0201)
      diagnostics_.note(
          run.span, "cost-sum",
          "the costs " + run.prompt_cost + " and " + run.completion_cost + " do not make " + run.total_cost);
  }

  static std::optional<double> amount(const std::string& cost) {
    const std::size_t digit = cost.find_first_of("0123456789");
    return digit == std::string::npos
               ? std::nullopt
               : parse_number(base::replace_all(std::string_view(cost).substr(digit), ",", ""));
  }

  void check_numbers() {
    std::vector<std::int64_t> numbers;
    std::map<std::int64_t, const Entry*> seen;
    for (const Entry& entry : edition_.entries) {
      const std::optional<std::int64_t> number = parse_count(entry.number);
      if (!number)
        continue;
      if (!seen.try_emplace(*number, &entry).second)
        diagnostics_.warning(entry.span, "repeated-number", "the number " + entry.number + " is used twice");
      numbers.push_back(*number);
    }
    std::sort(numbers.begin(), numbers.end());
    std::vector<std::string> missing;
    for (std::size_t i = 1; i < numbers.size(); ++i)
      for (std::int64_t gap = numbers[i - 1] + 1; gap < numbers[i] && missing.size() < 20; ++gap)
        missing.push_back(std::to_string(gap));
    if (!missing.empty())
      diagnostics_.warning(edition_.span, "number-gap", "the numbers leave out " + base::join(missing, ", "));
  }

  void check_abstracts(const Entry& entry) {
    if (entry.paper.abstract_cut)
      return;
    for (const LocatedText::Variant& variant : entry.paper.abstract.variants())
      if (!ends_like_a_sentence(variant.value.text))
        diagnostics_.warning(variant.value.span, "abstract-cut",
                             "this abstract ends in the middle: \"…" + last_words(variant.value.text) + "\"",
                             "add the rest, or `abstract_cut: true`");
  }

  static std::string last_words(std::string_view text) {
    std::size_t begin = text.size() > 30 ? text.size() - 30 : 0;
    while (begin > 0 && (static_cast<unsigned char>(text[begin]) & 0xC0) == 0x80) --begin;
    return base::collapse_spaces(text.substr(begin));
  }

  // Prose in another script than its language is written in: a file named after the wrong language.
  void check_languages() {
    for (const auto& variant : edition_.text.variants())
      for (const Located* text : {&variant.value.summary, &variant.value.body, &variant.value.closing})
        check_language(variant.language, *text);
    for (const Entry& entry : edition_.entries)
      for (const LocatedText::Variant& variant : entry.commentary.variants())
        check_language(variant.language, variant.value);
  }

  void check_language(const std::string& language, const Located& text) {
    constexpr std::size_t kFewest = 40;  // fewer letters may be a name or a title alone
    const std::string primary = language.substr(0, language.find('-'));
    const bool han = primary == "zh" || primary == "ja";
    const Letters letters = count_letters(text.text);
    const bool wrong =
        han ? letters.han == 0 : !language.empty() && primary != "ko" && letters.han * 2 > letters.all;
    if (wrong && letters.all >= kFewest)
      diagnostics_.warning(text.span, "language-mismatch", "this text does not look like `" + language + "`",
                           "the language is said by the file's name, as in 2026-05-06.zh.md");
  }

  const Edition& edition_;
  base::Diagnostics& diagnostics_;
};

}  // namespace

void check_edition(const Edition& edition, base::Diagnostics& diagnostics) {
  EditionChecker(edition, diagnostics).check();
}

void check_repeats(const Edition& edition, base::Diagnostics& diagnostics) {
  std::map<std::string, const Entry*> first;
  for (const Entry& entry : edition.entries) {
    const auto [known, is_new] = first.try_emplace(entry.paper.id.canonical(), &entry);
    if (is_new)
      continue;
    base::Diagnostic twice;
    twice.code = "duplicate-paper";
    twice.message = "`" + entry.paper.id.canonical() + "` is in this edition twice";
    twice.span = entry.paper.span;
    twice.hint = "an address, a version and an id may all name the same paper";
    twice.related = {{"first here", known->second->paper.span}};
    diagnostics.add(std::move(twice));
  }
}

}  // namespace paperboy::model
