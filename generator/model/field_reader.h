#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/date.h"
#include "base/diagnostic.h"
#include "model/paper.h"
#include "model/site.h"
#include "value/value.h"

namespace paperboy::model {

// What a reader of content files needs to know beside the file.
struct ReadContext {
  const Site& site;
  std::string language;  // of the file's plain texts; empty: any
  base::Diagnostics& diagnostics;
};

// The span narrowed to `text` where the source holds it in one piece, so that an offset into the text is
// an offset into the file; else the span as it is.
base::SourceSpan exact_span(base::SourceSpan span, std::string_view text);
// The text of a scalar with the white space around it removed.
Located located_text(const value::Value& value);
// Whether a mapping's keys are all languages of the site: then it says something once a language.
bool is_by_language(const value::Object& object, const Site& site);
// A non-negative integer or a finite number, whole text; nothing otherwise.
std::optional<std::int64_t> parse_count(std::string_view text);
std::optional<double> parse_number(std::string_view text);
// "known: `a`, `b`", or the nearest name when one is near.
std::string name_hint(std::string_view word, const std::vector<std::string_view>& known);

// Reads the fields of one mapping. What is of the wrong kind is reported at its place and read as absent, so
// that all errors of a file are found in one run. The keys asked for are the known ones: finish() reports
// all others.
class FieldReader {
 public:
  template <typename T>
  using Names = std::initializer_list<std::pair<std::string_view, T>>;

  // `what` names the mapping in messages: "an entry". The value must be a mapping; if it is not, that is
  // reported and every field is absent.
  FieldReader(const value::Value& value, std::string what, ReadContext& context);

  bool is_mapping() const { return object_ != nullptr; }
  // The value of a key; null when absent or given without a value.
  const value::Value* find(std::string_view key);
  // Also for a key that was given without a value.
  const value::Member* find_member(std::string_view key);

  std::optional<Located> text(std::string_view key);
  std::string plain_text(std::string_view key);
  std::string required_text(std::string_view key);
  // One text, or a mapping from language to text.
  LocatedText localized(std::string_view key);
  Text localized_plain(std::string_view key);
  std::optional<std::int64_t> count(std::string_view key);
  std::optional<bool> truth(std::string_view key);
  std::optional<base::Date> date(std::string_view key);
  std::vector<Located> texts(std::string_view key);
  // Elements of a list; null with a report when it is none.
  const value::Array* list(std::string_view key);
  const value::Value* mapping(std::string_view key);
  // One of some names.
  template <typename T>
  std::optional<T> choice(std::string_view key, Names<T> names) {
    const value::Value* found = find(key);
    if (found == nullptr)
      return std::nullopt;
    std::vector<std::string_view> known;
    const std::string given = scalar_text(*found, key);
    for (const auto& [name, meaning] : names) {
      if (name == given)
        return meaning;
      known.push_back(name);
    }
    if (found->scalar() != nullptr)
      report_choice(*found, key, given, known);
    return std::nullopt;
  }

  // A required key that is absent, reported at the mapping by finish(): not when its value is of the wrong
  // kind or its name is misspelt, which is reported anyway.
  void report_missing(std::string_view key);
  // Reports keys nobody asked for, and required ones that are missing.
  void finish();
  // The member that was probably meant to be `key`, which is absent; null when there is none. Best asked
  // after finish(), when all keys are known.
  const value::Member* find_misspelt(std::string_view key) const;

  // A list of texts; elements of other kinds are reported.
  static std::vector<Located> read_texts(const value::Value& value, std::string_view key,
                                         ReadContext& context);
  // One text or a mapping from language to text.
  static LocatedText read_localized(const value::Value& value, std::string_view key, ReadContext& context);

 private:
  std::string scalar_text(const value::Value& value, std::string_view key);
  void report_choice(const value::Value& value, std::string_view key, std::string_view given,
                     const std::vector<std::string_view>& known);

  const value::Object* object_ = nullptr;
  base::SourceSpan span_;
  std::string what_;
  ReadContext& context_;
  std::vector<std::string> known_;
  std::vector<std::string> missing_;
};

// The values of a text in all its variants without their places.
Text without_places(const LocatedText& text);
// Reports an unknown language code with the known ones.
void report_unknown_language(std::string_view code, base::SourceSpan span, ReadContext& context);
void report_wrong_kind(const value::Value& value, std::string_view key, std::string_view wanted,
                       base::Diagnostics& diagnostics);

}  // namespace paperboy::model
