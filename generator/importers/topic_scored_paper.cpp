#include <algorithm>
#include <array>

#include "base/text.h"
#include "importers/site_settings.h"
#include "importers/topic_scored.h"
#include "model/field_reader.h"

namespace paperboy::importers {
namespace {

bool same_text(const value::Value& a, const value::Value& b) {
  return a.scalar() != nullptr && b.scalar() != nullptr && a.scalar()->text == b.scalar()->text;
}

bool is_sum(const value::Value& total, const value::Value& first, const value::Value& second) {
  const std::optional<double> a = model::parse_number(scalar_text(&first));
  const std::optional<double> b = model::parse_number(scalar_text(&second));
  const std::optional<double> sum = model::parse_number(scalar_text(&total));
  return a && b && sum && *a + *b == *sum;
}

bool is_author_match(std::string_view comment) {
  return base::starts_with(base::to_lower_ascii(base::trim(comment)), "author match");
}

}  // namespace

value::Value ScoredPaper::read(const value::Member& member) {
  Fields fields(member.value);
  read_id(member, fields);
  for (const std::string_view key : {"title", "authors", "abstract"}) entry_.set_given(key, fields.take(key));
  read_scores(fields);
  read_topics(fields);
  read_comments(fields);
  name_unknown_topics(member.value);
  read_labels(fields);
  if (context_.regroup == Regroup::Yes)
    regroup();
  const value::Value rest = fields.rest();
  if (member.value.object() != nullptr)
    extra_.set_all(*rest.object());
  else
    extra_.set(member.key, member.value);
  entry_.set("extra", extra_.build());
  return entry_.build(member.value.span());
}

// A value that is in the entry already, or is kept under its own name.
void ScoredPaper::repeat(const value::Value* said, const value::Value* kept, std::string_view name) {
  if (said == nullptr || says_nothing(*said))
    return;
  if (kept != nullptr && same_text(*said, *kept))
    imported_.repeats.push_back({said->span(), kept->span()});
  else
    extra_.set(name, *said);
}

void ScoredPaper::read_id(const value::Member& member, Fields& fields) {
  const value::Value* short_id = fields.take("arxiv_id");
  const value::Value* long_id = fields.take("ARXIVID");
  const value::Value* id = short_id != nullptr && !says_nothing(*short_id) ? short_id : long_id;
  if (id == nullptr || says_nothing(*id))
    entry_.set("id", text_value(member.key, member.key_span));
  else
    entry_.set("id", *id);
  const value::Value kept = *entry_.find("id");
  if (id != long_id)
    repeat(long_id, &kept, "ARXIVID");
  if (kept.scalar() != nullptr && kept.scalar()->text != member.key)
    extra_.set("key", text_value(member.key, member.key_span));
}

void ScoredPaper::read_scores(Fields& fields) {
  const value::Value* relevance = fields.take("RELEVANCE");
  const value::Value* novelty = fields.take("NOVELTY");
  Mapping scores;
  scores.set_given("relevance", relevance).set_given("novelty", novelty);
  entry_.set("scores", scores.build());
  const bool scored = !scores.empty();
  const value::Value* total = fields.take("SCORE");
  const bool by_author = !scored && is_author_match(scalar_text(fields.find("COMMENT")));
  if (by_author)
    entry_.set("matched_by", text_value("author"));
  if (total == nullptr)
    return;
  if (relevance != nullptr && novelty != nullptr && is_sum(*total, *relevance, *novelty))
    imported_.derived.push_back({total->span(), Derived::How::Sum, {relevance->span(), novelty->span()}});
  else if (by_author)  // a number that only puts the paper first
    extra_.set("SCORE", *total);
  else
    entry_.set("score", *total);
}

void ScoredPaper::read_topics(Fields& fields) {
  const value::Value* primary = fields.take("PRIMARY_TOPIC_ID");
  entry_.set_given("topic", primary);
  const value::Value* matched = fields.take("MATCHED_TOPIC_IDS");
  if (matched == nullptr || matched->array() == nullptr) {
    extra_.set("MATCHED_TOPIC_IDS", matched == nullptr ? value::Value() : *matched);
    return;
  }
  value::Array others;
  for (const value::Value& topic : *matched->array())
    if (primary != nullptr && same_text(topic, *primary))
      imported_.repeats.push_back({topic.span(), primary->span()});
    else
      others.push_back(topic);
  entry_.set("also_matches", list_value(std::move(others)));
}

// Topics that site.yaml does not know yet are added to it by the names the paper gives.
void ScoredPaper::name_unknown_topics(const value::Value& paper) {
  const Fields fields(paper);
  const auto add = [&](const value::Value* id, const value::Value* label) {
    if (scalar_text(id).empty() || context_.site.find_topic(scalar_text(id)) != nullptr)
      return;
    const std::string_view name = scalar_text(label).empty() ? scalar_text(id) : scalar_text(label);
    new_topics_.emplace(scalar_text(id), name);
  };
  add(fields.find("PRIMARY_TOPIC_ID"), fields.find("PRIMARY_TOPIC_LABEL"));
  const value::Value* ids = fields.find("MATCHED_TOPIC_IDS");
  const value::Value* labels = fields.find("MATCHED_TOPIC_LABELS");
  if (ids == nullptr || ids->array() == nullptr)
    return;
  const bool named =
      labels != nullptr && labels->array() != nullptr && labels->array()->size() == ids->array()->size();
  for (std::size_t i = 0; i < ids->array()->size(); ++i)
    add(&(*ids->array())[i], named ? &(*labels->array())[i] : nullptr);
}

// Labels that the registry knows for the topics of this paper say nothing new.
void ScoredPaper::read_labels(Fields& fields) {
  const auto known = [&](const value::Value& label) {
    const model::Topic* topic = context_.site.find_topic(scalar_text(&label));
    return topic != nullptr && topic->label.best("") != nullptr &&
           topic->label.best("")->value == scalar_text(&label);
  };
  if (const value::Value* label = fields.take("PRIMARY_TOPIC_LABEL")) {
    if (known(*label))
      imported_.in_site.push_back(label->span());
    else
      extra_.set("PRIMARY_TOPIC_LABEL", *label);
  }
  const value::Value* labels = fields.take("MATCHED_TOPIC_LABELS");
  if (labels == nullptr)
    return;
  if (labels->array() == nullptr || !std::all_of(labels->array()->begin(), labels->array()->end(), known)) {
    extra_.set("MATCHED_TOPIC_LABELS", *labels);
    return;
  }
  for (const value::Value& label : *labels->array()) imported_.in_site.push_back(label.span());
}

void ScoredPaper::read_comments(Fields& fields) {
  const value::Value* comment = fields.take("COMMENT");
  const value::Value* topic_match = fields.take("TOPIC_MATCH_COMMENT");
  entry_.set_given("comment", comment);
  if (topic_match != nullptr && comment != nullptr && same_text(*topic_match, *comment))
    imported_.repeats.push_back({topic_match->span(), comment->span()});
  else
    entry_.set_given("topic_match", topic_match);
}

// Comments from before the topics began with the name of the criterion: "Model Architecture: …".
void ScoredPaper::regroup() {
  if (entry_.find("topic") != nullptr)
    return;
  const value::Value* comment = entry_.find("comment");
  std::string_view prefix = scalar_text(comment);
  prefix = prefix.substr(0, std::min(prefix.find_first_of(":/;,—("), std::size_t{80}));
  for (const std::string_view word : {"Matches ", "Matches the ", "Strongly matches ", "Criterion "})
    if (base::starts_with(prefix, word))
      prefix.remove_prefix(word.size());
  if (const model::Topic* topic = context_.site.find_topic(base::trim(prefix)))
    entry_.set("topic", text_value(topic->id));
}

void add_topics(const std::map<std::string, std::string>& topics, Imported& imported) {
  if (topics.empty())
    return;
  value::Array list;
  if (const value::Value* present = imported.site.object()->find("topics"); present != nullptr)
    list = *present->array();
  for (const auto& [id, label] : topics) {
    value::Array tried = list;
    tried.push_back(Mapping().set("id", text_value(id)).set("label", text_value(label)).build());
    if (are_topics(tried))
      list = std::move(tried);
  }
  Mapping site(*imported.site.object());
  site.set("topics", list_value(std::move(list)));
  imported.site = site.build();
}

value::Array read_scored_papers(const value::Value& papers, const Context& context, Imported& imported) {
  value::Array entries;
  std::map<std::string, std::string> new_topics;
  if (const value::Object* map = papers.object())
    for (const value::Member& member : map->members())
      entries.push_back(ScoredPaper(context, imported, new_topics).read(member));
  add_topics(new_topics, imported);
  return entries;
}

}  // namespace paperboy::importers
