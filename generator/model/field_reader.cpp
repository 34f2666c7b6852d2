#include "model/field_reader.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>

#include "base/text.h"
#include "model/written_form.h"

namespace paperboy::model {
namespace {

constexpr std::size_t kMostNamesInHint = 12;

std::string quoted(std::string_view name) {
  return "`" + std::string(name) + "`";
}

// What stands where a text belongs and was reported for that already.
bool is_unreadable_text(const value::Value& value) {
  return value.array() != nullptr || (value.object() != nullptr && value.object()->size() > 0);
}

}  // namespace

base::SourceSpan exact_span(base::SourceSpan span, std::string_view text) {
  if (!span || text.empty())
    return span;
  const std::size_t at = span.text().find(text);
  if (at == std::string_view::npos)
    return span;
  const std::uint32_t begin = span.begin + static_cast<std::uint32_t>(at);
  return {span.source, begin, begin + static_cast<std::uint32_t>(text.size())};
}

Located located_text(const value::Value& value) {
  const value::Scalar* scalar = value.scalar();
  if (scalar == nullptr)
    return {};
  const std::string_view text = base::trim(scalar->text);
  return {std::string(text), exact_span(value.span(), text)};
}

bool is_by_language(const value::Object& object, const Site& site) {
  if (object.size() == 0)
    return false;
  return std::all_of(object.members().begin(), object.members().end(), [&](const value::Member& member) {
    return std::find(site.languages.begin(), site.languages.end(), member.key) != site.languages.end();
  });
}

std::optional<std::int64_t> parse_count(std::string_view text) {
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size() || number < 0)
    return std::nullopt;
  return number;
}

std::optional<double> parse_number(std::string_view text) {
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(number))
    return std::nullopt;
  return number;
}

std::string name_hint(std::string_view word, const std::vector<std::string_view>& known) {
  if (const std::optional<std::string> near = base::nearest(word, known))
    return "did you mean " + quoted(*near) + "?";
  if (known.empty())
    return {};
  std::string hint = "known: ";
  for (std::size_t i = 0; i < known.size() && i < kMostNamesInHint; ++i)
    hint += (i == 0 ? "" : ", ") + quoted(known[i]);
  if (known.size() > kMostNamesInHint)
    hint += " and " + std::to_string(known.size() - kMostNamesInHint) + " more";
  return hint;
}

void report_unknown_language(std::string_view code, base::SourceSpan span, ReadContext& context) {
  if (!context.site.languages_are_known)
    return;
  const std::vector<std::string_view> known(context.site.languages.begin(), context.site.languages.end());
  context.diagnostics.error(span, "unknown-language", quoted(code) + " is not a language of this site",
                            name_hint(code, known));
}

void report_wrong_kind(const value::Value& value, std::string_view key, std::string_view wanted,
                       base::Diagnostics& diagnostics) {
  diagnostics.error(
      value.span(), "wrong-kind",
      quoted(key) + " must be " + std::string(wanted) + ", not " + std::string(value.kind_name()),
      form_of(key, wanted, value));
}

Text without_places(const LocatedText& text) {
  Text plain;
  for (const LocatedText::Variant& variant : text.variants()) plain.set(variant.language, variant.value.text);
  return plain;
}

FieldReader::FieldReader(const value::Value& value, std::string what, ReadContext& context)
    : object_(value.object()), span_(value.span()), what_(std::move(what)), context_(context) {
  if (object_ == nullptr)
    context_.diagnostics.error(value.span(), "wrong-kind",
                               what_ + " must be a mapping, not " + std::string(value.kind_name()),
                               form_of_mapping(what_, value));
}

const value::Member* FieldReader::find_member(std::string_view key) {
  if (std::find(known_.begin(), known_.end(), key) == known_.end())
    known_.emplace_back(key);
  return object_ == nullptr ? nullptr : object_->find_member(key);
}

const value::Value* FieldReader::find(std::string_view key) {
  const value::Member* member = find_member(key);
  return member == nullptr || member->value.is_null() ? nullptr : &member->value;
}

std::string FieldReader::scalar_text(const value::Value& value, std::string_view key) {
  if (value.scalar() == nullptr) {
    report_wrong_kind(value, key, "a text", context_.diagnostics);
    return {};
  }
  return std::string(base::trim(value.scalar()->text));
}

std::optional<Located> FieldReader::text(std::string_view key) {
  const value::Value* found = find(key);
  if (found == nullptr)
    return std::nullopt;
  if (found->scalar() == nullptr) {
    report_wrong_kind(*found, key, "a text", context_.diagnostics);
    return std::nullopt;
  }
  return located_text(*found);
}

std::string FieldReader::plain_text(std::string_view key) {
  std::optional<Located> found = text(key);
  return found ? std::move(found->text) : std::string();
}

std::string FieldReader::required_text(std::string_view key) {
  std::string found = plain_text(key);
  if (found.empty())
    report_missing(key);
  return found;
}

LocatedText FieldReader::read_localized(const value::Value& value, std::string_view key,
                                        ReadContext& context) {
  LocatedText result;
  if (value.scalar() != nullptr) {
    Located text = located_text(value);
    if (!text.text.empty())
      result.set(context.language, std::move(text));
    return result;
  }
  if (value.object() == nullptr) {
    report_wrong_kind(value, key, "a text or a mapping from language to text", context.diagnostics);
    return result;
  }
  for (const value::Member& member : value.object()->members()) {
    const std::vector<std::string>& languages = context.site.languages;
    if (std::find(languages.begin(), languages.end(), member.key) == languages.end())
      report_unknown_language(member.key, member.key_span, context);
    else if (member.value.scalar() == nullptr && !member.value.is_null())
      report_wrong_kind(member.value, std::string(key) + "." + member.key, "a text", context.diagnostics);
    else if (Located text = located_text(member.value); !text.text.empty())
      result.set(member.key, std::move(text));
  }
  return result;
}

LocatedText FieldReader::localized(std::string_view key) {
  const value::Value* found = find(key);
  return found == nullptr ? LocatedText() : read_localized(*found, key, context_);
}

Text FieldReader::localized_plain(std::string_view key) {
  return without_places(localized(key));
}

std::optional<std::int64_t> FieldReader::count(std::string_view key) {
  const std::optional<Located> given = text(key);
  if (!given)
    return std::nullopt;
  const std::optional<std::int64_t> number = parse_count(given->text);
  if (!number)
    context_.diagnostics.error(
        given->span, "bad-number",
        quoted(key) + " must be a whole number of at least 0, not \"" + given->text + "\"");
  return number;
}

std::optional<bool> FieldReader::truth(std::string_view key) {
  return choice<bool>(key, {{"true", true}, {"false", false}});
}

std::optional<base::Date> FieldReader::date(std::string_view key) {
  const std::optional<Located> given = text(key);
  if (!given)
    return std::nullopt;
  const std::optional<base::Date> date = base::parse_date(given->text);
  if (!date)
    context_.diagnostics.error(given->span, "bad-date",
                               "\"" + given->text + "\" is not a date of the calendar",
                               "write it as 2026-05-06");
  return date;
}

std::vector<Located> FieldReader::read_texts(const value::Value& value, std::string_view key,
                                             ReadContext& context) {
  std::vector<Located> result;
  if (value.array() == nullptr) {
    report_wrong_kind(value, key, "a list of texts", context.diagnostics);
    return result;
  }
  for (const value::Value& element : *value.array()) {
    if (element.scalar() == nullptr && !element.is_null())
      context.diagnostics.error(
          element.span(), "wrong-kind",
          "an item of " + quoted(key) + " must be a text, not " + std::string(element.kind_name()),
          form_of(key, "a text", element));
    else
      result.push_back(element.is_null() ? Located{"", element.span()} : located_text(element));
  }
  return result;
}

std::vector<Located> FieldReader::texts(std::string_view key) {
  const value::Value* found = find(key);
  return found == nullptr ? std::vector<Located>() : read_texts(*found, key, context_);
}

const value::Array* FieldReader::list(std::string_view key) {
  const value::Value* found = find(key);
  if (found == nullptr)
    return nullptr;
  if (found->array() == nullptr)
    report_wrong_kind(*found, key, "a list", context_.diagnostics);
  return found->array();
}

const value::Value* FieldReader::mapping(std::string_view key) {
  const value::Value* found = find(key);
  if (found == nullptr)
    return nullptr;
  if (found->object() == nullptr)
    report_wrong_kind(*found, key, "a mapping", context_.diagnostics);
  return found->object() == nullptr ? nullptr : found;
}

void FieldReader::report_choice(const value::Value& value, std::string_view key, std::string_view given,
                                const std::vector<std::string_view>& known) {
  context_.diagnostics.error(value.span(), "unknown-value",
                             "\"" + std::string(given) + "\" is not a value of " + quoted(key),
                             name_hint(given, known));
}

void FieldReader::report_missing(std::string_view key) {
  missing_.emplace_back(key);
}

const value::Member* FieldReader::find_misspelt(std::string_view key) const {
  if (object_ == nullptr || object_->find_member(key) != nullptr)
    return nullptr;
  const std::vector<std::string_view> known(known_.begin(), known_.end());
  for (const value::Member& member : object_->members())
    if (std::find(known.begin(), known.end(), member.key) == known.end() &&
        base::nearest(member.key, known) == key)
      return &member;
  return nullptr;
}

void FieldReader::finish() {
  if (object_ == nullptr)
    return;
  const std::vector<std::string_view> known(known_.begin(), known_.end());
  for (const value::Member& member : object_->members())
    if (std::find(known.begin(), known.end(), member.key) == known.end())
      context_.diagnostics.error(member.key_span, "unknown-key",
                                 quoted(member.key) + " is not a key of " + what_,
                                 name_hint(member.key, known));
  for (const std::string& key : missing_) {
    const value::Member* member = object_->find_member(key);
    const bool wrong_kind = member != nullptr && is_unreadable_text(member->value);
    if (!wrong_kind && find_misspelt(key) == nullptr)
      context_.diagnostics.error(member != nullptr ? member->key_span : span_, "missing-key",
                                 what_ + " needs " + quoted(key));
  }
}

}  // namespace paperboy::model
