#include "pages/paper_relations.h"

#include <algorithm>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <utility>

#include "base/packed.h"
#include "pages/related.h"

namespace paperboy::pages {

namespace {

// As pages in the language show it.
std::string_view plain(const Catalog& catalog, const model::LocatedText& variants, markup::TexField field,
                       std::string_view language) {
  const auto* variant = variants.best(language);
  const markup::RichText* text =
      variant == nullptr ? nullptr : catalog.texts.rich(variant->value.text, field);
  return text == nullptr ? std::string_view() : std::string_view(text->plain());
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

std::vector<PaperText> texts_of(const Catalog& catalog, std::string_view language) {
  std::vector<PaperText> texts;
  for (const model::PaperRecord& record : catalog.archive.papers) {
    texts.push_back({plain(catalog, record.paper->title, markup::TexField::Title, language),
                     plain(catalog, record.paper->abstract, markup::TexField::Abstract, language)});
  }
  return texts;
}

std::string pack(const std::vector<Relation>& relations, const NamedTies& named, const Corpus& corpus) {
  base::PackedWriter out;
  for (const Relation& relation : relations) {
    out.number(relation.paper).text(reason_name(relation.reason)).number(relation.shared.size());
    for (std::size_t number : relation.shared) {
      out.text(relation.reason == RelationReason::Authors
                   ? named.people[number]->name
                   : corpus.shown(static_cast<Corpus::TermNumber>(number)));
    }
  }
  return out.bytes();
}

std::string pack(const std::vector<std::string>& texts) {
  base::PackedWriter out;
  for (const std::string& text : texts) {
    out.text(text);
  }
  return out.bytes();
}

std::vector<RelatedPaper> unpack(std::string_view bytes) {
  std::vector<RelatedPaper> related;
  for (base::PackedReader in(bytes); !in.done();) {
    RelatedPaper& paper = related.emplace_back();
    paper.paper = in.number();
    paper.reason = in.text();
    for (std::uint64_t left = in.number(); left > 0 && !in.failed(); --left) {
      paper.shared.emplace_back(in.text());
    }
  }
  return related;
}

using NowOf = Relations::NowOf;

// Whether the same papers are near, for the same reasons.
bool are_same(std::string_view before, std::string_view now, const NowOf& now_of) {
  const std::vector<RelatedPaper> old_ones = unpack(before);
  const std::vector<RelatedPaper> new_ones = unpack(now);
  return std::equal(old_ones.begin(), old_ones.end(), new_ones.begin(), new_ones.end(),
                    [&](const RelatedPaper& a, const RelatedPaper& b) {
                      return now_of(a.paper) == b.paper && a.reason == b.reason && a.shared == b.shared;
                    });
}

}  // namespace

// Languages that show the same titles and abstracts.
class Relations::Group {
 public:
  Group(const Catalog& catalog, std::string language) : catalog_(catalog), language_(std::move(language)) {}

  const Corpus& corpus(std::size_t threads) {
    const std::lock_guard lock(mutex_);
    if (!corpus_) {
      corpus_.emplace(texts_of(catalog_, language_), threads);
    }
    return *corpus_;
  }
  void forget_words() { corpus_.reset(); }

  void read(base::Memo::Value value) {
    bytes = std::move(value.bytes);
    before = std::move(value.before);
    for (base::PackedReader in(bytes); !in.done();) {
      related.push_back(in.text());
    }
  }
  void compare(const NowOf& now_of) {
    moved.assign(related.size(), true);
    std::size_t old = 0;
    for (base::PackedReader in(before ? std::string_view(*before) : std::string_view()); !in.done(); ++old) {
      const std::string_view packed = in.text();
      const std::optional<std::size_t> now = now_of(old);
      if (now && *now < related.size()) {
        moved[*now] = !are_same(packed, related[*now], now_of);
      }
    }
  }

  base::KeptBytes bytes;                  // what `related` points into
  std::vector<std::string_view> related;  // as Archive::papers, packed
  std::optional<base::KeptBytes> before;  // bytes of the build before, where they are others
  std::vector<bool> moved;                // as Archive::papers; empty: none

 private:
  const Catalog& catalog_;
  std::string language_;
  std::mutex mutex_;
  std::optional<Corpus> corpus_;
};

Relations::Relations(const Catalog& catalog, std::size_t threads) {
  find_groups(catalog);
  if (!catalog.archive.site.look.show.related) {
    return;
  }
  NamedTies named;  // made when wanted
  for (std::size_t number = 0; number < groups_.size(); ++number) {
    Group& group = *groups_[number];
    group.read(catalog.memo.value("relations " + std::to_string(number), [&] {
      if (named.people.empty()) {
        named = find_ties(catalog);
      }
      const Corpus& corpus = group.corpus(threads);
      std::vector<std::string> packed(named.ties.size());
      relate_papers(corpus, named.ties, threads,
                    [&](std::size_t paper, const std::vector<Relation>& relations) {
                      packed[paper] = pack(relations, named, corpus);
                    });
      return pack(packed);
    }));
  }
}

// The language that each shows the same texts as, and that comes first.
void Relations::find_groups(const Catalog& catalog) {
  const base::Memo::Value firsts = catalog.memo.value("relation groups", [&] {
    base::PackedWriter out;
    std::vector<std::pair<std::string, std::vector<PaperText>>> seen;
    for (const auto& [language, views] : catalog.languages) {
      std::vector<PaperText> texts = texts_of(catalog, language);
      auto same =
          std::find_if(seen.begin(), seen.end(), [&](const auto& other) { return other.second == texts; });
      if (same == seen.end()) {
        same = seen.insert(same, {language, std::move(texts)});
      }
      out.text(same->first);
    }
    return out.bytes();
  });
  has_same_groups_ = firsts.is_kept || firsts.before == firsts.bytes;
  base::PackedReader in(firsts.bytes);
  for (const auto& [language, views] : catalog.languages) {
    const std::string first(in.text());
    std::shared_ptr<Group>& group = by_language_[first];
    if (group == nullptr) {
      group = groups_.emplace_back(std::make_shared<Group>(catalog, first));
    }
    by_language_[language] = group;
  }
}

std::vector<RelatedPaper> Relations::of(std::string_view language, std::size_t paper) const {
  const std::vector<std::string_view>& related = by_language_.find(language)->second->related;
  return related.empty() ? std::vector<RelatedPaper>() : unpack(related[paper]);
}

void Relations::compare(const NowOf& now_of) {
  for (const std::shared_ptr<Group>& group : groups_) {
    group->compare(has_same_groups_ ? now_of : [](std::size_t) { return std::optional<std::size_t>(); });
  }
}

bool Relations::has_moved(std::string_view language, std::size_t paper) const {
  const Group& group = *by_language_.find(language)->second;
  return !group.moved.empty() && group.moved[paper];
}

void Relations::forget_words() {
  for (const std::shared_ptr<Group>& group : groups_) {
    group->forget_words();
  }
}

const Corpus& Relations::corpus(std::string_view language) const {
  return by_language_.find(language)->second->corpus(1);
}

}  // namespace paperboy::pages
