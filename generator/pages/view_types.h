#pragma once

#include "pages/page_view.h"
#include "templates/ref.h"

namespace paperboy::pages {

// The roots of every render.
const templates::Type& type_of(const PageView*);
const templates::Type& type_of(const SiteView*);

// What they lead to.
const templates::Type& type_of(const LinkView*);
const templates::Type& type_of(const TextView*);
const templates::Type& type_of(const AuthorView*);
const templates::Type& type_of(const CategoryView*);
const templates::Type& type_of(const PaperView*);
const templates::Type& type_of(const ScoreView*);
const templates::Type& type_of(const TopicLinkView*);
const templates::Type& type_of(const StructuredNoteView*);
const templates::Type& type_of(const CommentaryView*);
const templates::Type& type_of(const EditionCardView*);
const templates::Type& type_of(const EntryView*);
const templates::Type& type_of(const SectionView*);
const templates::Type& type_of(const RunView*);
const templates::Type& type_of(const TopPickView*);
const templates::Type& type_of(const PromptView*);
const templates::Type& type_of(const FeedLinkView*);
const templates::Type& type_of(const CitationFilesView*);
const templates::Type& type_of(const EditionView*);
const templates::Type& type_of(const ChartLabelView*);
const templates::Type& type_of(const ChartKeyView*);
const templates::Type& type_of(const ChartRowView*);
const templates::Type& type_of(const ChartView*);
const templates::Type& type_of(const CalendarDayView*);
const templates::Type& type_of(const CalendarMonthView*);
const templates::Type& type_of(const HeatDayView*);
const templates::Type& type_of(const HeatMonthView*);
const templates::Type& type_of(const HeatYearView*);
const templates::Type& type_of(const PagingView*);
const templates::Type& type_of(const CountView*);
const templates::Type& type_of(const TopicTopView*);
const templates::Type& type_of(const RepeatedPaperView*);
const templates::Type& type_of(const StateCountView*);
const templates::Type& type_of(const RelatedPaperView*);
const templates::Type& type_of(const SeriesCardView*);
const templates::Type& type_of(const FrontView*);
const templates::Type& type_of(const HomeView*);
const templates::Type& type_of(const SeriesView*);
const templates::Type& type_of(const RollupView*);
const templates::Type& type_of(const EntryGroupView*);
const templates::Type& type_of(const TopicView*);
const templates::Type& type_of(const PaperPageView*);
const templates::Type& type_of(const AuthorPageView*);
const templates::Type& type_of(const CategoryPageView*);
const templates::Type& type_of(const IndexView*);
const templates::Type& type_of(const FreePageView*);
const templates::Type& type_of(const FeedSetView*);
const templates::Type& type_of(const FeedsPageView*);
const templates::Type& type_of(const NotFoundView*);
const templates::Type& type_of(const RedirectView*);
const templates::Type& type_of(const LogoView*);
const templates::Type& type_of(const LookView*);

}  // namespace paperboy::pages

namespace paperboy::model {

const templates::Type& type_of(const Show*);

}  // namespace paperboy::model

namespace paperboy::markup {

const templates::Type& type_of(const RichText*);

}  // namespace paperboy::markup
