#include "pages/page.h"

namespace paperboy::pages {

namespace {

const std::string& language_of(const model::Site& site, const model::FreePage& page) {
  return page.language.empty() ? site.default_language() : page.language;
}

PageView build_free_page(const Catalog& catalog, const model::FreePage& page, const std::string& language,
                         const Versions& versions) {
  const markup::MarkdownResult* converted = catalog.texts.markdown(free_page_text(page, language));
  FreePageView content;
  if (converted != nullptr) {
    content.html = &converted->text.html();
    for (const markup::Heading& heading : converted->headings) {
      content.headings.push_back({heading.plain, "#" + heading.anchor, "", false});
    }
  }
  std::string title = page.title.empty() ? page.name : page.title;
  PageView view = make_page_view(catalog,
                                 {"free_page",
                                  language,
                                  title,
                                  converted == nullptr ? title : std::string(converted->text.plain()),
                                  {home_link(catalog, language)}},
                                 versions);
  view.content = std::move(content);
  return view;
}

}  // namespace

std::vector<Page> plan_free_pages(const Catalog& catalog) {
  std::map<std::string, Versions> versions;
  for (const model::FreePage& page : catalog.archive.pages) {
    const std::string& language = language_of(catalog.archive.site, page);
    versions[page.name][language] = catalog.addresses.free_page(language, page.name);
  }
  std::vector<Page> pages;
  for (const model::FreePage& page : catalog.archive.pages) {
    const std::string& language = language_of(catalog.archive.site, page);
    const Versions& all = versions[page.name];
    pages.push_back(
        {"free_page", language, all.at(language), page.markdown.span, all.at(language),
         [&catalog, &page, language, all] { return build_free_page(catalog, page, language, all); }});
  }
  return pages;
}

}  // namespace paperboy::pages
