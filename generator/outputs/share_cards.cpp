#include <algorithm>
#include <atomic>
#include <set>

#include "base/parallel.h"
#include "cards/card_keys.h"
#include "cards/painter.h"
#include "model/site_address.h"
#include "outputs/card_texts.h"
#include "outputs/outputs.h"
#include "pages/leads.h"
#include "pages/series_card.h"

namespace paperboy::outputs {

namespace {

struct CardFile {
  std::string path;
  cards::Card card;
};

// The cards of a site in one language.
class CardList {
 public:
  CardList(const pages::Catalog& catalog, const std::string& language)
      : catalog_(catalog),
        archive_(catalog.archive),
        views_(catalog.in(language)),
        language_(language),
        frame_(card_frame(archive_.site, catalog.phrases.find(language)->second, language)) {}

  std::vector<CardFile> list() && {
    add_home();
    for (const model::Series& series : archive_.site.series) {
      add_series(series);
    }
    for (const model::Topic& topic : archive_.site.topics) {
      add_topic(topic);
    }
    for (std::size_t edition = 0; edition < archive_.editions.size(); ++edition) {
      add_edition(edition);
    }
    return std::move(files_);
  }

 private:
  bool is_among(const std::vector<std::string>& languages) const {
    return std::find(languages.begin(), languages.end(), language_) != languages.end();
  }
  void add(std::string_view page, cards::Card card) {
    files_.push_back({pages::output_path(pages::card_address(page)), std::move(card)});
  }

  std::string count(std::string_view key, std::size_t number) const {
    return frame_.phrases.text(key, {{"count", std::to_string(number)}}, static_cast<std::int64_t>(number))
        .value_or("");
  }

  // Descriptions are Markdown; a card shows their text.
  void add_description(const model::Text& description, ListTexts& list) const {
    if (const auto* text = description.best(language_)) {
      const auto* converted = catalog_.texts.markdown(pages::description_text(*text, language_));
      list.description = converted == nullptr ? "" : converted->plain;
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
    std::vector<const pages::EntryView*> entries;
    for (const pages::TopPickView& pick :
         pages::choose_leads(catalog_, edition, language_, cards::kMostTitles)) {
      if (pick.entry != nullptr) {
        entries.push_back(pick.entry);
      }
    }
    for (const pages::EntryView& entry : views_.entries(edition)) {
      const bool is_there = std::find(entries.begin(), entries.end(), &entry) != entries.end();
      if (!is_there && entries.size() < cards::kMostTitles) {
        entries.push_back(&entry);
      }
    }
    return entries;
  }

  void add_home() {
    ListTexts list;
    list.masthead = model::host_of(archive_.site.base_url);
    list.title = frame_.site_title;
    list.facts = count("papers_count", archive_.papers.size()) + " · " +
                 count("editions_count", archive_.editions.size());
    if (const auto* description = archive_.site.description.best(language_)) {
      list.description = description->value;
    }
    std::vector<std::size_t> editions(archive_.editions.size());
    for (std::size_t at = 0; at < editions.size(); ++at) {
      editions[at] = at;
    }
    add_newest(editions, list);
    add(catalog_.addresses.home(language_), list_card(frame_, list));
  }

  void add_series(const model::Series& series) {
    if (!is_among(pages::series_languages(archive_, series))) {
      return;
    }
    ListTexts list;
    const auto* title = series.title.best(language_);
    list.title = title == nullptr ? series.id : title->value;
    add_description(series.description, list);
    if (const auto found = archive_.editions_by_series.find(series.id);
        found != archive_.editions_by_series.end()) {
      list.facts = count("editions_count", found->second.size());
      add_newest(found->second, list);
    }
    add(catalog_.addresses.series(language_, series), list_card(frame_, list));
  }

  void add_topic(const model::Topic& topic) {
    const auto found = catalog_.index.topics.find(topic.id);
    if (found == catalog_.index.topics.end() ||
        !is_among(pages::languages_of_appearances(archive_, found->second))) {
      return;
    }
    ListTexts list;
    list.kicker = catalog_.phrase(language_, "topic");
    const auto* label = topic.label.best(language_);
    list.title = label == nullptr ? topic.id : label->value;
    list.title_language =
        pages::foreign_language(list.title, label == nullptr ? "" : label->language, language_);
    add_description(topic.description, list);
    // Newest first; in an edition as it has them.
    std::vector<model::Appearance> appearances = found->second;
    std::stable_sort(appearances.begin(), appearances.end(),
                     [](const model::Appearance& a, const model::Appearance& b) {
                       return a.edition != b.edition ? a.edition > b.edition : a.entry < b.entry;
                     });
    std::set<std::string_view> papers;
    for (const model::Appearance& appearance : appearances) {
      const pages::EntryView& entry = views_.entry(appearance);
      if (papers.insert(entry.paper->id).second && list.entries.size() < cards::kMostTitles) {
        list.entries.push_back(&entry);
      }
    }
    list.newest = archive_.editions[appearances.front().edition].date;
    list.facts = count("papers_count", papers.size());
    add(catalog_.addresses.topic(language_, topic.id), list_card(frame_, list));
  }

  void add_edition(std::size_t index) {
    const model::Edition& edition = archive_.editions[index];
    const std::optional<std::string> address =
        catalog_.addresses.edition(language_, *archive_.site.find_series(edition.series), edition.date);
    if (!address || !is_among(edition.languages)) {
      return;
    }
    const std::vector<std::string>* themes =
        pages::EditionWords(edition, language_).first([](const model::EditionText& text) {
          return text.themes.empty() ? nullptr : &text.themes;
        });
    add(*address, edition_card(frame_, {views_.card(index), edition.date,
                                        themes == nullptr ? std::vector<std::string>() : *themes,
                                        pages::choose_leads(catalog_, index, language_, cards::kMostTitles),
                                        views_.entries(index)}));
  }

  const pages::Catalog& catalog_;
  const model::Archive& archive_;
  const pages::LanguageCatalog& views_;
  const std::string& language_;
  CardFrame frame_;
  std::vector<CardFile> files_;
};

// One painter a thread, and none where all pictures were kept.
std::vector<Output> draw(const std::vector<CardFile>& files, std::size_t threads, base::Cache& cache) {
  cards::CardKeys card_keys;
  std::vector<std::string> keys;
  for (const CardFile& file : files) {
    keys.push_back(card_keys.key_of(file.card));
  }
  std::vector<Output> outputs(files.size());
  std::atomic<std::size_t> next = 0;
  base::parallel_for(std::min(threads, files.size()), threads, [&](std::size_t) {
    std::optional<cards::Painter> painter;
    for (std::size_t at = next++; at < files.size(); at = next++) {
      std::optional<std::string> bytes = cache.find(keys[at]);
      if (!bytes) {
        bytes = (painter ? *painter : painter.emplace()).draw(files[at].card);
        if (!bytes->empty()) {
          cache.store(keys[at], *bytes);
        }
      }
      outputs[at] = {files[at].path, *std::move(bytes)};
    }
  });
  cache.remove_unused();
  return outputs;
}

}  // namespace

std::vector<Output> share_cards(const Publication& publication) {
  if (publication.card_cache == nullptr) {
    return {};
  }
  std::vector<CardFile> files;
  for (const std::string& language : publication.catalog.archive.site.languages) {
    std::vector<CardFile> in_language = CardList(publication.catalog, language).list();
    std::move(in_language.begin(), in_language.end(), std::back_inserter(files));
  }
  return draw(files, publication.threads, *publication.card_cache);
}

}  // namespace paperboy::outputs
