#include <algorithm>
#include <array>

#include "base/text.h"
#include "importers/topic_scored_md.h"
#include "model/field_reader.h"
#include "model/paper_id.h"

namespace paperboy::importers {
namespace {

constexpr std::size_t kLongestLabel = 40;

struct Field {
  std::string label;  // in lower case
  base::SourceSpan label_span;
  base::SourceSpan value;
};

// `**Comment:** …` at `at`; nothing when no label stands there.
std::optional<Field> read_label(base::SourceSpan line) {
  const std::string_view text = line.text();
  if (!base::starts_with(text, "**"))
    return std::nullopt;
  const std::size_t end = text.find(":**");
  if (end == std::string_view::npos || end > kLongestLabel)
    return std::nullopt;
  return Field{base::to_lower_ascii(text.substr(2, end - 2)), piece(line, 0, end + 3),
               trimmed(piece(line, end + 3))};
}

// `**Relevance:** 9 **Novelty:** 8`: short facts may share a line.
std::vector<Field> read_labels(base::SourceSpan line) {
  std::vector<Field> fields;
  std::optional<Field> field = read_label(line);
  while (field) {
    const bool is_short = field->label == "relevance" || field->label == "novelty";
    const std::size_t mark = is_short ? field->value.text().find("**") : std::string_view::npos;
    std::optional<Field> next;
    if (mark != std::string_view::npos)
      next = read_label(piece(field->value, mark));
    if (next)
      field->value = trimmed(piece(field->value, 0, mark));
    fields.push_back(*field);
    field = next;
  }
  return fields;
}

class PaperReader {
 public:
  PaperReader(ScoredTopics& topics, const Context& context, Imported& imported)
      : topics_(topics), context_(context), imported_(imported) {}

  value::Value read(const LinkLine& heading, const std::vector<base::SourceSpan>& lines) {
    entry_.set("title", text_of(heading.title));
    for (const base::SourceSpan& line : lines) read_line(trimmed(line));
    for (const Field& field : fields_) set_field(field);
    set_address(heading.target);
    const value::Value* comment = entry_.find("comment");
    if (entry_.find("scores") == nullptr &&
        base::starts_with(base::to_lower_ascii(scalar_text(comment)), "author match"))
      entry_.set("matched_by", text_value("author"));
    entry_.set("links", links_.build());
    extra_.set("unparsed", list_value(std::move(unparsed_)));
    entry_.set("extra", extra_.build());
    return entry_.build(heading.title);
  }

 private:
  // A line without label goes on with the field above.
  void read_line(base::SourceSpan line) {
    if (line.text().empty())
      return;
    const std::vector<Field> fields = read_labels(line);
    if (!fields.empty()) {
      fields_.insert(fields_.end(), fields.begin(), fields.end());
    } else if (!fields_.empty()) {
      base::SourceSpan& value = fields_.back().value;
      value = value.text().empty() ? line : through(value, line);
    } else {
      context_.diagnostics.warning(line, "unparsed-line",
                                   "this line is no field of a paper; it is kept under `extra`");
      unparsed_.push_back(text_of(line));
    }
  }

  void set_field(const Field& field) {
    if (!field.value.text().empty() && !set_known(field))
      set_other(field);
    else
      imported_.structure.push_back(field.label_span);
  }

  bool set_known(const Field& field) {
    const std::string& label = field.label;
    const std::string key = label == "arxiv id" ? "id" : label == "topic match" ? "topic_match" : label;
    if (label == "relevance" || label == "novelty")
      return set_score(field);
    if (label == "primary topic")
      return set_topic(field.value);
    if (label == "also matches")
      return set_others(field.value);
    constexpr std::array kTexts = {"id", "authors", "abstract", "comment", "topic_match"};
    if (std::find(kTexts.begin(), kTexts.end(), key) == kTexts.end() || entry_.find(key) != nullptr)
      return false;
    entry_.set(key, key == "authors" ? names_of(field.value) : text_of(field.value));
    return true;
  }

  bool set_score(const Field& field) {
    const value::Value* present = entry_.find("scores");
    Mapping scores = present == nullptr ? Mapping() : Mapping(*present->object());
    if (!model::parse_number(field.value.text()) || scores.find(field.label) != nullptr)
      return false;
    scores.set(field.label, number_of(field.value));
    entry_.set("scores", scores.build());
    return true;
  }

  bool set_topic(base::SourceSpan label) {
    const std::optional<std::string> id = topics_.say(label);
    if (!id || entry_.find("topic") != nullptr)
      return false;
    entry_.set("topic", text_value(*id));
    return true;
  }

  bool set_others(base::SourceSpan labels) {
    const std::optional<std::vector<std::string>> ids = topics_.say_all(labels);
    if (!ids || entry_.find("also_matches") != nullptr)
      return false;
    value::Array others;
    for (const std::string& id : *ids) others.push_back(text_value(id));
    entry_.set("also_matches", list_value(std::move(others)));
    return true;
  }

  void set_other(const Field& field) {
    std::string name(field.label_span.text().substr(2, field.label_span.text().size() - 5));
    while (extra_.find(name) != nullptr) name += "_";
    imported_.structure.push_back(field.label_span);
    extra_.set(name, text_of(field.value));
  }

  // The address of the heading says the id again, or is the only one to say it.
  void set_address(base::SourceSpan target) {
    if (target.text().empty() || base::starts_with(target.text(), "#")) {
      imported_.structure.push_back(target);
      return;
    }
    const value::Value* id = entry_.find("id");
    const std::string_view known = scalar_text(id);
    if (!known.empty() && base::ends_with(target.text(), "/" + std::string(known))) {
      const std::size_t prefix = target.text().size() - known.size();
      imported_.structure.push_back(piece(target, 0, prefix));
      imported_.repeats.push_back({piece(target, prefix), id->span()});
    } else if (known.empty() && model::parse_paper_reference(target.text())) {
      entry_.set("id", text_of(target));
    } else if (base::starts_with(target.text(), "http")) {
      links_.set("page", text_of(target));
    } else {
      extra_.set("link", text_of(target));
    }
  }

  ScoredTopics& topics_;
  const Context& context_;
  Imported& imported_;
  std::vector<Field> fields_;
  value::Array unparsed_;
  Mapping entry_;
  Mapping links_;
  Mapping extra_;
};

}  // namespace

value::Value read_page_paper(const LinkLine& heading, const std::vector<base::SourceSpan>& lines,
                             ScoredTopics& topics, const Context& context, Imported& imported) {
  return PaperReader(topics, context, imported).read(heading, lines);
}

}  // namespace paperboy::importers
