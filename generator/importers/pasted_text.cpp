#include "importers/pasted_text.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "model/paper_id.h"

namespace paperboy::importers {
namespace {

constexpr std::string_view kTermSeparators[] = {"·", "、", "；", ";", "，", ","};

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_han(char32_t character) {
  return (character >= 0x4E00 && character <= 0x9FFF) || (character >= 0x3400 && character <= 0x4DBF);
}

// Where the lines are apart by a blank one, paragraphs are.
std::string_view break_between(Piece first, Piece second) {
  const std::string_view text = first.span().source->text();
  const std::string_view between = text.substr(first.span().end, second.span().begin - first.span().end);
  return std::count(between.begin(), between.end(), '\n') > 1 ? "\n\n" : "\n";
}

std::string fill_pattern(std::string pattern, base::Date date) {
  const std::string iso = base::to_string(date);
  const std::array<std::pair<std::string_view, std::string>, 6> values = {{
      {"{date}", iso},
      {"{year}", iso.substr(0, 4)},
      {"{month}", iso.substr(5, 2)},
      {"{day}", iso.substr(8, 2)},
      {"{month_number}", std::to_string(date.month)},
      {"{day_number}", std::to_string(date.day)},
  }};
  for (const auto& [name, value] : values) pattern = base::replace_all(pattern, name, value);
  return pattern;
}

// The title that pages of the series have when their files say none.
std::string usual_title(const Context& context, std::string_view series, std::string_view language,
                        base::Date date) {
  const model::Series* known = context.site.find_series(series);
  if (known == nullptr)
    return fill_pattern(context.series.edition_title, date);
  const auto* pattern = known->edition_title.best(language);
  return pattern == nullptr ? std::string() : fill_pattern(pattern->value, date);
}

}  // namespace

Piece Piece::sub(std::size_t offset, std::size_t count) const {
  const std::string_view all = text();
  std::size_t begin = std::min(offset, all.size());
  std::size_t end = begin + std::min(count, all.size() - begin);
  while (begin < end && base::is_space(all[begin])) ++begin;
  while (end > begin && base::is_space(all[end - 1])) --end;
  base::SourceSpan span = span_;
  span.end = span.begin + static_cast<std::uint32_t>(end);
  span.begin += static_cast<std::uint32_t>(begin);
  return Piece(span);
}

std::vector<Piece> pasted_lines(const base::Source& source) {
  std::vector<Piece> lines;
  const std::string_view text = source.text();
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    lines.push_back(
        Piece({&source, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}).sub(0));
    begin = end + 1;
  }
  return lines;
}

std::vector<Piece> split(Piece piece, std::string_view separator, Imported& imported) {
  std::vector<Piece> parts;
  const std::string_view text = piece.text();
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end =
        separator.empty() ? text.size() : std::min(text.find(separator, begin), text.size());
    if (const Piece part = piece.sub(begin, end - begin); !part.empty())
      parts.push_back(part);
    if (end < text.size())
      imported.structure.push_back(piece.sub(end, separator.size()).span());
    begin = end + std::max<std::size_t>(separator.size(), 1);
  }
  return parts;
}

std::string_view term_separator(std::string_view text) {
  for (const std::string_view separator : kTermSeparators)
    if (text.find(separator) != std::string_view::npos)
      return separator;
  return {};
}

value::Value text_of(Piece piece) {
  return text_value(base::collapse_spaces(piece.text()), piece.span());
}

value::Value list_of(const std::vector<Piece>& pieces) {
  value::Array elements;
  for (const Piece piece : pieces) elements.push_back(text_of(piece));
  return list_value(std::move(elements));
}

value::Value paragraphs_of(const std::vector<Piece>& lines) {
  if (lines.empty())
    return text_value("");
  std::string text;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (i > 0)
      text += break_between(lines[i - 1], lines[i]);
    text += lines[i].text();
  }
  base::SourceSpan span = lines.front().span();
  span.end = lines.back().span().end;
  return text_value(std::move(text), span);
}

std::string_view language_of(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const base::Decoded decoded = base::decode_utf8(text, at);
    if (is_han(decoded.character))
      return "zh";
    at += decoded.size;
  }
  return "en";
}

std::string_view language_of_file(const base::Source& source) {
  std::string_view stem = source.path();
  stem = stem.substr(0, std::min(stem.rfind('.'), stem.size()));
  for (const std::string_view language : {"zh", "en"})
    if (base::ends_with(stem, "." + std::string(language)))
      return language;
  return language_of(source.text().substr(0, 400));
}

std::optional<Listed> listed(Piece line) {
  const std::string_view text = line.text();
  std::size_t at = 0;
  while (at < text.size() && is_digit(text[at])) ++at;
  if (at == 0 || at > 4)
    return std::nullopt;
  for (const std::string_view mark : {".", "、", ")", "）", "．"})
    if (base::starts_with(text.substr(at), mark)) {
      const std::size_t end = at + mark.size();
      if (mark == "." && end < text.size() && !base::is_space(text[end]))
        return std::nullopt;  // a decimal fraction
      return Listed{line.before(at), line.before(end), line.after(end)};
    }
  return std::nullopt;
}

std::optional<Link> link_line(Piece line) {
  const std::string_view text = line.text();
  std::size_t colon = std::string_view::npos;
  std::size_t width = 0;
  for (const std::string_view mark : {":", "："}) {
    const std::size_t found = text.find(mark);
    if (found < std::min(colon, std::size_t{40}) && text.substr(found, 3) != "://")
      colon = found, width = mark.size();
  }
  Link link;
  if (colon != std::string_view::npos)
    link.label = line.before(colon);
  link.address = line.after(colon == std::string_view::npos ? 0 : colon + width);
  const std::string_view address = link.address.text();
  if (address.size() > 1 && address.front() == '<' && address.back() == '>')
    link.address = link.address.sub(1, address.size() - 2);
  const bool one_word = link.address.text().find_first_of(" \t") == std::string_view::npos;
  const bool is_url =
      base::starts_with(link.address.text(), "http://") || base::starts_with(link.address.text(), "https://");
  if (!one_word || (!is_url && !model::parse_paper_reference(link.address.text())))
    return std::nullopt;
  return link;
}

void PastedEdition::structure(Piece piece) {
  if (!piece.empty())
    imported_.structure.push_back(piece.span());
}

bool PastedEdition::knows_language(std::string_view language) const {
  const std::vector<std::string>& known = context_.site.languages;
  return std::find(known.begin(), known.end(), language) != known.end();
}

value::Value PastedEdition::local(std::string_view language, value::Value value) const {
  return knows_language(language) ? Mapping().set(language, std::move(value)).build() : value;
}

void PastedEdition::unparsed(Piece line) {
  context_.diagnostics.warning(line.span(), "unparsed-line",
                               "this line is no part of the format; it was kept under `extra`");
  unparsed_.push_back(text_of(line));
}

value::Value PastedEdition::id(Piece address) {
  const std::optional<model::PaperReference> reference = model::parse_paper_reference(address.text());
  const std::string_view text = address.text();
  const std::size_t at = reference ? text.find(reference->id.local) : std::string_view::npos;
  if (at == std::string_view::npos || reference->id.scheme != model::IdScheme::Arxiv)
    return text_of(address);
  std::size_t end = at + reference->id.local.size();
  if (reference->version > 0 && end < text.size() && (text[end] == 'v' || text[end] == 'V'))
    for (++end; end < text.size() && is_digit(text[end]);) ++end;
  structure(address.before(at));
  structure(address.after(end));
  return text_of(address.sub(at, end - at));
}

void PastedEdition::authors(Piece names, Mapping& entry) {
  for (const std::string_view cut : {"…", "...", " et al.", " et al", "等"})
    if (base::ends_with(names.text(), cut)) {
      const std::size_t end = names.text().size() - cut.size();
      structure(names.after(end));
      names = names.before(end);
      entry.set("authors_cut", plain_value("true"));
      break;
    }
  const std::string_view comma = names.text().find("、") != std::string_view::npos ? "、" : ",";
  entry.set_empty("authors", list_of(split(names, comma, imported_)));
}

void PastedEdition::number(Piece number, std::size_t place, Mapping& entry) {
  if (number.text() == std::to_string(place))
    structure(number);
  else
    entry.set("number", text_of(number));
}

void PastedEdition::title(Piece line, std::string_view language, base::Date date, std::string_view series) {
  if (base::collapse_spaces(line.text()) == usual_title(context_, series, language, date))
    structure(line);
  else
    edition_.set("title", local(language, text_of(line)));
}

void PastedEdition::finish(const base::Source& source, std::optional<base::Date> date,
                           std::string_view series) {
  if (!date) {
    context_.diagnostics.error_at(source.path(), "undated-input",
                                  "neither the text nor the file's name tells the day of this edition",
                                  "put the date into the file's name: `2026-05-12.txt`");
    return;
  }
  edition_.set("papers", list_value(std::move(papers_)));
  if (!unparsed_.empty()) {
    value::Value* extra = edition_.find("extra");
    Mapping kept = extra == nullptr ? Mapping() : Mapping(*extra->object());
    kept.set("unparsed", list_value(std::move(unparsed_)));
    edition_.set("extra", kept.build());
  }
  imported_.files.push_back(edition_file(series, *date, edition_.build()));
}

bool is_text_file(const InputFile& file) {
  const std::string_view name = file.name();
  return base::ends_with(name, ".txt") || name.find('.') == std::string_view::npos;
}

}  // namespace paperboy::importers
