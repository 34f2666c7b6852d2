#include "pages/view_types.h"

namespace paperboy::markup {

// A member of markup so that it is found wherever a RichText is read.
const templates::Type& type_of(const RichText*);

}  // namespace paperboy::markup

namespace paperboy::pages {

using templates::Field;
using templates::None;
using templates::Ref;
using templates::Symbol;
using templates::Type;

const Type& type_of(const LinkView*);
const Type& type_of(const TextView*);
const Type& type_of(const AuthorView*);
const Type& type_of(const CategoryView*);
const Type& type_of(const PaperView*);
const Type& type_of(const ScoreView*);
const Type& type_of(const TopicLinkView*);
const Type& type_of(const StructuredNoteView*);
const Type& type_of(const CommentaryView*);
const Type& type_of(const EditionCardView*);
const Type& type_of(const EntryView*);
const Type& type_of(const SectionView*);
const Type& type_of(const RunView*);
const Type& type_of(const TopPickView*);
const Type& type_of(const PromptView*);
const Type& type_of(const EditionView*);
const Type& type_of(const CalendarDayView*);
const Type& type_of(const CalendarMonthView*);
const Type& type_of(const CountView*);
const Type& type_of(const SeriesCardView*);
const Type& type_of(const HomeView*);
const Type& type_of(const SeriesView*);
const Type& type_of(const RollupView*);
const Type& type_of(const EntryGroupView*);
const Type& type_of(const TopicView*);
const Type& type_of(const PaperPageView*);
const Type& type_of(const AuthorPageView*);
const Type& type_of(const CategoryPageView*);
const Type& type_of(const IndexView*);
const Type& type_of(const FreePageView*);
const Type& type_of(const NotFoundView*);

// A week of a calendar is a list of days; found beside list_ref() by its argument.
Ref element_ref(const std::vector<CalendarDayView>& week) {
  return templates::list_ref(week);
}

namespace {

Ref to_ref(const std::string& text) {
  return Ref(text);
}
Ref to_ref(const bool& truth) {
  return Ref(truth);
}
Ref to_ref(const std::size_t& number) {
  return Ref(number);
}
Ref to_ref(const int& number) {
  return Ref(number);
}
Ref to_ref(const unsigned& number) {
  return Ref(static_cast<std::int64_t>(number));
}
Ref to_ref(const double& number) {
  return Ref(number);
}
Ref to_ref(const base::Html* const& html) {
  return html == nullptr ? Ref(None{}) : Ref(*html);
}
Ref to_ref(const TextView& text) {
  return text.text == nullptr ? Ref(None{}) : templates::ref(text);
}
// A link to nowhere is no link.
Ref to_ref(const LinkView& link) {
  return link.address.empty() ? Ref(None{}) : templates::ref(link);
}
Ref to_ref(const std::vector<std::pair<std::string, std::string>>& pairs) {
  std::vector<std::pair<Symbol, Ref>> members;
  for (const auto& [key, text] : pairs) {
    members.emplace_back(Symbol::of(key), Ref(text));
  }
  return Ref::owned(std::move(members));
}
template <typename T>
Ref to_ref(const std::vector<T>& items) {
  return templates::list_ref(items);
}
template <typename T>
Ref to_ref(const T* const& object) {
  return object == nullptr ? Ref(None{}) : templates::ref(*object);
}
template <typename T>
Ref to_ref(const std::optional<T>& object) {
  return object ? templates::ref(*object) : Ref(None{});
}
template <typename T>
Ref to_ref(const T& object) {
  return templates::ref(object);
}

template <typename T, typename M>
T owner_of(M T::*);

// The field of a data member, with the same name.
template <auto kMember>
Field member(std::string_view name) {
  using Owner = decltype(owner_of(kMember));
  return {Symbol::of(name),
          [](const void* object) -> Ref { return to_ref(static_cast<const Owner*>(object)->*kMember); }};
}

template <typename T>
base::SourceSpan origin_of(const void* object) {
  return static_cast<const T*>(object)->origin;
}

}  // namespace

const Type& type_of(const LinkView*) {
  static const Type type{"link",
                         {
                             member<&LinkView::label>("label"),
                             member<&LinkView::address>("address"),
                             member<&LinkView::language>("language"),
                             member<&LinkView::current>("current"),
                         },
                         nullptr,
                         nullptr,
                         nullptr};
  return type;
}

const Type& type_of(const TextView*) {
  static const Type type{
      "text",
      {
          {Symbol::of("html"),
           [](const void* object) { return Ref(static_cast<const TextView*>(object)->text->html); }},
          {Symbol::of("plain"),
           [](const void* object) { return Ref(static_cast<const TextView*>(object)->text->plain); }},
          member<&TextView::language>("language"),
      },
      nullptr,
      nullptr,
      nullptr};
  return type;
}

const Type& type_of(const AuthorView*) {
  static const Type type{"author",
                         {
                             member<&AuthorView::name>("name"),
                             member<&AuthorView::address>("address"),
                             member<&AuthorView::affiliations>("affiliations"),
                         },
                         nullptr,
                         nullptr,
                         nullptr};
  return type;
}

const Type& type_of(const CategoryView*) {
  static const Type type{"category",
                         {
                             member<&CategoryView::label>("label"),
                             member<&CategoryView::address>("address"),
                         },
                         nullptr,
                         nullptr,
                         nullptr};
  return type;
}

const Type& type_of(const PaperView*) {
  static const Type type{"paper",
                         {
                             member<&PaperView::id>("id"),
                             member<&PaperView::arxiv_id>("arxiv_id"),
                             member<&PaperView::doi>("doi"),
                             member<&PaperView::version>("version"),
                             member<&PaperView::address>("address"),
                             member<&PaperView::language>("language"),
                             member<&PaperView::title>("title"),
                             member<&PaperView::plain_title>("plain_title"),
                             member<&PaperView::authors>("authors"),
                             member<&PaperView::authors_cut>("authors_cut"),
                             member<&PaperView::affiliations>("affiliations"),
                             member<&PaperView::abstract>("abstract"),
                             member<&PaperView::abstract_cut>("abstract_cut"),
                             member<&PaperView::source>("source"),
                             member<&PaperView::source_address>("source_address"),
                             member<&PaperView::category>("category"),
                             member<&PaperView::categories>("categories"),
                             member<&PaperView::published>("published"),
                             member<&PaperView::main_link>("main_link"),
                             member<&PaperView::links>("links"),
                             member<&PaperView::appearance_count>("appearance_count"),
                         },
                         origin_of<PaperView>,
                         nullptr,
                         nullptr};
  return type;
}

const Type& type_of(const ScoreView*) {
  static const Type type{"score",
                         {
                             member<&ScoreView::axis>("axis"),
                             member<&ScoreView::label>("label"),
                             member<&ScoreView::value>("value"),
                         },
                         nullptr,
                         nullptr,
                         nullptr};
  return type;
}

const Type& type_of(const TopicLinkView*) {
  static const Type type{"topic",
                         {
                             member<&TopicLinkView::id>("id"),
                             member<&TopicLinkView::label>("label"),
                             member<&TopicLinkView::language>("language"),
                             member<&TopicLinkView::address>("address"),
                         },
                         nullptr,
                         nullptr,
                         nullptr};
  return type;
}

const Type& type_of(const StructuredNoteView*) {
  static const Type type{"note",
                         {
                             member<&StructuredNoteView::label>("label"),
                             member<&StructuredNoteView::html>("html"),
                         },
                         nullptr,
                         nullptr,
                         nullptr};
  return type;
}

const Type& type_of(const CommentaryView*) {
  static const Type type{"commentary",
                         {
                             member<&CommentaryView::html>("html"),
                             member<&CommentaryView::language>("language"),
                             member<&CommentaryView::author>("author"),
                         },
                         nullptr,
                         nullptr,
                         nullptr};
  return type;
}

const Type& type_of(const EditionCardView*) {
  static const Type type{"edition card",
                         {
                             member<&EditionCardView::title>("title"),
                             member<&EditionCardView::language>("language"),
                             member<&EditionCardView::address>("address"),
                             member<&EditionCardView::date>("date"),
                             member<&EditionCardView::series>("series"),
                             member<&EditionCardView::series_title>("series_title"),
                             member<&EditionCardView::series_address>("series_address"),
                             member<&EditionCardView::state>("state"),
                             member<&EditionCardView::paper_count>("paper_count"),
                             member<&EditionCardView::summary>("summary"),
                             member<&EditionCardView::keywords>("keywords"),
                         },
                         nullptr,
                         nullptr,
                         nullptr};
  return type;
}

const Type& type_of(const EntryView*) {
  static const Type type{"entry",
                         {
                             member<&EntryView::paper>("paper"),
                             member<&EntryView::edition>("edition"),
                             member<&EntryView::anchor>("anchor"),
                             member<&EntryView::old_anchors>("old_anchors"),
                             member<&EntryView::address>("address"),
                             member<&EntryView::number>("number"),
                             member<&EntryView::rank>("rank"),
                             member<&EntryView::title>("title"),
                             member<&EntryView::date>("date"),
                             member<&EntryView::announce_type>("announce_type"),
                             member<&EntryView::authors>("authors"),
                             member<&EntryView::authors_cut>("authors_cut"),
                             member<&EntryView::affiliations>("affiliations"),
                             member<&EntryView::abstract>("abstract"),
                             member<&EntryView::abstract_cut>("abstract_cut"),
                             member<&EntryView::scores>("scores"),
                             member<&EntryView::total>("total"),
                             member<&EntryView::total_value>("total_value"),
                             member<&EntryView::matched_by_author>("matched_by_author"),
                             member<&EntryView::topic>("topic"),
                             member<&EntryView::also_matches>("also_matches"),
                             member<&EntryView::comment>("comment"),
                             member<&EntryView::topic_match>("topic_match"),
                             member<&EntryView::commentary>("commentary"),
                             member<&EntryView::notes>("notes"),
                             member<&EntryView::notes_language>("notes_language"),
                             member<&EntryView::paper_notes>("paper_notes"),
                             member<&EntryView::headline>("headline"),
                             member<&EntryView::tag>("tag"),
                             member<&EntryView::first_seen>("first_seen"),
                             member<&EntryView::extra>("extra"),
                         },
                         origin_of<EntryView>,
                         nullptr,
                         nullptr};
  return type;
}

const Type& type_of(const SectionView*) {
  static const Type type{"section",
                         {
                             member<&SectionView::topic>("topic"),
                             member<&SectionView::anchor>("anchor"),
                             member<&SectionView::entries>("entries"),
                         },
                         nullptr,
                         nullptr,
                         nullptr};
  return type;
}

const Type& type_of(const RunView*) {
  static const Type type{"run",
                         {
                             member<&RunView::model>("model"),
                             member<&RunView::prompt_tokens>("prompt_tokens"),
                             member<&RunView::completion_tokens>("completion_tokens"),
                             member<&RunView::total_tokens>("total_tokens"),
                             member<&RunView::prompt_cost>("prompt_cost"),
                             member<&RunView::completion_cost>("completion_cost"),
                             member<&RunView::total_cost>("total_cost"),
                         },
                         nullptr,
                         nullptr,
                         nullptr};
  return type;
}

const Type& type_of(const TopPickView*) {
  static const Type type{"top pick",
                         {
                             member<&TopPickView::title>("title"),
                             member<&TopPickView::address>("address"),
                             member<&TopPickView::entry>("entry"),
                             member<&TopPickView::reason>("reason"),
                         },
                         nullptr,
                         nullptr,
                         nullptr};
  return type;
}

const Type& type_of(const PromptView*) {
  static const Type type{"prompt",
                         {
                             member<&PromptView::title>("title"),
                             member<&PromptView::html>("html"),
                         },
                         nullptr,
                         nullptr,
                         nullptr};
  return type;
}

const Type& type_of(const EditionView*) {
  static const Type type{"edition",
                         {
                             member<&EditionView::card>("card"),
                             member<&EditionView::month>("month"),
                             member<&EditionView::month_address>("month_address"),
                             member<&EditionView::week>("week"),
                             member<&EditionView::week_address>("week_address"),
                             member<&EditionView::previous>("previous"),
                             member<&EditionView::next>("next"),
                             member<&EditionView::runs>("runs"),
                             member<&EditionView::total_count>("total_count"),
                             member<&EditionView::scanned_count>("scanned_count"),
                             member<&EditionView::relevant_count>("relevant_count"),
                             member<&EditionView::grouped>("grouped"),
                             member<&EditionView::sections>("sections"),
                             member<&EditionView::entries>("entries"),
                             member<&EditionView::show_empty_notes>("show_empty_notes"),
                             member<&EditionView::has_headlines>("has_headlines"),
                             member<&EditionView::legend>("legend"),
                             member<&EditionView::themes>("themes"),
                             member<&EditionView::body>("body"),
                             member<&EditionView::closing>("closing"),
                             member<&EditionView::top_picks>("top_picks"),
                             member<&EditionView::prompts>("prompts"),
                             member<&EditionView::files>("files"),
                         },
                         nullptr,
                         nullptr,
                         nullptr};
  return type;
}

const Type& type_of(const CalendarDayView*) {
  static const Type type{"calendar day",
                         {
                             member<&CalendarDayView::day>("day"),
                             member<&CalendarDayView::date>("date"),
                             member<&CalendarDayView::editions>("editions"),
                         },
                         nullptr,
                         nullptr,
                         nullptr};
  return type;
}

const Type& type_of(const CalendarMonthView*) {
  static const Type type{"calendar month",
                         {
                             member<&CalendarMonthView::label>("label"),
                             member<&CalendarMonthView::address>("address"),
                             member<&CalendarMonthView::weeks>("weeks"),
                         },
                         nullptr,
                         nullptr,
                         nullptr};
  return type;
}

const Type& type_of(const CountView*) {
  static const Type type{"count",
                         {
                             member<&CountView::label>("label"),
                             member<&CountView::address>("address"),
                             member<&CountView::language>("language"),
                             member<&CountView::count>("count"),
                         },
                         nullptr,
                         nullptr,
                         nullptr};
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
                         },
                         nullptr,
                         nullptr,
                         nullptr};
  return type;
}

const Type& type_of(const HomeView*) {
  static const Type type{"home",
                         {
                             member<&HomeView::series>("series"),
                             member<&HomeView::topics>("topics"),
                             member<&HomeView::years>("years"),
                             member<&HomeView::months>("months"),
                         },
                         nullptr,
                         nullptr,
                         nullptr};
  return type;
}

const Type& type_of(const SeriesView*) {
  static const Type type{"series",
                         {
                             member<&SeriesView::card>("card"),
                             member<&SeriesView::editions>("editions"),
                             member<&SeriesView::calendar>("calendar"),
                         },
                         nullptr,
                         nullptr,
                         nullptr};
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
                             member<&RollupView::topics>("topics"),
                             member<&RollupView::keywords>("keywords"),
                             member<&RollupView::paper_count>("paper_count"),
                             member<&RollupView::new_count>("new_count"),
                             member<&RollupView::repeated_count>("repeated_count"),
                             member<&RollupView::calendar>("calendar"),
                         },
                         nullptr,
                         nullptr,
                         nullptr};
  return type;
}

const Type& type_of(const EntryGroupView*) {
  static const Type type{"group",
                         {
                             member<&EntryGroupView::label>("label"),
                             member<&EntryGroupView::address>("address"),
                             member<&EntryGroupView::entries>("entries"),
                         },
                         nullptr,
                         nullptr,
                         nullptr};
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
                         },
                         nullptr,
                         nullptr,
                         nullptr};
  return type;
}

const Type& type_of(const PaperPageView*) {
  static const Type type{"paper page",
                         {
                             member<&PaperPageView::paper>("paper"),
                             member<&PaperPageView::appearances>("appearances"),
                             member<&PaperPageView::notes>("notes"),
                         },
                         nullptr,
                         nullptr,
                         nullptr};
  return type;
}

const Type& type_of(const AuthorPageView*) {
  static const Type type{"author page",
                         {
                             member<&AuthorPageView::name>("name"),
                             member<&AuthorPageView::affiliations>("affiliations"),
                             member<&AuthorPageView::paper_count>("paper_count"),
                             member<&AuthorPageView::groups>("groups"),
                         },
                         nullptr,
                         nullptr,
                         nullptr};
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
                         },
                         nullptr,
                         nullptr,
                         nullptr};
  return type;
}

const Type& type_of(const IndexView*) {
  static const Type type{"index",
                         {
                             member<&IndexView::name>("name"),
                             member<&IndexView::items>("items"),
                         },
                         nullptr,
                         nullptr,
                         nullptr};
  return type;
}

const Type& type_of(const FreePageView*) {
  static const Type type{"free page",
                         {
                             member<&FreePageView::html>("html"),
                             member<&FreePageView::headings>("headings"),
                         },
                         nullptr,
                         nullptr,
                         nullptr};
  return type;
}

const Type& type_of(const NotFoundView*) {
  static const Type type{"not found",
                         {
                             member<&NotFoundView::latest>("latest"),
                         },
                         nullptr,
                         nullptr,
                         nullptr};
  return type;
}

const Type& type_of(const SiteView*) {
  static const Type type{"site",
                         {
                             member<&SiteView::title>("title"),
                             member<&SiteView::description>("description"),
                             member<&SiteView::language>("language"),
                             member<&SiteView::home_address>("home_address"),
                             member<&SiteView::series>("series"),
                             member<&SiteView::menu>("menu"),
                             member<&SiteView::topics_address>("topics_address"),
                             member<&SiteView::authors_address>("authors_address"),
                             member<&SiteView::sources_address>("sources_address"),
                             member<&SiteView::newest_date>("newest_date"),
                         },
                         nullptr,
                         nullptr,
                         nullptr};
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
                             member<&PageView::address>("address"),
                             member<&PageView::url>("url"),
                             member<&PageView::title>("title"),
                             member<&PageView::description>("description"),
                             member<&PageView::breadcrumbs>("breadcrumbs"),
                             member<&PageView::alternates>("alternates"),
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
                             content_field<NotFoundView>("not_found"),
                         },
                         nullptr,
                         nullptr,
                         nullptr};
  return type;
}

}  // namespace paperboy::pages

namespace paperboy::markup {

const templates::Type& type_of(const RichText*) {
  using templates::Ref;
  using templates::Symbol;
  static const templates::Type type{
      "rich text",
      {
          {Symbol::of("html"),
           [](const void* object) { return Ref(static_cast<const RichText*>(object)->html); }},
          {Symbol::of("plain"),
           [](const void* object) { return Ref(static_cast<const RichText*>(object)->plain); }},
      },
      nullptr,
      nullptr,
      nullptr};
  return type;
}

}  // namespace paperboy::markup
