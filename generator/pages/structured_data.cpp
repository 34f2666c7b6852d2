#include "pages/structured_data.h"

#include <algorithm>
#include <initializer_list>
#include <string>
#include <string_view>

#include "base/json_writer.h"
#include "base/text.h"

namespace paperboy::pages {

namespace {

constexpr std::size_t kMostAuthors = 12;

class Writer {
 public:
  explicit Writer(const PageView& page)
      : page_(page), origin_(page.url.substr(0, page.url.size() - page.address.size())) {}

  // The members that all things have; to be closed by the caller.
  void begin(std::initializer_list<std::string_view> types) {
    json_.begin_object().member("@context", "https://schema.org").key("@type");
    if (types.size() > 1) {
      json_.begin_array();
    }
    for (const std::string_view type : types) {
      json_.text(type);
    }
    if (types.size() > 1) {
      json_.end_array();
    }
    json_.member("@id", page_.url);
  }

  void write(const PaperPageView& content) {
    const PaperView& paper = *content.paper;
    begin({"ScholarlyArticle"});
    json_.member("headline", page_.title);
    add_authors(paper);
    json_.member("datePublished", base::replace_all(content.citation_date, "/", "-"));
    json_.member("identifier", paper.arxiv_id.empty() ? paper.doi : "arXiv:" + paper.arxiv_id);
    add_same_as(paper);
    if (!content.appearances.empty()) {
      const EditionCardView& edition = *content.appearances.front()->edition;
      json_.key("isPartOf").begin_object().member("@type", "PublicationIssue");
      json_.member("@id", absolute(edition.address)).end_object();
    }
    json_.member("inLanguage", paper.title.language.empty() ? page_.language_tag : paper.title.language);
    json_.end_object();
  }

  void write(const EditionView& edition) {
    begin({"PublicationIssue", "CollectionPage"});
    json_.member("name", page_.title)
        .member("issueNumber", static_cast<std::int64_t>(edition.card.number))
        .member("datePublished", edition.card.date)
        .member("inLanguage", page_.language_tag);
    json_.key("isPartOf")
        .begin_object()
        .member("@type", "Periodical")
        .member("@id", absolute(edition.card.series_address))
        .member("name", edition.card.series_title)
        .end_object();
    add_list(edition.entries);
    add_breadcrumbs();
    json_.end_object();
  }

  void write(const RollupView& rollup) {
    begin_collection();
    add_list(rollup.top);
    add_breadcrumbs();
    json_.end_object();
  }

  // Topics are long: how many papers the page lists, and no more.
  void write(const TopicView& topic) {
    std::size_t count = 0;
    for (const EntryGroupView& group : topic.groups) {
      count += group.entries.size();
    }
    begin_collection();
    begin_list(count);
    json_.end_object();
    add_breadcrumbs();
    json_.end_object();
  }

  void write_site(const SiteView& site) {
    begin({"WebSite"});
    json_.member("name", site.title)
        .member("url", page_.url)
        .member("description", site.description)
        .member("inLanguage", page_.language_tag)
        .end_object();
  }

  // A sign that could end the script element stands as its number.
  base::Html html() const { return base::Html::trusted(base::replace_all(json_.str(), "<", "\\u003c")); }

 private:
  std::string absolute(std::string_view address) const { return origin_ + std::string(address); }

  void add_authors(const PaperView& paper) {
    const std::vector<AuthorView>& people = people_of(paper.authors);
    if (people.empty()) {
      return;
    }
    json_.key("author").begin_array();
    for (std::size_t at = 0; at < std::min(people.size(), kMostAuthors); ++at) {
      json_.begin_object().member("@type", "Person").member("name", people[at].name->plain()).end_object();
    }
    json_.end_array();
  }

  // The same work elsewhere, where its name tells that it is that.
  void add_same_as(const PaperView& paper) {
    json_.key("sameAs").begin_array();
    for (const LinkView& link : paper.links) {
      if (link.label == "abs" || link.label == "doi") {
        json_.text(link.address);
      }
    }
    json_.end_array();
  }

  void begin_collection() {
    begin({"CollectionPage"});
    json_.member("name", page_.title).member("inLanguage", page_.language_tag);
  }

  void begin_list(std::size_t count) {
    json_.key("mainEntity").begin_object().member("@type", "ItemList");
    json_.member("numberOfItems", static_cast<std::int64_t>(count));
  }

  // Papers are named by the addresses of their pages, where all else is said of them.
  void add_list(const std::vector<const EntryView*>& entries) {
    std::vector<std::string_view> addresses;
    for (const EntryView* entry : entries) {
      if (std::find(addresses.begin(), addresses.end(), entry->paper->address) == addresses.end()) {
        addresses.push_back(entry->paper->address);
      }
    }
    begin_list(addresses.size());
    json_.key("itemListElement").begin_array();
    for (const std::string_view address : addresses) {
      json_.begin_object().member("@id", absolute(address)).end_object();
    }
    json_.end_array().end_object();
  }

  void add_breadcrumbs() {
    json_.key("breadcrumb").begin_object().member("@type", "BreadcrumbList");
    json_.key("itemListElement").begin_array();
    std::int64_t position = 0;
    for (const LinkView& link : page_.breadcrumbs) {
      json_.begin_object()
          .member("@type", "ListItem")
          .member("position", ++position)
          .member("name", link.label)
          .member("item", absolute(link.address))
          .end_object();
    }
    json_.end_array().end_object();
  }

  const PageView& page_;
  std::string origin_;  // "https://example.org"
  base::JsonWriter json_;
};

}  // namespace

base::Html structured_data(const PageView& page, const SiteView& site) {
  Writer writer(page);
  if (const auto* paper = std::get_if<PaperPageView>(&page.content)) {
    writer.write(*paper);
  } else if (const auto* edition = std::get_if<EditionView>(&page.content)) {
    writer.write(*edition);
  } else if (const auto* rollup = std::get_if<RollupView>(&page.content)) {
    writer.write(*rollup);
  } else if (const auto* topic = std::get_if<TopicView>(&page.content)) {
    writer.write(*topic);
  } else if (std::holds_alternative<HomeView>(page.content)) {
    writer.write_site(site);
  }
  return writer.html();
}

}  // namespace paperboy::pages
