#include "importers/bibtex.h"

#include "base/text.h"
#include "importers/topic_scored_md.h"

namespace paperboy::importers {
namespace {

class Bibtex : public Format {
 public:
  std::string_view name() const override { return "bibtex"; }

  bool recognises(const InputFile& file) const override {
    return base::ends_with(base::to_lower_ascii(file.path), ".bib") &&
           file.head.find('@') != std::string::npos;
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
    const BibFile file = read_bibtex(source, context.diagnostics);
    ReadingList list;
    BibStrings strings;
    Mapping definitions;
    for (const BibEntry& entry : file.entries) {
      if (base::to_lower_ascii(entry.type.text()) == "string")
        define(entry, strings, definitions, imported);
      else
        read_bib_entry(entry, strings, list, imported);
    }
    value::Array comments;
    for (const base::SourceSpan& comment : file.comments) comments.push_back(text_of(comment));
    list.extra().set("strings", definitions.build()).set("comments", list_value(std::move(comments)));
    list.finish(source, context, imported);
  }

  // `@string{jmlr = "Journal of …"}`
  static void define(const BibEntry& entry, BibStrings& strings, Mapping& definitions, Imported& imported) {
    imported.structure.push_back(entry.type);
    for (const BibField& field : entry.fields) {
      std::string name(field.name.text());
      strings.emplace_back(base::to_lower_ascii(name), meaning(field, strings));
      while (definitions.find(name) != nullptr) name += "_";
      imported.structure.push_back(field.name);
      definitions.set(name, text_of(trimmed(field.value)));
    }
    if (const base::SourceSpan rest = trimmed(entry.rest); !rest.text().empty()) {
      std::string name = "unparsed";
      while (definitions.find(name) != nullptr) name += "_";
      definitions.set(name, text_of(rest));
    }
  }
};

}  // namespace

const Format& bibtex_format() {
  static const Bibtex format;
  return format;
}

}  // namespace paperboy::importers
