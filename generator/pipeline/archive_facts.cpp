#include "pipeline/archive_facts.h"

#include <string_view>
#include <utility>

#include "base/digest.h"
#include "base/packed.h"
#include "pages/paper_lists.h"
#include "pages/site_view.h"

namespace paperboy::pipeline {

namespace {

using Named = ArchiveFacts::Named;
using Languages = std::vector<std::string>;

void write(base::PackedWriter& out, const Languages& languages) {
  out.number(languages.size());
  for (const std::string& language : languages) {
    out.text(language);
  }
}

void write(base::PackedWriter& out, const std::vector<pages::LinkView>& links) {
  out.number(links.size());
  for (const pages::LinkView& link : links) {
    out.text(link.label).text(link.address).text(link.language);
  }
}

// What all pages of a language have in common, whatever they are about.
std::uint64_t digest_frame(const pages::SiteView& site) {
  base::PackedWriter out;
  write(out, site.series);
  write(out, site.menu);
  out.text(site.topics_address).text(site.authors_address).text(site.sources_address);
  for (const pages::TopicLinkView& topic : site.topics) {
    out.text(topic.id).text(topic.label).text(topic.language).text(topic.address);
  }
  return base::short_digest(out.bytes());
}

class Describer {
 public:
  Describer(const pages::Catalog& catalog, const pages::ContentLinks& links)
      : catalog_(catalog), archive_(catalog.archive), links_(links) {}

  ArchiveFacts describe() {
    for (const model::PaperRecord& record : archive_.papers) {
      facts_.papers.push_back(base::short_digest(record.paper->id.canonical()));
    }
    add_editions();
    add_authors();
    add_places();
    add_periods();
    add_frames();
    return std::move(facts_);
  }

 private:
  void add_editions() {
    facts_.numbers.resize(archive_.editions.size());
    for (const auto& [series, editions] : archive_.editions_by_series) {
      for (std::size_t place = 0; place < editions.size(); ++place) {
        facts_.numbers[editions[place]] = static_cast<std::uint32_t>(place);
      }
    }
    std::vector<std::uint32_t> papers;
    for (const model::Edition& edition : archive_.editions) {
      papers.clear();
      for (const model::Entry& entry : edition.entries) {
        papers.push_back(static_cast<std::uint32_t>(entry.record));
      }
      facts_.entries.add(papers);
    }
  }

  void add_authors() {
    for (const auto& [key, record] : catalog_.index.authors) {
      base::PackedWriter out;
      out.text(record.name).text(record.slug);
      if (pages::has_author_page(archive_.site, record)) {
        write(out, pages::languages_of_papers(catalog_, record.papers));
      }
      facts_.authors.push_back({base::short_digest(key), base::short_digest(out.bytes())});
      facts_.author_papers.add(std::vector<std::uint32_t>(record.papers.begin(), record.papers.end()));
    }
  }

  static Named named(std::string_view kind, std::string_view name, const base::PackedWriter& said) {
    const std::string key = std::string(kind) + " " + std::string(name);
    return {base::short_digest(key), base::short_digest(said.bytes())};
  }

  static Named named(std::string_view kind, std::string_view name, const Languages& languages) {
    base::PackedWriter out;
    write(out, languages);
    return named(kind, name, out);
  }

  // Sources and categories have names that most papers give them.
  void add_places() {
    for (const auto* places : {&catalog_.index.sources, &catalog_.index.categories}) {
      for (const auto& [key, record] : *places) {
        base::PackedWriter out;
        out.text(record.source).text(record.category);
        write(out, pages::languages_of_papers(catalog_, record.papers));
        facts_.shared.push_back(named(record.category.empty() ? "source" : "category", key, out));
      }
    }
    for (const auto& [topic, appearances] : catalog_.index.topics) {
      facts_.shared.push_back(named("topic", topic, pages::languages_of_appearances(archive_, appearances)));
    }
    for (const auto& [series, languages] : catalog_.index.series_languages) {
      facts_.shared.push_back(named("series", series, languages));
    }
  }

  void add_periods() {
    const auto add = [&](std::string_view kind, const std::string& name,
                         const std::vector<std::size_t>& editions) {
      facts_.periods.push_back(named(kind, name, pages::languages_of_editions(archive_, editions)));
    };
    for (const auto& [week, editions] : catalog_.index.weeks) {
      add("week", base::to_string(week), editions);
    }
    for (const auto& [month, editions] : catalog_.index.months) {
      add("month", base::to_string(month), editions);
    }
    for (const auto& [year, editions] : catalog_.index.years) {
      add("year", std::to_string(year), editions);
    }
  }

  void add_frames() {
    for (const auto& [language, views] : catalog_.languages) {
      const pages::Page page{"", language, "", {}, "", {}};
      pages::SiteViews site_views(catalog_, links_);
      facts_.shared.push_back(
          {base::short_digest("frame " + language), digest_frame(site_views.seen_from(page))});
    }
  }

  const pages::Catalog& catalog_;
  const model::Archive& archive_;
  const pages::ContentLinks& links_;
  ArchiveFacts facts_;
};

}  // namespace

ArchiveFacts describe_archive(const pages::Catalog& catalog, const pages::ContentLinks& links) {
  return Describer(catalog, links).describe();
}

}  // namespace paperboy::pipeline
