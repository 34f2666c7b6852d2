#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "pages/corpus.h"

namespace paperboy::pages {

// What relates a paper to others, beside its words.
struct PaperTies {
  std::vector<std::size_t> authors;  // numbers of people, each once
  std::optional<std::size_t> topic;  // number of its topic
  std::size_t first_edition = 0;     // where it appeared first; later ones have higher numbers
};

enum class RelationReason { Authors, Terms, Topic };

struct Relation {
  std::size_t paper = 0;
  RelationReason reason = RelationReason::Topic;
  std::vector<std::size_t> shared;  // authors or terms, the most telling ones first; empty for a topic
};

// For every paper the few that are nearest to it: by authors and by terms that are rare in the archive, and
// where those give too few, by topic and time. `ties` has one item a paper of the corpus. The effort grows
// with the number of papers, not with its square: frequent terms and busy authors only relate papers near in
// time. `tell` is called once a paper, from several threads.
using TellRelations = std::function<void(std::size_t paper, const std::vector<Relation>& relations)>;
void relate_papers(const Corpus& corpus, const std::vector<PaperTies>& ties, std::size_t threads,
                   const TellRelations& tell);

}  // namespace paperboy::pages
