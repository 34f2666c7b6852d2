#include "outputs/content_dates.h"

#include <algorithm>

namespace paperboy::outputs {

namespace {

class Dates {
 public:
  explicit Dates(const pages::Catalog& catalog) : catalog_(catalog) {}

  ContentDates collect() {
    for (const std::string& language : catalog_.archive.site.languages) {
      add_editions(language);
      add_papers_and_topics(language);
    }
    return std::move(dates_);
  }

 private:
  void add(std::string address, base::Date date) {
    auto [place, added] = dates_.try_emplace(std::move(address), date);
    place->second = std::max(place->second, date);
  }

  void add_editions(const std::string& language) {
    const pages::Addresses& addresses = catalog_.addresses;
    for (const model::Edition& edition : catalog_.archive.editions) {
      const model::Series& series = *catalog_.archive.site.find_series(edition.series);
      if (std::optional<std::string> address = addresses.edition(language, series, edition.date)) {
        add(*std::move(address), edition.date);
      }
      add(addresses.home(language), edition.date);
      add(addresses.series(language, series), edition.date);
      add(addresses.week(language, base::iso_week(edition.date)), edition.date);
      add(addresses.month(language, base::year_month(edition.date)), edition.date);
      add(addresses.year(language, edition.date.year), edition.date);
    }
  }

  void add_papers_and_topics(const std::string& language) {
    for (const model::PaperRecord& record : catalog_.archive.papers) {
      add_newest(catalog_.addresses.paper(language, record.paper->id), record.appearances);
    }
    for (const auto& [topic, appearances] : catalog_.index.topics) {
      add_newest(catalog_.addresses.topic(language, topic), appearances);
    }
  }

  void add_newest(std::string address, const std::vector<model::Appearance>& appearances) {
    if (!appearances.empty()) {
      base::Date newest = catalog_.archive.editions[appearances.front().edition].date;
      for (const model::Appearance& appearance : appearances) {
        newest = std::max(newest, catalog_.archive.editions[appearance.edition].date);
      }
      add(std::move(address), newest);
    }
  }

  const pages::Catalog& catalog_;
  ContentDates dates_;
};

}  // namespace

ContentDates content_dates(const pages::Catalog& catalog) {
  return Dates(catalog).collect();
}

}  // namespace paperboy::outputs
