#include <set>

#include "importers/topic_scored.h"

namespace paperboy::importers {
namespace {

constexpr std::string_view kReason = "HOTSPOT_PAPER_COMMENT";

// `…-hotspot-papers.json`: papers of the day that matter beyond the topics, in sections.
class SpotlightReader {
 public:
  SpotlightReader(const Context& context, Imported& imported) : context_(context), imported_(imported) {}

  value::Value read(const value::Value& root) {
    Fields fields(root);
    extra_.set_given("schema_version", fields.take("schema_version"));
    if (const value::Value* meta = fields.take_mapping("meta")) {
      Fields facts(*meta);
      edition_.set_given("date", facts.take("date"));
      Mapping counts;
      counts.set_given("scanned", facts.take("total_candidates"));
      counts.set_given("relevant", facts.take("total_spotlight_papers"));
      edition_.set("counts", counts.build());
      extra_.set("meta", facts.rest());
    }
    const value::Value* papers = fields.take_mapping("papers");
    papers_ = papers == nullptr ? nullptr : papers->object();
    if (const value::Value* sections = fields.take("sections"))
      read_sections(*sections);
    add_papers_without_section();
    edition_.set("legend", legend_.build()).set("papers", list_value(std::move(entries_)));
    extra_.set_all(*fields.rest().object());
    edition_.set("extra", extra_.build());
    add_topics(new_topics_, imported_);
    return edition_.build(root.span());
  }

 private:
  void read_sections(const value::Value& sections) {
    if (sections.array() == nullptr) {
      extra_.set("sections", sections);
      return;
    }
    value::Array kept;
    for (const value::Value& section : *sections.array())
      if (const value::Value rest = read_section(section); !says_nothing(rest))
        kept.push_back(rest);
    extra_.set("sections", list_value(std::move(kept)));
  }

  // What of a section has no place of its own.
  value::Value read_section(const value::Value& section) {
    Fields fields(section);
    const value::Value* kind = fields.take("kind");
    const value::Value* ids = fields.take("paper_ids");
    if (scalar_text(kind).empty() || ids == nullptr || ids->array() == nullptr)
      return section;
    if (const value::Value* label = fields.take("label"))
      legend_.set(scalar_text(kind), *label);
    Mapping rest;
    value::Array unknown;
    for (const value::Value& id : *ids->array())
      if (!add_paper(id, *kind))
        unknown.push_back(id);
    rest.set("paper_ids", list_value(std::move(unknown)));
    rest.set_all(*fields.rest().object());
    if (rest.empty() && ids->array()->empty())
      return *kind;
    // The kind is the tag of its papers; it is written again only where the section has more to say.
    Mapping named;
    named.set("kind", *kind);
    named.set_all(*rest.build().object());
    return named.build(section.span());
  }

  // Whether the paper's record is there and not yet in another section.
  bool add_paper(const value::Value& id, const value::Value& kind) {
    const std::string key(scalar_text(&id));
    const value::Member* member = papers_ == nullptr ? nullptr : papers_->find_member(key);
    if (member == nullptr || !added_.insert(key).second)
      return false;
    Mapping entry(*ScoredPaper(context_, imported_, new_topics_).read(*member).object());
    entry.set("tag", kind);
    show_reason(entry);
    // Where the record has another id, the key is kept beside it.
    const value::Value* own_id = entry.find("id");
    const bool same = scalar_text(own_id) == key;
    imported_.repeats.push_back({id.span(), same ? own_id->span() : member->key_span});
    entries_.push_back(entry.build(member->value.span()));
    return true;
  }

  // Why the paper is in the spotlight is what this edition has to say.
  static void show_reason(Mapping& entry) {
    const value::Value* extra = entry.find("extra");
    const value::Value* reason =
        extra == nullptr || extra->object() == nullptr ? nullptr : extra->object()->find(kReason);
    if (reason == nullptr || reason->scalar() == nullptr)
      return;
    Mapping rest(*extra->object());
    entry.set("notes", Mapping().set("Spotlight", *reason).build());
    rest.erase(kReason);
    entry.set_empty("extra", rest.build());
  }

  void add_papers_without_section() {
    if (papers_ == nullptr)
      return;
    for (const value::Member& member : papers_->members())
      if (added_.insert(member.key).second)
        entries_.push_back(ScoredPaper(context_, imported_, new_topics_).read(member));
  }

  const Context& context_;
  Imported& imported_;
  const value::Object* papers_ = nullptr;
  std::set<std::string> added_;
  std::map<std::string, std::string> new_topics_;
  value::Array entries_;
  Mapping edition_;
  Mapping legend_;
  Mapping extra_;
};

}  // namespace

value::Value read_spotlight(const value::Value& root, const Context& context, Imported& imported) {
  return SpotlightReader(context, imported).read(root);
}

SeriesSettings spotlight_series(const SeriesSettings& daily) {
  SeriesSettings settings = daily;
  settings.id = daily.id + "-spotlight";
  settings.title = "Daily spotlight";
  settings.edition_title = "Spotlight Papers {date}";
  settings.grouping = "flat";
  settings.numbering = "edition";
  settings.sort = "given";
  settings.old_address.clear();
  settings.old_month_addresses.clear();
  settings.old_year_addresses.clear();
  return settings;
}

}  // namespace paperboy::importers
