#include "importers/csl_json.h"

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "model/paper_id.h"
#include "value/read.h"

namespace paperboy::importers {
namespace {

bool is_web_address(std::string_view text) {
  return base::starts_with(text, "https://") || base::starts_with(text, "http://");
}

// `{"family": "Berg", "given": "A.", "non-dropping-particle": "van den"}` as one name.
std::string full_name(const value::Value& author) {
  std::string name;
  if (author.object() == nullptr)
    return name;
  if (const std::string_view literal = scalar_text(author.object()->find("literal")); !literal.empty())
    return std::string(literal);
  for (const char* key : {"given", "dropping-particle", "non-dropping-particle", "family", "suffix"})
    if (const std::string_view part = base::trim(scalar_text(author.object()->find(key))); !part.empty())
      name += (name.empty() ? "" : " ") + std::string(part);
  return name;
}

// `{"date-parts": [[2026, 5, 6]]}`, `{"raw": "2026-05-06"}`: only whole and real dates are told apart.
struct CslDate {
  std::optional<base::Date> rough;
  bool whole = false;
};

CslDate read_date(const value::Value* value) {
  if (value == nullptr || value->object() == nullptr)
    return {find_date(scalar_text(value)), true};
  if (const std::optional<base::Date> raw = find_date(scalar_text(value->object()->find("raw"))))
    return {raw, true};
  const value::Value* parts = value->object()->find("date-parts");
  if (parts == nullptr || parts->array() == nullptr || parts->array()->empty())
    return {};
  const value::Array* first = parts->array()->front().array();
  if (first == nullptr || first->empty())
    return {};
  const auto part = [&](std::size_t i) { return i < first->size() ? scalar_text(&(*first)[i]) : ""; };
  return {rough_date(part(0), part(1), part(2)), first->size() >= 3};
}

class ItemReader {
 public:
  ItemReader(const value::Value& item, ReadingList& list) : item_(item), fields_(item), list_(list) {}

  void read() {
    read_id();
    read_text("title", "title");
    read_authors();
    read_text("abstract", "abstract");
    read_text("container-title", "source");
    read_link();
    const CslDate issued = read_date(fields_.find("issued"));
    if (issued.rough && issued.whole)
      entry_.set("date", plain_value(base::to_string(*issued.rough)));
    list_.note_published(issued.rough);
    list_.note_handled(read_date(fields_.find("accessed")).rough);
    extra_.set_all(*fields_.rest().object());
    entry_.set("extra", extra_.build());
    list_.add(entry_.build(item_.span()));
  }

 private:
  // An arXiv id before a DOI before any other address that names a paper.
  void read_id() {
    const value::Value* best = nullptr;
    const char* best_key = nullptr;
    int best_rank = 0;
    for (const char* key : {"number", "archive_location", "URL", "DOI"}) {
      const value::Value* value = fields_.find(key);
      const std::string_view text = base::trim(scalar_text(value));
      const std::optional<model::PaperReference> found = model::parse_paper_reference(text);
      // Numbers of reports look like old arXiv ids: only an `arXiv:` before them tells.
      const bool bare =
          std::string_view(key) == "number" && !base::starts_with(base::to_lower_ascii(text), "arxiv:");
      if (!found || bare)
        continue;
      const int rank = found->id.scheme == model::IdScheme::Arxiv ? 2 : 1;
      if (rank >= best_rank) {
        best = value;
        best_key = key;
        best_rank = rank;
      }
    }
    if (best == nullptr)
      return;
    entry_.set("id", *best);
    fields_.take(best_key);
    id_key_ = best_key;
  }

  void read_text(const char* name, const char* key) {
    const value::Value* text = fields_.take(name);
    if (text == nullptr)
      return;
    if (text->scalar() != nullptr)
      entry_.set(key, text_value(text->scalar()->text, text->span()));
    else
      extra_.set(name, *text);
  }

  // The parts of names are kept beside the names that pages show.
  void read_authors() {
    const value::Value* authors = fields_.take("author");
    if (authors == nullptr)
      return;
    value::Array names;
    value::Array parts;
    if (authors->array() != nullptr) {
      for (const value::Value& author : *authors->array()) {
        const bool is_whole = author.object() != nullptr && author.object()->size() == 1 &&
                              !scalar_text(author.object()->find("literal")).empty();
        const std::string name = full_name(author);
        if (is_whole)
          names.push_back(*author.object()->find("literal"));
        else if (!name.empty())
          names.push_back(text_value(name));
        if (!is_whole)
          parts.push_back(author);
      }
    } else {
      parts.push_back(*authors);
    }
    entry_.set("authors", list_value(std::move(names)));
    extra_.set("author", list_value(std::move(parts)));
  }

  void read_link() {
    const value::Value* address = id_key_ == "URL" ? nullptr : fields_.find("URL");
    if (!is_web_address(scalar_text(address)))
      return;
    entry_.set("links", Mapping().set("page", *address).build());
    fields_.take("URL");
  }

  const value::Value& item_;
  Fields fields_;
  ReadingList& list_;
  std::string_view id_key_;
  Mapping entry_;
  Mapping extra_;
};

class CslJson : public Format {
 public:
  std::string_view name() const override { return "csl-json"; }

  bool recognises(const InputFile& file) const override {
    const auto has = [&](std::string_view part) { return file.head.find(part) != std::string::npos; };
    const bool list = base::starts_with(base::trim(file.head), "[") || has("\"items\"");
    return base::ends_with(file.path, ".json") && list && has("\"type\"") && has("\"title\"") &&
           (has("\"issued\"") || has("\"author\"") || has("\"DOI\""));
  }

  std::string group_of(const InputFile& file) const override { return reading_list_group(file); }
  SeriesSettings series() const override { return reading_list_series(); }

  Imported read(const Group& group, Context& context) const override {
    Imported imported;
    for (const base::Source* source : group.files) read_file(*source, context, imported);
    return imported;
  }

 private:
  static void read_file(const base::Source& source, Context& context, Imported& imported) {
    const std::optional<value::Value> root = value::read_json(source, context.diagnostics);
    if (!root)
      return;
    ReadingList list;
    const value::Value* items = root->object() == nullptr ? &*root : root->object()->find("items");
    if (root->object() != nullptr) {
      Fields fields(*root);
      fields.take("items");
      list.extra().set_all(*fields.rest().object());
    }
    if (items == nullptr || items->array() == nullptr) {
      context.diagnostics.error(root->span(), "not-this-format", "CSL-JSON is a list of works");
      return;
    }
    value::Array unparsed;
    for (const value::Value& item : *items->array()) {
      if (item.object() != nullptr) {
        ItemReader(item, list).read();
        continue;
      }
      context.diagnostics.warning(item.span(), "unparsed-line", "this is no work; it is kept under `extra`");
      unparsed.push_back(item);
    }
    list.extra().set("unparsed", list_value(std::move(unparsed)));
    list.finish(source, context, imported);
  }
};

}  // namespace

const Format& csl_json_format() {
  static const CslJson format;
  return format;
}

}  // namespace paperboy::importers
