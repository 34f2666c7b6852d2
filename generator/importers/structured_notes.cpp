#include "importers/structured_notes.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/text.h"
#include "value/read.h"

namespace paperboy::importers {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 7> kLanguages = {{{"Chinese", "zh"},
                                                                                      {"English", "en"},
                                                                                      {"Japanese", "ja"},
                                                                                      {"Korean", "ko"},
                                                                                      {"French", "fr"},
                                                                                      {"German", "de"},
                                                                                      {"Spanish", "es"}}};

// The languages that pages can speak.
constexpr std::string_view kSpoken[] = {"zh", "en"};

// `2026-07-01_AI_enhanced_Chinese.jsonl` → "zh", when the site has that language; else its notes stand for
// all languages.
std::string_view notes_language(const base::Source& source, const model::Site& site) {
  for (const auto& [name, code] : kLanguages) {
    const bool known = std::find(site.languages.begin(), site.languages.end(), code) != site.languages.end();
    if (known && base::ends_with(source.path(), "_" + std::string(name) + ".jsonl"))
      return code;
  }
  return {};
}

class DayReader {
 public:
  explicit DayReader(Context& context) : context_(context), day_(imported_) {}

  void read_file(const base::Source& source) {
    const std::string_view language = notes_language(source, context_.site);
    if (!span_)
      span_ = {&source, 0, 0};
    const std::vector<value::Value> lines = value::read_json_lines(source, context_.diagnostics);
    keep_broken_lines(source, lines);
    for (const value::Value& line : lines) read_line(line, language);
  }

  Imported take(base::Date date) {
    Mapping edition;
    edition.set("papers", list_value(day_.take_entries()));
    edition.set("extra", Mapping().set("unparsed", list_value(std::move(unparsed_))).build());
    imported_.files.push_back(edition_file(context_.series.id, date, edition.build(span_)));
    return std::move(imported_);
  }

 private:
  void read_line(const value::Value& line, std::string_view language) {
    if (line.object() == nullptr || line.object()->size() == 0) {
      context_.diagnostics.warning(line.span(), "unparsed-line",
                                   "this line is no paper; it is kept under `extra`");
      unparsed_.push_back(line);
      return;
    }
    const base::SourceSpan first = day_.add(read_notes_line(line, language));
    if (first && first.source == line.span().source)
      report_repeat(line.span(), first);
  }

  // Their mistakes are reported by the reader; their text is kept as it stands.
  void keep_broken_lines(const base::Source& source, const std::vector<value::Value>& read) {
    std::uint32_t begin = 0;
    auto next = read.begin();
    for (const std::string_view text : base::split(source.text(), '\n')) {
      const auto end = static_cast<std::uint32_t>(begin + text.size());
      const bool is_read = next != read.end() && next->span().begin < end;
      if (is_read)
        ++next;
      else if (!base::trim(text).empty())
        unparsed_.push_back(text_value(std::string(base::trim(text)), {&source, begin, end}));
      begin = end + 1;
    }
  }

  void report_repeat(base::SourceSpan line, base::SourceSpan first) {
    base::Diagnostic note;
    note.severity = base::Severity::Note;
    note.code = "repeated-paper";
    note.message = "this paper is already in line " +
                   std::to_string(first.source->position(first.begin).line) +
                   " of this file; the two became one entry";
    note.span = {line.source, line.begin, line.begin};
    note.related = {{"the first one", {first.source, first.begin, first.begin}}};
    context_.diagnostics.add(std::move(note));
  }

  Context& context_;
  Imported imported_;
  NotesDay day_;
  value::Array unparsed_;
  base::SourceSpan span_;
};

class StructuredNotes : public Format {
 public:
  std::string_view name() const override { return "structured-notes"; }

  bool recognises(const InputFile& file) const override {
    if (!base::ends_with(file.path, ".jsonl"))
      return false;
    const auto has = [&](std::string_view part) { return file.head.find(part) != std::string::npos; };
    return (base::trim(file.head).empty() && find_date(file.name())) ||
           (has("\"id\"") && has("\"title\"") && (has("\"summary\"") || has("\"AI\"")));
  }

  std::vector<InputFile> parts_of(const InputFile& file, base::Diagnostics& diagnostics) const override {
    const bool is_one_day = find_date(file.name()) && file.bytes <= value::Limits{}.bytes;
    return is_one_day ? std::vector<InputFile>{file} : split_by_day(file, diagnostics);
  }

  SeriesSettings series() const override {
    SeriesSettings settings;
    settings.id = "notes";
    settings.title = "每日论文笔记";
    settings.edition_title = "每日论文笔记 {date}";
    settings.language = "zh";
    return settings;
  }

  std::string language_of(const base::Source& source) const override {
    for (const auto& [name, code] : kLanguages)
      if (base::ends_with(source.path(), "_" + std::string(name) + ".jsonl") &&
          std::find(std::begin(kSpoken), std::end(kSpoken), code) != std::end(kSpoken))
        return std::string(code);
    return {};
  }

  Imported read(const Group& group, Context& context) const override {
    const std::optional<base::Date> date = base::parse_date(group.key);
    if (!date) {
      for (const base::Source* source : group.files)
        context.diagnostics.error_at(source->path(), "undated-input",
                                     "nothing tells of which day this file is",
                                     "put the date into its name: 2026-05-06.jsonl");
      return {};
    }
    DayReader reader(context);
    for (const base::Source* source : group.files) reader.read_file(*source);
    return reader.take(*date);
  }
};

}  // namespace

const Format& structured_notes_format() {
  static const StructuredNotes format;
  return format;
}

}  // namespace paperboy::importers
