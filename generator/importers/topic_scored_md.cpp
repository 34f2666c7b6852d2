#include "importers/topic_scored_md.h"

#include "base/text.h"

namespace paperboy::importers {
namespace {

class TopicScoredMarkdown : public Format {
 public:
  std::string_view name() const override { return "topic-scored-md"; }

  bool recognises(const InputFile& file) const override {
    if (!base::ends_with(file.path, ".md") || !find_date(file.name()))
      return false;
    if (base::starts_with(file.name(), "output_"))
      return false;
    const std::string head = base::to_lower_ascii(file.head);
    for (const std::string_view sign :
         {"# personalized daily arxiv papers", "](#link1)", "](#user-content-link1)", "](#paper-"})
      if (head.find(sign) != std::string::npos)
        return true;
    return false;
  }

  std::string group_of(const InputFile& file) const override {
    const std::optional<base::Date> date = find_date(file.name());
    return date ? base::to_string(*date) : file.path;
  }

  // The series of the data files of the same tool: both tell of the same editions.
  SeriesSettings series() const override {
    SeriesSettings settings;
    settings.id = "daily";
    settings.title = "Daily papers";
    settings.edition_title = "Personalized Daily ArXiv Papers {date}";
    settings.grouping = "topic";
    settings.numbering = "topic";
    settings.sort = "score";
    settings.old_address = "archive/{year}-{month}/{day}/";
    return settings;
  }

  Imported read(const Group& group, Context& context) const override {
    Imported imported;
    for (const base::Source* source : group.files) {
      const std::optional<base::Date> date = base::parse_date(group.key);
      if (date)
        read_scored_page(*source, *date, PageNumbers::Places, context, imported);
      else
        context.diagnostics.error_at(source->path(), "undated-input",
                                     "nothing tells of which day this file is",
                                     "put the date into its name: 2026-05-06-output.md");
    }
    return imported;
  }
};

}  // namespace

const Format& topic_scored_md_format() {
  static const TopicScoredMarkdown format;
  return format;
}

}  // namespace paperboy::importers
