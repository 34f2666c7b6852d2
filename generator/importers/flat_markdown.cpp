#include "importers/flat_markdown.h"

#include "base/text.h"
#include "importers/topic_scored_md.h"

namespace paperboy::importers {
namespace {

class FlatMarkdown : public Format {
 public:
  std::string_view name() const override { return "flat-markdown"; }

  bool recognises(const InputFile& file) const override {
    return base::ends_with(file.path, ".md") && base::starts_with(file.name(), "output_") &&
           find_date(file.name()).has_value();
  }

  SeriesSettings series() const override {
    SeriesSettings settings;
    settings.id = "picks";
    settings.title = "Daily picks";
    settings.edition_title = "Personalized Daily ArXiv Papers {date}";
    settings.numbering = "given";
    return settings;
  }

  Imported read(const Group& group, Context& context) const override {
    Imported imported;
    for (const base::Source* source : group.files) {
      const std::optional<base::Date> date = base::parse_date(group.key);
      if (date)
        read_scored_page(*source, *date, PageNumbers::Given, context, imported);
      else
        context.diagnostics.error_at(source->path(), "undated-input",
                                     "nothing tells of which day this file is",
                                     "put the date into its name: output_2026_0506.md");
    }
    return imported;
  }
};

}  // namespace

const Format& flat_markdown_format() {
  static const FlatMarkdown format;
  return format;
}

}  // namespace paperboy::importers
