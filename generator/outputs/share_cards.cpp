#include <algorithm>
#include <atomic>
#include <deque>
#include <functional>
#include <iterator>
#include <numeric>
#include <set>

#include "base/parallel.h"
#include "base/reads.h"
#include "cards/card_keys.h"
#include "cards/painter.h"
#include "model/site_address.h"
#include "outputs/card_texts.h"
#include "outputs/outputs.h"
#include "pages/leads.h"

namespace paperboy::outputs {

namespace {

struct CardFile {
  std::string path;
  std::function<cards::Card()> card;
};

// The cards of a site in one language. Of entries they show what no build takes for a text (titles, scores),
// of editions their words: those are noted.
class CardList {
 public:
  CardList(const pages::Catalog& catalog, const std::string& language)
      : catalog_(catalog),
        archive_(catalog.archive),
        views_(catalog.in(language)),
        language_(language),
        frame_(card_frame(archive_.site, catalog.phrases.find(language)->second, language)) {}

  // They are made from this, which outlives them.
  std::vector<CardFile> list() const {
    std::vector<CardFile> files;
    const auto add = [&](std::string_view page, std::function<cards::Card()> card) {
      files.push_back({pages::output_path(pages::card_address(page)), std::move(card)});
    };
    add(catalog_.addresses.home(language_), [this] { return home_card(); });
    for (const model::Series& series : archive_.site.series) {
      if (is_among(catalog_.index.series_languages.at(series.id))) {
        add(catalog_.addresses.series(language_, series), [this, &series] { return series_card(series); });
      }
    }
    for (const model::Topic& topic : archive_.site.topics) {
      const auto found = catalog_.index.topics.find(topic.id);
      if (found != catalog_.index.topics.end() &&
          is_among(pages::languages_of_appearances(archive_, found->second))) {
        add(catalog_.addresses.topic(language_, topic.id),
            [this, &topic, &appearances = found->second] { return topic_card(topic, appearances); });
      }
    }
    for (std::size_t index = 0; index < archive_.editions.size(); ++index) {
      const model::Edition& edition = archive_.editions[index];
      const std::optional<std::string> address =
          catalog_.addresses.edition(language_, *archive_.site.find_series(edition.series), edition.date);
      if (address && is_among(edition.languages)) {
        add(*address, [this, index] { return edition_card_of(index); });
      }
    }
    return files;
  }

 private:
  bool is_among(const std::vector<std::string>& languages) const {
    return std::find(languages.begin(), languages.end(), language_) != languages.end();
  }
  std::string count(std::string_view key, std::size_t number) const {
    return frame_.phrases.text(key, {{"count", std::to_string(number)}}, static_cast<std::int64_t>(number))
        .value_or("");
  }

  // Descriptions are Markdown; a card shows their text.
  void add_description(const model::Text& description, ListTexts& list) const {
    if (const auto* text = description.best(language_)) {
      const auto* converted = catalog_.texts.markdown(pages::description_text(*text, language_));
      list.description = converted == nullptr ? std::string_view() : converted->text.plain();
      list.description_language = pages::foreign_language(list.description, text->language, language_);
    }
  }

  // With the papers that its newest edition leads with.
  void add_newest(const std::vector<std::size_t>& editions, ListTexts& list) const {
    if (!editions.empty()) {
      list.newest = archive_.editions[editions.back()].date;
    }
    for (auto edition = editions.rbegin(); edition != editions.rend() && list.entries.empty(); ++edition) {
      list.entries = leading_entries(*edition);
    }
  }
  std::vector<const pages::EntryView*> leading_entries(std::size_t edition) const {
    base::Reads::note(&archive_.editions[edition]);
    const base::UnnotedReads unnoted;
    std::vector<const pages::EntryView*> entries;
    for (const pages::TopPickView& pick :
         pages::choose_leads(catalog_, edition, language_, cards::kMostTitles)) {
      if (pick.entry != nullptr) {
        entries.push_back(pick.entry);
      }
    }
    for (const pages::EntryView* entry : views_.first_entries(edition, cards::kMostTitles)) {
      const bool is_there = std::find(entries.begin(), entries.end(), entry) != entries.end();
      if (!is_there && entries.size() < cards::kMostTitles) {
        entries.push_back(entry);
      }
    }
    return entries;
  }

  cards::Card home_card() const {
    ListTexts list;
    list.masthead = model::host_of(archive_.site.base_url);
    list.title = frame_.site_title;
    list.facts = count("papers_count", archive_.papers.size()) + " · " +
                 count("editions_count", archive_.editions.size());
    if (const auto* description = archive_.site.description.best(language_)) {
      list.description = description->value;
    }
    std::vector<std::size_t> editions(archive_.editions.size());
    std::iota(editions.begin(), editions.end(), 0);
    add_newest(editions, list);
    return list_card(frame_, list);
  }

  cards::Card series_card(const model::Series& series) const {
    ListTexts list;
    const auto* title = series.title.best(language_);
    list.title = title == nullptr ? series.id : title->value;
    add_description(series.description, list);
    if (const auto found = archive_.editions_by_series.find(series.id);
        found != archive_.editions_by_series.end()) {
      list.facts = count("editions_count", found->second.size());
      add_newest(found->second, list);
    }
    return list_card(frame_, list);
  }

  cards::Card topic_card(const model::Topic& topic, std::vector<model::Appearance> appearances) const {
    ListTexts list;
    list.kicker = catalog_.phrase(language_, "topic");
    const auto* label = topic.label.best(language_);
    list.title = label == nullptr ? topic.id : label->value;
    list.title_language =
        pages::foreign_language(list.title, label == nullptr ? "" : label->language, language_);
    add_description(topic.description, list);
    // Newest first; in an edition as it has them.
    std::stable_sort(appearances.begin(), appearances.end(),
                     [](const model::Appearance& a, const model::Appearance& b) {
                       return a.edition != b.edition ? a.edition > b.edition : a.entry < b.entry;
                     });
    list.newest = archive_.editions[appearances.front().edition].date;
    const base::UnnotedReads unnoted;
    std::set<std::size_t> papers;
    for (const model::Appearance& appearance : appearances) {
      const model::Entry& entry = archive_.editions[appearance.edition].entries[appearance.entry];
      if (papers.insert(entry.record).second && list.entries.size() < cards::kMostTitles) {
        list.entries.push_back(&views_.entry(appearance));
      }
    }
    list.facts = count("papers_count", papers.size());
    return list_card(frame_, list);
  }

  cards::Card edition_card_of(std::size_t index) const {
    const model::Edition& edition = archive_.editions[index];
    base::Reads::note(&edition);
    const base::UnnotedReads unnoted;
    const std::vector<std::string>* themes =
        pages::EditionWords(edition, language_).first([](const model::EditionText& text) {
          return text.themes.empty() ? nullptr : &text.themes;
        });
    return edition_card(
        frame_, {views_.card(index), edition.date, themes == nullptr ? std::vector<std::string>() : *themes,
                 pages::choose_leads(catalog_, index, language_, cards::kMostTitles),
                 views_.first_entries(index, cards::kMostTitles)});
  }

  const pages::Catalog& catalog_;
  const model::Archive& archive_;
  const pages::LanguageCatalog& views_;
  const std::string& language_;
  CardFrame frame_;
};

// Draws on one thread; its painter is made when the first picture is missing.
class Drawer {
 public:
  explicit Drawer(base::Cache& cache) : cache_(cache) {}

  std::string picture(const cards::Card& card) {
    const std::string key = keys_.key_of(card);
    if (std::optional<std::string> kept = cache_.find(key)) {
      return *std::move(kept);
    }
    std::string drawn = (painter_ ? *painter_ : painter_.emplace()).draw(card);
    if (!drawn.empty()) {
      cache_.store(key, drawn);
    }
    return drawn;
  }

 private:
  base::Cache& cache_;
  cards::CardKeys keys_;
  std::optional<cards::Painter> painter_;
};

}  // namespace

void share_cards(const Publication& publication, SiteFiles& files) {
  if (publication.card_cache == nullptr) {
    return;
  }
  std::deque<CardList> lists;
  std::vector<CardFile> all;
  for (const std::string& language : publication.catalog.archive.site.languages) {
    std::vector<CardFile> in_language = lists.emplace_back(publication.catalog, language).list();
    std::move(in_language.begin(), in_language.end(), std::back_inserter(all));
  }
  std::atomic<std::size_t> next = 0;
  std::atomic<std::size_t> asked_for = 0;
  base::parallel_for(std::min(publication.threads, all.size()), publication.threads, [&](std::size_t) {
    Drawer drawer(*publication.card_cache);
    for (std::size_t at = next++; at < all.size(); at = next++) {
      files.add(all[at].path, [&] {
        ++asked_for;
        return drawer.picture(all[at].card());
      });
    }
  });
  // Pictures that nobody asked for belong to files that stay as they are.
  if (asked_for == all.size()) {
    publication.card_cache->remove_unused();
  }
}

}  // namespace paperboy::outputs
