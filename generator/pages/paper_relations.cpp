#include "pages/paper_relations.h"

#include <map>

namespace paperboy::pages {

namespace {

std::string_view plain(const TextView& text) {
  return text.text == nullptr ? std::string_view() : std::string_view(text.text->plain);
}

// Ties by numbers, and what the numbers stand for.
struct NamedTies {
  std::vector<PaperTies> ties;              // by paper
  std::vector<const AuthorRecord*> people;  // by number
};

NamedTies find_ties(const Catalog& catalog) {
  const model::Archive& archive = catalog.archive;
  NamedTies named;
  named.ties.resize(archive.papers.size());
  for (const auto& [key, record] : catalog.index.authors) {
    for (std::size_t paper : record.papers) {
      named.ties[paper].authors.push_back(named.people.size());
    }
    named.people.push_back(&record);
  }
  std::map<std::string, std::size_t> topics;
  for (std::size_t paper = 0; paper < archive.papers.size(); ++paper) {
    const std::vector<model::Appearance>& appearances = archive.papers[paper].appearances;
    PaperTies& ties = named.ties[paper];
    for (const model::Appearance& appearance : appearances) {
      const std::string& topic = archive.editions[appearance.edition].entries[appearance.entry].topic;
      if (!topic.empty()) {
        ties.topic = topics.try_emplace(topic, topics.size()).first->second;
      }
    }
    ties.first_edition = appearances.empty() ? 0 : appearances.front().edition;
  }
  return named;
}

const char* reason_name(RelationReason reason) {
  switch (reason) {
    case RelationReason::Authors:
      return "authors";
    case RelationReason::Terms:
      return "terms";
    case RelationReason::Topic:
      return "topic";
  }
  return "";
}

}  // namespace

Corpus make_corpus(const LanguageCatalog& views, std::size_t threads) {
  std::vector<PaperText> texts;
  for (const PaperView& paper : views.papers) {
    texts.push_back({plain(paper.title), plain(paper.abstract)});
  }
  return Corpus(texts, threads);
}

std::vector<std::vector<RelatedPaperView>> relate_papers(const Catalog& catalog, const LanguageCatalog& views,
                                                         std::size_t threads) {
  NamedTies named = find_ties(catalog);
  std::vector<std::vector<RelatedPaperView>> related;
  for (const std::vector<Relation>& relations : relate_papers(views.corpus, named.ties, threads)) {
    std::vector<RelatedPaperView>& shown = related.emplace_back();
    for (const Relation& relation : relations) {
      RelatedPaperView view{&views.papers[relation.paper], reason_name(relation.reason), {}};
      for (std::size_t number : relation.shared) {
        view.shared.push_back(relation.reason == RelationReason::Authors
                                  ? named.people[number]->name
                                  : views.corpus.shown(static_cast<Corpus::TermNumber>(number)));
      }
      shown.push_back(std::move(view));
    }
  }
  return related;
}

}  // namespace paperboy::pages
