#include "pages/paper_relations.h"

#include <algorithm>
#include <map>
#include <memory>
#include <utility>

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

std::vector<PaperText> texts_of(const LanguageCatalog& views) {
  std::vector<PaperText> texts;
  for (const PaperView& paper : views.papers) {
    texts.push_back({plain(paper.title), plain(paper.abstract)});
  }
  return texts;
}

// What a language shows, and what follows from it.
struct RelatedTexts {
  std::vector<PaperText> texts;
  std::shared_ptr<const Corpus> corpus;
  std::vector<std::vector<Relation>> relations;
};

std::vector<std::vector<RelatedPaperView>> make_views(const RelatedTexts& related, const NamedTies& named,
                                                      const LanguageCatalog& views) {
  std::vector<std::vector<RelatedPaperView>> all;
  for (const std::vector<Relation>& relations : related.relations) {
    std::vector<RelatedPaperView>& shown = all.emplace_back();
    for (const Relation& relation : relations) {
      RelatedPaperView view{&views.papers[relation.paper], reason_name(relation.reason), {}};
      for (std::size_t number : relation.shared) {
        view.shared.push_back(relation.reason == RelationReason::Authors
                                  ? named.people[number]->name
                                  : related.corpus->shown(static_cast<Corpus::TermNumber>(number)));
      }
      shown.push_back(std::move(view));
    }
  }
  return all;
}

}  // namespace

void relate_papers(Catalog& catalog, std::size_t threads) {
  const NamedTies named = find_ties(catalog);
  std::vector<RelatedTexts> made;  // languages often show the same titles and abstracts
  for (auto& [language, views] : catalog.languages) {
    std::vector<PaperText> texts = texts_of(views);
    auto same = std::find_if(made.begin(), made.end(),
                             [&](const RelatedTexts& related) { return related.texts == texts; });
    if (same == made.end()) {
      auto corpus = std::make_shared<const Corpus>(texts, threads);
      std::vector<std::vector<Relation>> relations = relate_papers(*corpus, named.ties, threads);
      same = made.insert(same, {std::move(texts), std::move(corpus), std::move(relations)});
    }
    views.corpus = same->corpus;
    views.related = make_views(*same, named, views);
  }
}

}  // namespace paperboy::pages
