#include <algorithm>
#include <array>
#include <utility>

#include "base/text.h"
#include "importers/structured_notes.h"
#include "markup/tex_damage.h"

namespace paperboy::importers {
namespace {

struct NoteLabel {
  std::string_view key;
  std::string_view english;
  std::string_view chinese;
};

constexpr std::array<NoteLabel, 6> kNoteLabels = {{{"tldr", "TL;DR", "TL;DR"},
                                                   {"task", "Task", "任务"},
                                                   {"motivation", "Motivation", "动机"},
                                                   {"method", "Method", "方法"},
                                                   {"result", "Result", "结果"},
                                                   {"conclusion", "Conclusion", "结论"}}};

std::string label_of(std::string_view key, std::string_view language) {
  for (const NoteLabel& label : kNoteLabels)
    if (label.key == key)
      return std::string(language == "zh" ? label.chinese : label.english);
  return std::string(key);
}

bool is_web_address(std::string_view text) {
  return base::starts_with(text, "https://") || base::starts_with(text, "http://");
}

// Line breaks at a fixed width say nothing; an indented or blank line begins a paragraph. A text in which a
// macro lost its backslash to a line break stays as it is: it can be repaired as long as the break is there.
std::string without_wrapping(const std::string& text) {
  if (!markup::repair_tex(text).repairs.empty())
    return text;
  std::vector<std::string> paragraphs(1);
  for (const std::string_view line : base::split(text, '\n')) {
    const std::string words = base::collapse_spaces(line);
    const bool begins = words.empty() || base::starts_with(line, "  ");
    if (begins && !paragraphs.back().empty())
      paragraphs.emplace_back();
    paragraphs.back() += (words.empty() || paragraphs.back().empty() ? "" : " ") + words;
  }
  if (paragraphs.back().empty())
    paragraphs.pop_back();
  return base::join(paragraphs, "\n\n");
}

class LineReader {
 public:
  LineReader(const value::Value& line, std::string_view language) : fields_(line), language_(language) {}

  value::Value read(base::SourceSpan span) {
    read_id();
    take_text("title", "title");
    read_list("authors");
    take_text("summary", "abstract");
    read_categories();
    for (const auto& [name, kind] :
         {std::pair("abs", "abs"), std::pair("pdf", "pdf"), std::pair("code_url", "code")})
      read_link(name, kind);
    entry_.set("links", links_.build());
    if (const value::Value* notes = fields_.take("AI"))
      read_notes(*notes);
    extra_.set_all(*fields_.rest().object());
    entry_.set("extra", extra_.build());
    return entry_.build(span);
  }

 private:
  // A paper without an id is named by its address, which need not be written again.
  void read_id() {
    for (const char* key : {"id", "abs", "pdf"}) {
      const value::Value* id = fields_.find(key);
      if (base::trim(scalar_text(id)).empty())
        continue;
      entry_.set("id", *fields_.take(key));
      id_key_ = key;
      return;
    }
  }

  void take_text(const char* name, const char* key) {
    const value::Value* text = fields_.take(name);
    if (text == nullptr)
      return;
    if (const value::Scalar* scalar = text->scalar())
      entry_.set(key, text_value(without_wrapping(scalar->text), text->span(), scalar->style));
    else
      extra_.set(name, *text);
  }

  static bool is_list_of_texts(const value::Value& value) {
    return value.array() != nullptr &&
           std::all_of(value.array()->begin(), value.array()->end(),
                       [](const value::Value& element) { return element.scalar() != nullptr; });
  }

  void read_list(const char* name) {
    const value::Value* list = fields_.take(name);
    if (list == nullptr)
      return;
    if (is_list_of_texts(*list))
      entry_.set(name, *list);
    else if (list->scalar() != nullptr && !list->scalar()->text.empty())
      entry_.set(name, list_value({*list}));
    else
      extra_.set(name, *list);
  }

  // The first category is the paper's own.
  void read_categories() {
    const value::Value* list = fields_.take("categories");
    if (list == nullptr)
      return;
    if (list->scalar() != nullptr) {
      entry_.set("category", *list);
    } else if (is_list_of_texts(*list) && !list->array()->empty()) {
      entry_.set("category", list->array()->front());
      entry_.set("categories", list_value(value::Array(list->array()->begin() + 1, list->array()->end())));
    } else {
      extra_.set("categories", *list);
    }
  }

  void read_link(const char* name, const char* kind) {
    const value::Value* address = fields_.take(name);
    if (address == nullptr || name == id_key_)
      return;
    if (is_web_address(scalar_text(address)))
      links_.set(kind, *address);
    else
      extra_.set(name, *address);
  }

  void read_notes(const value::Value& given) {
    if (given.object() == nullptr) {
      extra_.set("AI", given);
      return;
    }
    Mapping notes;
    Mapping other;
    for (const value::Member& member : given.object()->members()) {
      if (const value::Scalar* scalar = member.value.scalar())
        notes.set_empty(label_of(member.key, language_),
                        text_value(without_wrapping(scalar->text), member.value.span(), scalar->style));
      else
        other.set(member.key, member.value);
    }
    extra_.set("AI", other.build());
    if (language_.empty())
      entry_.set("notes", notes.build());
    else
      entry_.set("notes", Mapping().set(language_, notes.build()).build());
  }

  Fields fields_;
  std::string_view language_;
  std::string_view id_key_;
  Mapping entry_;
  Mapping links_;
  Mapping extra_;
};

}  // namespace

value::Value read_notes_line(const value::Value& line, std::string_view language) {
  return LineReader(line, language).read(line.span());
}

}  // namespace paperboy::importers
