#include "base/reads.h"
#include "pages/view_fields.h"
#include "pages/view_types.h"

namespace paperboy::pages {

using templates::Type;

const Type& type_of(const PagingView*) {
  static const Type type{"paging",
                         {
                             member<&PagingView::number>("number"),
                             member<&PagingView::count>("count"),
                             member<&PagingView::by_date>("by_date"),
                             member<&PagingView::previous>("previous"),
                             member<&PagingView::next>("next"),
                             member<&PagingView::front>("front"),
                             member<&PagingView::months>("months"),
                         }};
  return type;
}

const Type& type_of(const CountView*) {
  static const Type type{"count",
                         {
                             member<&CountView::label>("label"),
                             member<&CountView::address>("address"),
                             member<&CountView::language>("language"),
                             member<&CountView::count>("count"),
                         }};
  return type;
}

const Type& type_of(const SeriesCardView*) {
  static const Type type{"series card",
                         {
                             member<&SeriesCardView::id>("id"),
                             member<&SeriesCardView::title>("title"),
                             member<&SeriesCardView::address>("address"),
                             member<&SeriesCardView::description>("description"),
                             member<&SeriesCardView::cadence>("cadence"),
                             member<&SeriesCardView::edition_count>("edition_count"),
                             member<&SeriesCardView::latest>("latest"),
                             member<&SeriesCardView::headlines>("headlines"),
                         }};
  return type;
}

const Type& type_of(const FrontView*) {
  static const Type type{"front",
                         {
                             member<&FrontView::edition>("edition"),
                             member<&FrontView::leads>("leads"),
                             member<&FrontView::picked>("picked"),
                         }};
  return type;
}

const Type& type_of(const HomeView*) {
  static const Type type{"home",
                         {
                             member<&HomeView::front>("front"),
                             member<&HomeView::series>("series"),
                             member<&HomeView::topics>("topics"),
                             member<&HomeView::years>("years"),
                             member<&HomeView::months>("months"),
                             member<&HomeView::heat_map>("heat_map"),
                         }};
  return type;
}

const Type& type_of(const SeriesView*) {
  static const Type type{"series",
                         {
                             member<&SeriesView::card>("card"),
                             member<&SeriesView::editions>("editions"),
                             member<&SeriesView::calendar>("calendar"),
                             member<&SeriesView::charts>("charts"),
                             member<&SeriesView::heat_map>("heat_map"),
                             member<&SeriesView::years>("years"),
                             member<&SeriesView::paging>("paging"),
                         }};
  return type;
}

const Type& type_of(const TopicTopView*) {
  static const Type type{"topic top",
                         {
                             member<&TopicTopView::topic>("topic"),
                             member<&TopicTopView::paper_count>("paper_count"),
                             member<&TopicTopView::entries>("entries"),
                         }};
  return type;
}

const Type& type_of(const RepeatedPaperView*) {
  static const Type type{"repeated paper",
                         {
                             member<&RepeatedPaperView::entry>("entry"),
                             member<&RepeatedPaperView::edition_count>("edition_count"),
                         }};
  return type;
}

const Type& type_of(const StateCountView*) {
  static const Type type{"state count",
                         {
                             member<&StateCountView::state>("state"),
                             member<&StateCountView::count>("count"),
                         }};
  return type;
}

const Type& type_of(const RollupView*) {
  static const Type type{"rollup",
                         {
                             member<&RollupView::kind>("kind"),
                             member<&RollupView::period>("period"),
                             member<&RollupView::first_day>("first_day"),
                             member<&RollupView::last_day>("last_day"),
                             member<&RollupView::previous>("previous"),
                             member<&RollupView::next>("next"),
                             member<&RollupView::up>("up"),
                             member<&RollupView::commentary>("commentary"),
                             member<&RollupView::editions>("editions"),
                             member<&RollupView::parts>("parts"),
                             member<&RollupView::top>("top"),
                             member<&RollupView::scored>("scored"),
                             member<&RollupView::topics>("topics"),
                             member<&RollupView::topic_tops>("topic_tops"),
                             member<&RollupView::keywords>("keywords"),
                             member<&RollupView::keywords_computed>("keywords_computed"),
                             member<&RollupView::authors>("authors"),
                             member<&RollupView::repeated>("repeated"),
                             member<&RollupView::states>("states"),
                             member<&RollupView::heat_map>("heat_map"),
                             member<&RollupView::paper_count>("paper_count"),
                             member<&RollupView::new_count>("new_count"),
                             member<&RollupView::repeated_count>("repeated_count"),
                             member<&RollupView::calendar>("calendar"),
                             member<&RollupView::charts>("charts"),
                         }};
  return type;
}

const Type& type_of(const EntryGroupView*) {
  static const Type type{"group",
                         {
                             member<&EntryGroupView::label>("label"),
                             member<&EntryGroupView::address>("address"),
                             member<&EntryGroupView::anchor>("anchor"),
                             member<&EntryGroupView::entries>("entries"),
                         }};
  return type;
}

const Type& type_of(const TopicView*) {
  static const Type type{"topic page",
                         {
                             member<&TopicView::topic>("topic"),
                             member<&TopicView::description>("description"),
                             member<&TopicView::paper_count>("paper_count"),
                             member<&TopicView::groups>("groups"),
                             member<&TopicView::also>("also"),
                             member<&TopicView::extra>("extra"),
                             member<&TopicView::charts>("charts"),
                             member<&TopicView::paging>("paging"),
                         }};
  return type;
}

const Type& type_of(const RelatedPaperView*) {
  static const Type type{"related paper",
                         {
                             member<&RelatedPaperView::paper>("paper"),
                             member<&RelatedPaperView::reason>("reason"),
                             member<&RelatedPaperView::shared>("shared"),
                         }};
  return type;
}

const Type& type_of(const PaperPageView*) {
  static const Type type{"paper page",
                         {
                             member<&PaperPageView::paper>("paper"),
                             member<&PaperPageView::appearances>("appearances"),
                             member<&PaperPageView::notes>("notes"),
                             member<&PaperPageView::related>("related"),
                             member<&PaperPageView::bibtex>("bibtex"),
                             member<&PaperPageView::citation_date>("citation_date"),
                         }};
  return type;
}

const Type& type_of(const AuthorPageView*) {
  static const Type type{"author page",
                         {
                             member<&AuthorPageView::name>("name"),
                             member<&AuthorPageView::affiliations>("affiliations"),
                             member<&AuthorPageView::paper_count>("paper_count"),
                             member<&AuthorPageView::groups>("groups"),
                             member<&AuthorPageView::paging>("paging"),
                         }};
  return type;
}

const Type& type_of(const CategoryPageView*) {
  static const Type type{"category page",
                         {
                             member<&CategoryPageView::source>("source"),
                             member<&CategoryPageView::category>("category"),
                             member<&CategoryPageView::source_address>("source_address"),
                             member<&CategoryPageView::paper_count>("paper_count"),
                             member<&CategoryPageView::categories>("categories"),
                             member<&CategoryPageView::groups>("groups"),
                             member<&CategoryPageView::paging>("paging"),
                         }};
  return type;
}

const Type& type_of(const IndexView*) {
  static const Type type{"index",
                         {
                             member<&IndexView::name>("name"),
                             member<&IndexView::items>("items"),
                             member<&IndexView::initials>("initials"),
                             member<&IndexView::paging>("paging"),
                         }};
  return type;
}

const Type& type_of(const FreePageView*) {
  static const Type type{"free page",
                         {
                             member<&FreePageView::html>("html"),
                             member<&FreePageView::headings>("headings"),
                         }};
  return type;
}

const Type& type_of(const FeedSetView*) {
  static const Type type{"feed_set",
                         {
                             member<&FeedSetView::about>("about"),
                             member<&FeedSetView::atom>("atom"),
                             member<&FeedSetView::rss>("rss"),
                             member<&FeedSetView::json>("json"),
                         }};
  return type;
}

const Type& type_of(const FeedsPageView*) {
  static const Type type{"feeds_page",
                         {
                             member<&FeedsPageView::site>("site"),
                             member<&FeedsPageView::series>("series"),
                             member<&FeedsPageView::topics>("topics"),
                             member<&FeedsPageView::opml_address>("opml_address"),
                         }};
  return type;
}

const Type& type_of(const NotFoundView*) {
  static const Type type{"not found",
                         {
                             member<&NotFoundView::latest>("latest"),
                         }};
  return type;
}

const Type& type_of(const RedirectView*) {
  static const Type type{"redirect",
                         {
                             member<&RedirectView::target>("target"),
                         }};
  return type;
}

const Type& type_of(const PictureView*) {
  static const Type type{"picture",
                         {
                             member<&PictureView::url>("url"),
                             member<&PictureView::width>("width"),
                             member<&PictureView::height>("height"),
                             member<&PictureView::alt>("alt"),
                         }};
  return type;
}

namespace {

// What follows from the archive as a whole, and so is noted as a part of it: it changes with any edition.
template <auto kMember>
Field archive_field(std::string_view name) {
  return {Symbol::of(name), [](const void* object) -> Ref {
            const auto* site = static_cast<const SiteView*>(object);
            base::Reads::note(site->archive);
            return to_ref(site->*kMember);
          }};
}

}  // namespace

const Type& type_of(const SiteView*) {
  static const Type type{"site",
                         {
                             member<&SiteView::title>("title"),
                             member<&SiteView::description>("description"),
                             member<&SiteView::language>("language"),
                             member<&SiteView::base_path>("base_path"),
                             member<&SiteView::home_address>("home_address"),
                             member<&SiteView::series>("series"),
                             member<&SiteView::menu>("menu"),
                             member<&SiteView::topics_address>("topics_address"),
                             member<&SiteView::authors_address>("authors_address"),
                             member<&SiteView::sources_address>("sources_address"),
                             member<&SiteView::reading_list_address>("reading_list_address"),
                             member<&SiteView::feeds_address>("feeds_address"),
                             member<&SiteView::search_address>("search_address"),
                             member<&SiteView::topics>("topics"),
                             archive_field<&SiteView::newest_date>("newest_date"),
                             archive_field<&SiteView::paper_count>("paper_count"),
                             archive_field<&SiteView::edition_count>("edition_count"),
                             member<&SiteView::look>("look"),
                             member<&SiteView::show>("show"),
                         }};
  return type;
}

namespace {

// `page.edition` and its like: the content when the page is of that kind, else none.
template <typename Content>
Field content_field(std::string_view name) {
  return {Symbol::of(name), [](const void* object) -> Ref {
            const Content* content = std::get_if<Content>(&static_cast<const PageView*>(object)->content);
            return content == nullptr ? Ref(None{}) : templates::ref(*content);
          }};
}

}  // namespace

const Type& type_of(const PageView*) {
  static const Type type{"page",
                         {
                             member<&PageView::kind>("kind"),
                             member<&PageView::language>("language"),
                             member<&PageView::language_tag>("language_tag"),
                             member<&PageView::locale>("locale"),
                             member<&PageView::address>("address"),
                             member<&PageView::url>("url"),
                             member<&PageView::title>("title"),
                             member<&PageView::description>("description"),
                             member<&PageView::breadcrumbs>("breadcrumbs"),
                             member<&PageView::alternates>("alternates"),
                             member<&PageView::date>("date"),
                             member<&PageView::feeds>("feeds"),
                             member<&PageView::citations>("citations"),
                             member<&PageView::picture>("picture"),
                             member<&PageView::structured_data>("structured_data"),
                             content_field<HomeView>("home"),
                             content_field<SeriesView>("series"),
                             content_field<EditionView>("edition"),
                             content_field<RollupView>("rollup"),
                             content_field<TopicView>("topic"),
                             content_field<PaperPageView>("paper"),
                             content_field<AuthorPageView>("author"),
                             content_field<CategoryPageView>("category"),
                             content_field<IndexView>("index"),
                             content_field<FreePageView>("free_page"),
                             content_field<FeedsPageView>("feeds_page"),
                             content_field<NotFoundView>("not_found"),
                             content_field<RedirectView>("redirect"),
                         }};
  return type;
}

}  // namespace paperboy::pages
