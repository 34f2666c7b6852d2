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

  SeriesSettings series() const override { return scored_daily_series(); }

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
