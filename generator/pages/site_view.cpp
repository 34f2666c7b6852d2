#include "pages/site_view.h"

#include "base/text.h"

namespace paperboy::pages {

namespace {

std::vector<LinkView> series_links(const Catalog& catalog, const Page& page) {
  std::vector<LinkView> links;
  for (const model::Series& series : catalog.archive.site.series) {
    std::string nearest = nearest_language(catalog.index.series_languages.at(series.id), page.language);
    std::string address = catalog.addresses.series(nearest, series);
    const auto* title = series.title.best(page.language);
    links.push_back({title == nullptr ? series.id : title->value, catalog.addresses.href(address),
                     nearest == page.language ? "" : language_tag(nearest), address == page.section});
  }
  return links;
}

std::vector<LinkView> menu_links(const Catalog& catalog, const ContentLinks& content_links,
                                 const Page& page) {
  std::vector<LinkView> links;
  for (const model::MenuLink& item : catalog.archive.site.menu) {
    std::string address = content_links.resolve(item.target, page.language).value_or(item.target);
    const auto* label = item.label.best(page.language);
    bool current = !page.section.empty() && address == catalog.addresses.href(page.section);
    links.push_back({label == nullptr ? item.target : label->value, std::move(address), "", current});
  }
  return links;
}

LookView make_look_view(const model::Look& look, const ContentLinks& links, const std::string& site_title,
                        std::string_view language) {
  LookView view;
  view.theme = look.theme == model::Theme::Auto   ? "auto"
               : look.theme == model::Theme::Dark ? "dark"
                                                  : "light";
  if (look.logo) {
    const auto* alt = look.logo->alt.best(language);
    LogoView logo;
    logo.address = links.resolve("/assets/" + look.logo->file.name, language).value_or("");
    logo.with_title = look.logo->with_title;
    // A picture in place of the title says what the title would.
    logo.alt = alt != nullptr ? alt->value : logo.with_title ? "" : site_title;
    view.logo = std::move(logo);
  }
  return view;
}

SiteView make_site_view(const Catalog& catalog, const ContentLinks& links, const Page& page) {
  const model::Site& site = catalog.archive.site;
  const Addresses& addresses = catalog.addresses;
  SiteView view;
  const auto* title = site.title.best(page.language);
  view.title = title == nullptr ? "" : title->value;
  const auto* description = site.description.best(page.language);
  view.description = description == nullptr ? "" : description->value;
  view.language = page.language;
  view.base_path = site.base_path;
  view.topics = catalog.in(page.language).topics();
  view.reading_list_address = addresses.href(addresses.reading_list(page.language));
  view.feeds_address = addresses.href(addresses.feeds(page.language));
  view.search_address = addresses.href(addresses.search(page.language));
  view.home_address = addresses.href(addresses.home(page.language));
  view.series = series_links(catalog, page);
  view.menu = menu_links(catalog, links, page);
  auto index_address = [&](std::string_view name) {
    std::string address = addresses.index(page.language, name);
    return catalog.planned->contains(address) ? addresses.href(address) : std::string();
  };
  view.topics_address = index_address("topics");
  view.authors_address = index_address("authors");
  view.sources_address = index_address("sources");
  if (!catalog.archive.editions.empty()) {
    view.newest_date = base::to_string(catalog.archive.editions.back().date);
  }
  view.paper_count = catalog.archive.papers.size();
  view.edition_count = catalog.archive.editions.size();
  view.look = make_look_view(site.look, links, view.title, page.language);
  view.show = &site.look.show;
  view.archive = &catalog.archive;
  return view;
}

}  // namespace

const SiteView& SiteViews::seen_from(const Page& page) {
  const std::lock_guard lock(mutex_);
  const std::pair<std::string_view, std::string_view> part(page.language, page.section);
  auto known = views_.find(part);
  if (known == views_.end()) {
    known = views_.emplace(part, make_site_view(catalog_, links_, page)).first;
  }
  return known->second;
}

}  // namespace paperboy::pages
