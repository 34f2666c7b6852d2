#include <algorithm>
#include <cmath>
#include <map>

#include <fmt/format.h>

#include "importers/topic_scored.h"
#include "model/field_reader.h"

namespace paperboy::importers {
namespace {

std::optional<double> number(const value::Value* value) {
  return value == nullptr ? std::nullopt : model::parse_number(scalar_text(value));
}

std::string dollars(double amount) {
  return fmt::format("${:.2f}", amount);
}

bool is_unit(const value::Value* value) {
  return value != nullptr && value->scalar() != nullptr;
}

// `…-daily-papers.json`: what the run was, and its papers with the order of their topics.
class DayReader {
 public:
  DayReader(const Context& context, Imported& imported) : context_(context), imported_(imported) {}

  value::Value read(const value::Value& root) {
    Fields fields(root);
    extra_.set_given("schema_version", fields.take("schema_version"));
    if (const value::Value* meta = fields.take_mapping("meta"))
      read_meta(*meta);
    if (const value::Value* papers = fields.take_mapping("papers")) {
      papers_ = papers->object();
      edition_.set("papers", list_value(read_scored_papers(*papers, context_, imported_)));
    }
    read_topic_order(fields.take("topic_order"));
    read_sections(fields.take("topic_sections"));
    if (const value::Value* diagnostics = fields.take_mapping("diagnostics"))
      read_diagnostics(*diagnostics);
    extra_.set_all(*fields.rest().object());
    edition_.set("extra", extra_.build());
    return edition_.build(root.span());
  }

 private:
  void read_meta(const value::Value& meta) {
    Fields fields(meta);
    if (const value::Value* date = fields.take("date"))
      date_ = *date;
    if (const value::Value* usage = fields.take_mapping("usage"))
      read_usage(*usage);
    count_again(fields.take("total_papers"), "total_papers");
    Mapping rest;
    if (fields.rest().object() != nullptr)
      rest.set_all(*fields.rest().object());
    edition_.set("date", date_);
    extra_.set("meta", rest.build());
  }

  void read_usage(const value::Value& usage) {
    Fields fields(usage);
    Mapping run;
    run.set_given("model", fields.take("model"));
    const value::Value* prompt = fields.take("prompt_tokens");
    const value::Value* completion = fields.take("completion_tokens");
    run.set_given("prompt_tokens", prompt).set_given("completion_tokens", completion);
    const auto prompt_count = model::parse_count(scalar_text(prompt));
    const auto completion_count = model::parse_count(scalar_text(completion));
    if (prompt_count && completion_count)
      run.set("total_tokens", plain_value(std::to_string(*prompt_count + *completion_count)));
    set_costs(fields, run);
    Mapping counts;
    counts.set_given("total", fields.take("total_arxiv_papers"));
    counts.set_given("scanned", fields.take("total_scanned_papers"));
    counts.set_given("relevant", fields.take("total_relevant_papers"));
    if (!run.empty())
      edition_.set("runs", list_value({run.build(usage.span())}));
    edition_.set("counts", counts.build());
    Mapping rest = costs_;
    rest.set_all(*fields.rest().object());
    extra_.set("usage", rest.build());
  }

  // Pages showed rounded dollars; the exact numbers are kept beside them.
  void set_costs(Fields& fields, Mapping& run) {
    const value::Value* prompt = fields.take("prompt_cost");
    const value::Value* completion = fields.take("completion_cost");
    const std::optional<double> prompt_cost = number(prompt);
    const std::optional<double> completion_cost = number(completion);
    if (prompt_cost)
      run.set("prompt_cost", plain_value(dollars(*prompt_cost)));
    if (completion_cost)
      run.set("completion_cost", plain_value(dollars(*completion_cost)));
    if (prompt_cost && completion_cost)
      run.set("total_cost", plain_value(dollars(*prompt_cost + *completion_cost)));
    costs_.set_given("prompt_cost", prompt).set_given("completion_cost", completion);
  }

  // A second statement of how many papers were chosen.
  void count_again(const value::Value* said, std::string_view name) {
    value::Value* counts = edition_.find("counts");
    const value::Value* relevant =
        counts == nullptr || counts->object() == nullptr ? nullptr : counts->object()->find("relevant");
    if (is_unit(said) && is_unit(relevant) && scalar_text(said) == scalar_text(relevant))
      imported_.repeats.push_back({said->span(), relevant->span()});
    else if (said != nullptr)
      extra_.set(name, *said);
  }

  void read_topic_order(const value::Value* order) {
    if (order == nullptr || order->array() == nullptr) {
      extra_.set("topic_order", order == nullptr ? value::Value() : *order);
      return;
    }
    std::vector<std::string_view> given;
    for (const value::Value& topic : *order->array()) given.push_back(scalar_text(&topic));
    std::vector<std::string_view> registry;
    for (const model::Topic& topic : context_.site.topics)
      if (std::find(given.begin(), given.end(), topic.id) != given.end())
        registry.push_back(topic.id);
    if (given != registry)
      extra_.set("topic_order", *order);
    else
      for (const value::Value& topic : *order->array()) imported_.in_site.push_back(topic.span());
  }

  const value::Value* field(std::string_view paper, std::string_view key) const {
    const value::Value* found = papers_ == nullptr ? nullptr : papers_->find(paper);
    return found == nullptr || found->object() == nullptr ? nullptr : found->object()->find(key);
  }

  // The papers of a topic as pages order them: by total, by relevance, as they came.
  std::vector<const value::Member*> papers_of(std::string_view topic) const {
    std::vector<const value::Member*> found;
    if (papers_ != nullptr)
      for (const value::Member& member : papers_->members())
        if (scalar_text(field(member.key, "PRIMARY_TOPIC_ID")) == topic)
          found.push_back(&member);
    const auto key = [&](const value::Member* member) {
      return std::pair(number(field(member->key, "SCORE")).value_or(0),
                       number(field(member->key, "RELEVANCE")).value_or(0));
    };
    std::stable_sort(found.begin(), found.end(),
                     [&](const value::Member* a, const value::Member* b) { return key(a) > key(b); });
    return found;
  }

  bool is_known_label(const value::Value* topic, const value::Value* label) const {
    const model::Topic* known = context_.site.find_topic(scalar_text(topic));
    return known != nullptr && known->id == scalar_text(topic) && label != nullptr &&
           known->label.best("") != nullptr && known->label.best("")->value == scalar_text(label);
  }

  // Sections that say what follows from the papers' own topics and scores are not kept.
  void read_sections(const value::Value* sections) {
    if (sections == nullptr)
      return;
    value::Array kept;
    if (sections->array() == nullptr)
      kept.push_back(*sections);
    else
      for (const value::Value& section : *sections->array())
        if (!follows_from_papers(section))
          kept.push_back(section);
    extra_.set("topic_sections", list_value(std::move(kept)));
  }

  bool follows_from_papers(const value::Value& section) {
    Fields fields(section);
    const value::Value* topic = fields.take("topic_id");
    const value::Value* label = fields.take("topic_label");
    const value::Value* ids = fields.take("paper_ids");
    if (!is_known_label(topic, label) || ids == nullptr || ids->array() == nullptr ||
        !says_nothing(fields.rest()))
      return false;
    const std::vector<const value::Member*> papers = papers_of(scalar_text(topic));
    const bool same = std::equal(
        papers.begin(), papers.end(), ids->array()->begin(), ids->array()->end(),
        [](const value::Member* member, const value::Value& id) { return member->key == scalar_text(&id); });
    if (!same)
      return false;
    imported_.in_site.insert(imported_.in_site.end(), {topic->span(), label->span()});
    for (std::size_t i = 0; i < papers.size(); ++i)
      imported_.repeats.push_back({(*ids->array())[i].span(), id_span(*papers[i])});
    return true;
  }

  base::SourceSpan id_span(const value::Member& member) const {
    for (const std::string_view key : {"arxiv_id", "ARXIVID"})
      if (const value::Value* id = field(member.key, key); scalar_text(id) == member.key)
        return id->span();
    return member.key_span;
  }

  void read_diagnostics(const value::Value& diagnostics) {
    Fields fields(diagnostics);
    count_again(fields.take("total_papers"), "diagnostics_total_papers");
    Mapping rest;
    if (const value::Value* counts = fields.take("topic_counts"); counts != nullptr && !all_counted(*counts))
      rest.set("topic_counts", *counts);
    rest.set_all(*fields.rest().object());
    extra_.set("diagnostics", rest.build());
  }

  bool all_counted(const value::Value& counts) {
    if (counts.array() == nullptr)
      return false;
    std::vector<Derived> derived;
    std::vector<base::SourceSpan> in_site;
    for (const value::Value& element : *counts.array()) {
      Fields fields(element);
      const value::Value* topic = fields.take("topic_id");
      const value::Value* label = fields.take("topic_label");
      const value::Value* count = fields.take("paper_count");
      if (!is_known_label(topic, label) || !is_unit(count) || !says_nothing(fields.rest()))
        return false;
      Derived counted{count->span(), Derived::How::Count, {}};
      for (const value::Member* member : papers_of(scalar_text(topic)))
        counted.parts.push_back(field(member->key, "PRIMARY_TOPIC_ID")->span());
      if (std::to_string(counted.parts.size()) != scalar_text(count))
        return false;
      derived.push_back(std::move(counted));
      in_site.insert(in_site.end(), {topic->span(), label->span()});
    }
    imported_.derived.insert(imported_.derived.end(), derived.begin(), derived.end());
    imported_.in_site.insert(imported_.in_site.end(), in_site.begin(), in_site.end());
    return true;
  }

  const Context& context_;
  Imported& imported_;
  const value::Object* papers_ = nullptr;
  value::Value date_;
  Mapping edition_;
  Mapping extra_;
  Mapping costs_;
};

}  // namespace

value::Value read_scored_day(const value::Value& root, const Context& context, Imported& imported) {
  return DayReader(context, imported).read(root);
}

}  // namespace paperboy::importers
