#include "pipeline/fact_followers.h"

#include <algorithm>
#include <cstddef>
#include <span>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "pages/content_link.h"
#include "pages/markdown_texts.h"
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
        papers_now_(papers_now(before, changes.parts, parts, catalog.archive)),
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
    if (!moved.empty()) {
      follow_names(moved);
    }
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
        if (std::any_of(people.begin(), people.end(), is_moved)) {
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

  // Where links to the site lead depends on all its pages.
  void follow_links() {
    for (const std::string& language : archive_.site.languages) {
      for (const model::Edition& edition : archive_.editions) {
        pages::each_markdown(edition, language, marking(edition));
        for (const model::Entry& entry : edition.entries) {
          pages::each_markdown(edition, entry, language, marking(entry));
        }
      }
      for (const model::PaperRecord& record : archive_.papers) {
        for (const model::PaperNote& note : record.notes) {
          marking(record)(pages::paper_note(note, record.paper->id, language));
        }
      }
      for (const auto& [name, prompt] : archive_.prompts) {
        marking(prompt)(pages::prompt_text(prompt, language));
      }
    }
  }

  // Marks the part where one of its texts has such a link.
  template <typename Part>
  pages::SeeMarkdown marking(const Part& part) {
    return [this, &part](const pages::MarkdownText& text) {
      const markup::MarkdownResult* converted = catalog_.texts.markdown(text);
      if (converted != nullptr &&
          std::any_of(converted->links.begin(), converted->links.end(), [](const markup::Link& link) {
            return pages::ContentLinks::is_on_site(link.target);
          })) {
        mark(part);
      }
    };
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

PapersNow papers_now(const ArchiveFacts& before, const PartChanges& changes, const Parts& parts,
                     const model::Archive& archive) {
  std::size_t first_before = before.numbers.size();
  for (std::size_t edition = 0; edition < before.entries.size(); ++edition) {
    first_before += before.entries[edition].size();
  }
  const std::size_t first_now =
      archive.papers.empty() ? 0 : std::size_t{*parts.number_of(archive.papers.data())};
  return [first_before, first_now, &changes](std::size_t paper) -> std::optional<std::size_t> {
    const auto now = changes.now_of(static_cast<Parts::Number>(first_before + paper));
    return now ? std::optional(*now - first_now) : std::nullopt;
  };
}

std::optional<PartChanges> follow_facts(const ArchiveFacts& before, const ArchiveFacts& now,
                                        const SiteChanges& changes, const pages::Catalog& catalog,
                                        const Parts& parts) {
  return Follower(before, now, changes, catalog, parts).follow();
}

}  // namespace paperboy::pipeline
