#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "importers/format.h"
#include "importers/tree.h"

namespace paperboy::importers {

// Papers scored by topic, a JSON file a day: a map from arXiv id to paper, with or without a record of the
// run (`…-daily-papers.json`) and the day's spotlight (`…-hotspot-papers.json`); a registry of topics and
// selection prompts beside them.
const Format& topic_scored_format();

// What the parts of this format share: the parts of the result of one group.
class ScoredPaper {
 public:
  // `new_topics`: label by id, of topics that site.yaml does not know yet.
  ScoredPaper(const Context& context, Imported& imported, std::map<std::string, std::string>& new_topics)
      : context_(context), imported_(imported), new_topics_(new_topics) {}

  // An entry out of one member of the map of papers.
  value::Value read(const value::Member& member);

 private:
  void read_id(const value::Member& member, Fields& fields);
  void read_scores(Fields& fields);
  void read_topics(Fields& fields);
  void name_unknown_topics(const value::Value& paper);
  void read_labels(Fields& fields);
  void read_comments(Fields& fields);
  void regroup();
  void repeat(const value::Value* said, const value::Value* kept, std::string_view name);

  const Context& context_;
  Imported& imported_;
  std::map<std::string, std::string>& new_topics_;
  Mapping entry_;
  Mapping extra_;
};

// The map of papers as entries, in its order.
value::Array read_scored_papers(const value::Value& papers, const Context& context, Imported& imported);
// Adds topics, label by id, to the parts of site.yaml.
void add_topics(const std::map<std::string, std::string>& topics, Imported& imported);
// The record of a run: an edition without its date.
value::Value read_scored_day(const value::Value& root, const Context& context, Imported& imported);
// The spotlight of a day: an edition of its own, in the series that spotlight_series() tells.
value::Value read_spotlight(const value::Value& root, const Context& context, Imported& imported);
SeriesSettings spotlight_series(const SeriesSettings& daily);
// Where a registry's own facts and topics that can be none are kept. Builds do not read dot-folders.
inline constexpr std::string_view kTopicFile = "content/.imported/topics.yaml";
// The registry: `topics` for site.yaml, keywords and the like under their `extra`; the rest in a file beside
// it.
void read_topic_registry(const value::Value& root, Imported& imported);

}  // namespace paperboy::importers
