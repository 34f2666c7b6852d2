#include "pipeline/fact_followers.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "base/text.h"
#include "pages/paper_lists.h"

namespace paperboy::pipeline {

namespace {

using SaidByName = std::unordered_map<std::uint64_t, std::uint64_t>;

SaidByName by_name(const std::vector<ArchiveFacts::Named>& all) {
  SaidByName said;
  for (const ArchiveFacts::Named& one : all) {
    said.emplace(one.name, one.said);
  }
  return said;
}

// Whether a target that stands behind a mark of Markdown leads away from the site, or to a place of the page.
bool leads_away(std::string_view target) {
  constexpr std::array<std::string_view, 4> kAway = {"http://", "https://", "mailto:", "#"};
  target.remove_prefix(std::min(target.find_first_not_of(" \t\n<\"'="), target.size()));
  return std::any_of(kAway.begin(), kAway.end(),
                     [&](std::string_view begin) { return base::starts_with(target, begin); });
}

// Whether the text may name a page or file of the site: where that leads depends on what there is.
bool may_link_to_site(std::string_view markdown) {
  constexpr std::array<std::string_view, 4> kMarks = {"](", "]:", "[[", "href"};
  for (const std::string_view mark : kMarks) {
    for (std::size_t at = markdown.find(mark); at != std::string_view::npos;
         at = markdown.find(mark, at + mark.size())) {
      if (!leads_away(markdown.substr(at + mark.size()))) {
        return true;
      }
    }
  }
  return false;
}

bool may_link_to_site(const model::Edition& edition) {
  const auto& variants = edition.text.variants();
  return std::any_of(variants.begin(), variants.end(), [](const auto& variant) {
    const model::EditionText& text = variant.value;
    return may_link_to_site(text.summary.text) || may_link_to_site(text.body.text) ||
           may_link_to_site(text.closing.text) ||
           std::any_of(text.top_picks.begin(), text.top_picks.end(),
                       [](const model::TopPick& pick) { return may_link_to_site(pick.reason.text); });
  });
}

bool may_link_to_site(const model::Entry& entry) {
  const auto& texts = entry.commentary.variants();
  const auto& notes = entry.notes.variants();
  return std::any_of(texts.begin(), texts.end(),
                     [](const auto& text) { return may_link_to_site(text.value.text); }) ||
         std::any_of(notes.begin(), notes.end(), [](const auto& fields) {
           return std::any_of(fields.value.begin(), fields.value.end(), [](const model::NoteField& field) {
             return may_link_to_site(field.markdown.text);
           });
         });
}

class Follower {
 public:
  Follower(const ArchiveFacts& before, const ArchiveFacts& now, const SiteChanges& changes,
           const pages::Catalog& catalog, const Parts& parts)
      : before_(before),
        now_(now),
        facts_(*changes.facts),
        catalog_(catalog),
        archive_(catalog.archive),
        parts_(parts),
        papers_now_(papers_now(before, now)),
        found_(changes.parts) {}

  std::optional<PartChanges> follow() {
    if (!has_same_frame()) {
      return std::nullopt;
    }
    mark(archive_);
    follow_editions();
    follow_periods();
    follow_authors();
    follow_links();
    return std::move(found_);
  }

 private:
  template <typename Part>
  void mark(const Part& part) {
    found_.mark(*parts_.number_of(&part));
  }

  // What there was says the same; what is new is named by new papers alone.
  bool has_same_frame() const {
    const SaidByName said = by_name(now_.shared);
    return std::all_of(before_.shared.begin(), before_.shared.end(), [&](const ArchiveFacts::Named& one) {
      const auto found = said.find(one.name);
      return found != said.end() && found->second == one.said;
    });
  }

  void follow_editions() {
    for (std::size_t index = 0; index < archive_.editions.size(); ++index) {
      const model::Edition& edition = archive_.editions[index];
      const std::optional<Parts::Number> old = found_.before_of(*parts_.number_of(&edition));
      if (facts_.editions[index]) {
        for (const model::Entry& entry : edition.entries) {
          mark(archive_.papers[entry.record]);
        }
        // Those that it names no longer.
        for (std::size_t at = 0; old && at < before_.entries[*old].size(); ++at) {
          mark_old_paper(before_.entries[*old][at]);
        }
      } else if (!old || before_.numbers[*old] != now_.numbers[index]) {
        mark(edition);
      }
    }
  }

  // Papers in lists name their month, which may have a page in another language now.
  void follow_periods() {
    const SaidByName said = by_name(before_.periods);
    std::size_t number = 0;
    const auto follow = [&](const auto& periods) {
      for (const auto& [period, editions] : periods) {
        const ArchiveFacts::Named& now = now_.periods[number++];
        const auto old = said.find(now.name);
        if (old != said.end() && old->second != now.said) {
          mark_editions(editions);
        }
      }
    };
    follow(catalog_.index.weeks);
    follow(catalog_.index.months);
    follow(catalog_.index.years);
  }

  void mark_editions(const std::vector<std::size_t>& editions) {
    for (const std::size_t index : editions) {
      const model::Edition& edition = archive_.editions[index];
      mark(edition);
      for (const model::Entry& entry : edition.entries) {
        mark(archive_.papers[entry.record]);
      }
    }
  }

  void mark_old_paper(std::uint32_t paper) {
    if (const std::optional<std::size_t> now = papers_now_(paper)) {
      mark(archive_.papers[*now]);
    }
  }

  // What all papers of an author show is where their page is; what all pages of an author show is how many
  // papers there are. Those that are new are marked already.
  void follow_authors() {
    std::unordered_map<std::uint64_t, std::size_t> places;
    for (std::size_t place = 0; place < before_.authors.size(); ++place) {
      places.emplace(before_.authors[place].name, place);
    }
    std::unordered_set<const pages::AuthorRecord*> moved;
    for (const auto& [key, record] : catalog_.index.authors) {
      const ArchiveFacts::Named& now = now_.authors[record.number];
      const auto old = places.find(now.name);
      const bool has_moved = old == places.end() || before_.authors[old->second].said != now.said;
      if (has_moved && (old != places.end() || pages::has_author_page(archive_.site, record))) {
        moved.insert(&record);
      }
      if (has_moved || has_lost(record, before_.author_papers[old->second])) {
        for (const std::size_t paper : record.papers) {
          mark(archive_.papers[paper]);
        }
      }
    }
    follow_names(moved);
  }

  // An edition may name people for a paper that others do not.
  void follow_names(const std::unordered_set<const pages::AuthorRecord*>& moved) {
    const auto is_moved = [&](const model::Author& author) {
      const markup::RichText* name = catalog_.texts.rich(author.name, markup::TexField::Name);
      return name != nullptr && moved.contains(catalog_.index.author_of(*name));
    };
    for (const model::Edition& edition : archive_.editions) {
      for (const model::Entry& entry : edition.entries) {
        const std::vector<model::Author>& people = entry.paper.authors;
        if (!moved.empty() && std::any_of(people.begin(), people.end(), is_moved)) {
          mark(entry);
        }
      }
    }
  }

  bool has_lost(const pages::AuthorRecord& author, std::span<const std::uint32_t> old_papers) const {
    return std::any_of(old_papers.begin(), old_papers.end(), [&](std::uint32_t paper) {
      const std::optional<std::size_t> now = papers_now_(paper);
      return !now || !std::binary_search(author.papers.begin(), author.papers.end(), *now);
    });
  }

  void follow_links() {
    for (const model::Edition& edition : archive_.editions) {
      mark_linking(edition);
      for (const model::Entry& entry : edition.entries) {
        mark_linking(entry);
      }
    }
    for (const model::PaperRecord& record : archive_.papers) {
      for (const model::PaperNote& note : record.notes) {
        if (may_link_to_site(note.markdown.text)) {
          mark(record);
        }
      }
    }
    for (const auto& [name, prompt] : archive_.prompts) {
      if (may_link_to_site(prompt.markdown.text)) {
        mark(prompt);
      }
    }
  }
  template <typename Part>
  void mark_linking(const Part& part) {
    if (may_link_to_site(part)) {
      mark(part);
    }
  }

  const ArchiveFacts& before_;
  const ArchiveFacts& now_;
  const FactChanges& facts_;
  const pages::Catalog& catalog_;
  const model::Archive& archive_;
  const Parts& parts_;
  PapersNow papers_now_;
  PartChanges found_;
};

}  // namespace

PapersNow papers_now(const ArchiveFacts& before, const ArchiveFacts& now) {
  std::unordered_map<std::uint64_t, std::size_t> places;
  for (std::size_t place = 0; place < now.papers.size(); ++place) {
    places.emplace(now.papers[place], place);
  }
  std::vector<std::optional<std::size_t>> places_now;
  for (const std::uint64_t id : before.papers) {
    const auto place = places.find(id);
    places_now.push_back(place == places.end() ? std::nullopt : std::optional(place->second));
  }
  return [places_now = std::move(places_now)](std::size_t paper) {
    return paper < places_now.size() ? places_now[paper] : std::nullopt;
  };
}

std::optional<PartChanges> follow_facts(const ArchiveFacts& before, const ArchiveFacts& now,
                                        const SiteChanges& changes, const pages::Catalog& catalog,
                                        const Parts& parts) {
  return Follower(before, now, changes, catalog, parts).follow();
}

}  // namespace paperboy::pipeline
