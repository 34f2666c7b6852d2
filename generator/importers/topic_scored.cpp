#include "importers/topic_scored.h"

#include "base/text.h"
#include "value/read.h"

namespace paperboy::importers {
namespace {

bool contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

bool is_registry(const InputFile& file) {
  return base::ends_with(file.path, ".json") && contains(file.head, "\"topics\"") &&
         (contains(file.head, "\"default_topic_id\"") || contains(file.head, "\"aliases\""));
}

bool is_prompt(const InputFile& file) {
  return base::ends_with(file.path, ".txt") && contains("/" + file.path, "/prompts/");
}

// `prompts/score_criteria.txt` → "Score criteria".
std::string prompt_title(std::string_view name) {
  std::string title = base::replace_all(name, "_", " ");
  if (!title.empty() && title[0] >= 'a' && title[0] <= 'z')
    title[0] = static_cast<char>(title[0] - 'a' + 'A');
  return title;
}

ContentFile read_prompt(const base::Source& source) {
  std::string_view name = std::string_view(source.path()).substr(source.path().rfind('/') + 1);
  name = name.substr(0, name.rfind('.'));
  const base::SourceSpan all{&source, 0, static_cast<std::uint32_t>(source.text().size())};
  return {"content/prompts/" + base::slug(name) + ".md",
          Mapping().set("title", text_value(prompt_title(name))).build(),
          text_value(std::string(source.text()), all)};
}

class TopicScored : public Format {
 public:
  std::string_view name() const override { return "topic-scored"; }

  bool recognises(const InputFile& file) const override {
    if (is_registry(file) || is_prompt(file))
      return true;
    if (!base::ends_with(file.path, ".json") || !find_date(file.name()))
      return false;
    for (const std::string_view ending : {"-output.json", "-daily-papers.json", "-hotspot-papers.json"})
      if (base::ends_with(file.path, ending))
        return true;
    return contains(file.head, "\"ARXIVID\"") || contains(file.head, "\"arxiv_id\"");
  }

  std::string group_of(const InputFile& file) const override {
    const std::optional<base::Date> date = find_date(file.name());
    return date ? base::to_string(*date) : std::string();
  }

  SeriesSettings series() const override { return scored_daily_series(); }

  Imported read(const Group& group, Context& context) const override {
    Imported imported;
    const std::optional<base::Date> date = base::parse_date(group.key);
    // The record of the run first: what the others say is added to it.
    for (const std::string_view part : {"-daily-papers.json", "", "-hotspot-papers.json"})
      for (const base::Source* source : group.files)
        if (part_of(source->path()) == part)
          read_file(*source, date, context, imported);
    explain_empty_spotlight(imported);
    return imported;
  }

 private:
  // A spotlight has no tokens of its own: when it is empty, the day's run tells whether that run failed.
  static void explain_empty_spotlight(Imported& imported) {
    if (imported.files.size() < 2)
      return;
    ContentFile& last = imported.files.back();
    const value::Object* spotlight = last.root.object();
    const value::Object* day = imported.files.front().root.object();
    if (last.path == imported.files.front().path || spotlight == nullptr || day == nullptr ||
        spotlight->find("papers") != nullptr || day->find("papers") != nullptr)
      return;
    Mapping explained(*spotlight);
    explained.set_given("runs", day->find("runs"));
    Mapping counts;
    for (const value::Object* source : {day, spotlight})
      if (const value::Value* given = source->find("counts"); given != nullptr && given->object() != nullptr)
        counts.set_all(*given->object());
    explained.set("counts", counts.build());
    last.root = explained.build(last.root.span());
  }

  static std::string_view part_of(const std::string& path) {
    for (const std::string_view part : {"-daily-papers.json", "-hotspot-papers.json"})
      if (base::ends_with(path, part))
        return part;
    return "";
  }

  static void read_file(const base::Source& source, std::optional<base::Date> date, Context& context,
                        Imported& imported) {
    if (!base::ends_with(source.path(), ".json")) {
      imported.files.push_back(read_prompt(source));
      return;
    }
    const std::optional<value::Value> root = value::read_json(source, context.diagnostics);
    if (!root)
      return;
    if (root->object() == nullptr) {
      context.diagnostics.error(root->span(), "not-this-format", "a day of scored papers is a mapping");
      return;
    }
    if (!date)
      read_topic_registry(*root, imported);
    else
      read_day(*root, part_of(source.path()), *date, context, imported);
  }

  static void read_day(const value::Value& root, std::string_view part, base::Date date, Context& context,
                       Imported& imported) {
    const std::string& series = context.series.id;
    if (part == "-hotspot-papers.json") {
      const SeriesSettings spotlight = spotlight_series(context.series);
      const value::Value edition = read_spotlight(root, context, imported);
      imported.files.push_back(edition_file(spotlight.id, date, edition));
      Mapping site(*imported.site.object());
      site.set("series", list_value({series_value(spotlight)}));
      imported.site = site.build();
    } else if (part == "-daily-papers.json" || root.object()->find("schema_version") != nullptr) {
      imported.files.push_back(edition_file(series, date, read_scored_day(root, context, imported)));
    } else {
      Mapping edition;
      edition.set("papers", list_value(read_scored_papers(root, context, imported)));
      imported.files.push_back(edition_file(series, date, edition.build(root.span())));
    }
  }
};

}  // namespace

const Format& topic_scored_format() {
  static const TopicScored format;
  return format;
}

}  // namespace paperboy::importers
