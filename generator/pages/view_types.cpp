#include "pages/view_types.h"

#include "pages/citation.h"
#include "pages/view_fields.h"

namespace paperboy::pages {

using templates::Type;

const std::vector<AuthorView>& people_of(const AuthorList& authors) {
  static const std::vector<AuthorView> nobody;
  return authors == nullptr ? nobody : *authors;
}

const Type& type_of(const LinkView*) {
  static const Type type{"link",
                         {
                             member<&LinkView::label>("label"),
                             member<&LinkView::address>("address"),
                             member<&LinkView::language>("language"),
                             member<&LinkView::current>("current"),
                         }};
  return type;
}

const Type& type_of(const TextView*) {
  static const Type type{
      "text",
      {
          {Symbol::of("html"),
           [](const void* object) { return Ref(static_cast<const TextView*>(object)->text->html()); }},
          {Symbol::of("plain"),
           [](const void* object) { return Ref(static_cast<const TextView*>(object)->text->plain()); }},
          member<&TextView::language>("language"),
      }};
  return type;
}

const Type& type_of(const AuthorView*) {
  static const Type type{"author",
                         {
                             member<&AuthorView::name>("name"),
                             member<&AuthorView::address>("address"),
                             member<&AuthorView::affiliations>("affiliations"),
                         }};
  return type;
}

const Type& type_of(const CategoryView*) {
  static const Type type{"category",
                         {
                             member<&CategoryView::label>("label"),
                             member<&CategoryView::address>("address"),
                         }};
  return type;
}

const Type& type_of(const PaperView*) {
  static const Type type{
      "paper",
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
          {Symbol::of("main_link"),
           [](const void* object) { return Ref(static_cast<const PaperView*>(object)->main_link()); }},
          member<&PaperView::links>("links"),
          member<&PaperView::appearance_count>("appearance_count"),
      },
      origin_of<PaperView>};
  return type;
}

const Type& type_of(const ScoreView*) {
  static const Type type{"score",
                         {
                             member<&ScoreView::axis>("axis"),
                             member<&ScoreView::label>("label"),
                             member<&ScoreView::value>("value"),
                         }};
  return type;
}

const Type& type_of(const TopicLinkView*) {
  static const Type type{"topic",
                         {
                             member<&TopicLinkView::id>("id"),
                             member<&TopicLinkView::label>("label"),
                             member<&TopicLinkView::language>("language"),
                             member<&TopicLinkView::address>("address"),
                         }};
  return type;
}

const Type& type_of(const StructuredNoteView*) {
  static const Type type{"note",
                         {
                             member<&StructuredNoteView::label>("label"),
                             member<&StructuredNoteView::html>("html"),
                         }};
  return type;
}

const Type& type_of(const CommentaryView*) {
  static const Type type{"commentary",
                         {
                             member<&CommentaryView::html>("html"),
                             member<&CommentaryView::language>("language"),
                             member<&CommentaryView::author>("author"),
                         }};
  return type;
}

const Type& type_of(const EditionCardView*) {
  static const Type type{"edition card",
                         {
                             member<&EditionCardView::number>("number"),
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
                             member<&EditionCardView::summary_language>("summary_language"),
                             member<&EditionCardView::keywords>("keywords"),
                         }};
  return type;
}

namespace {

// Made where a layout asks for it: few pages do.
Field coins_field() {
  return {Symbol::of("coins"),
          [](const void* object) { return Ref::owned(coins(*static_cast<const EntryView*>(object))); }};
}

}  // namespace

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
                             coins_field(),
                         },
                         origin_of<EntryView>};
  return type;
}

const Type& type_of(const SectionView*) {
  static const Type type{"section",
                         {
                             member<&SectionView::topic>("topic"),
                             member<&SectionView::anchor>("anchor"),
                             member<&SectionView::entries>("entries"),
                         }};
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
                         }};
  return type;
}

const Type& type_of(const TopPickView*) {
  static const Type type{"top pick",
                         {
                             member<&TopPickView::title>("title"),
                             member<&TopPickView::address>("address"),
                             member<&TopPickView::entry>("entry"),
                             member<&TopPickView::reason>("reason"),
                         }};
  return type;
}

const Type& type_of(const PromptView*) {
  static const Type type{"prompt",
                         {
                             member<&PromptView::title>("title"),
                             member<&PromptView::html>("html"),
                             member<&PromptView::language>("language"),
                         }};
  return type;
}

const Type& type_of(const FeedLinkView*) {
  static const Type type{"feed_link",
                         {
                             member<&FeedLinkView::title>("title"),
                             member<&FeedLinkView::address>("address"),
                             member<&FeedLinkView::type>("type"),
                         }};
  return type;
}

const Type& type_of(const CitationFilesView*) {
  static const Type type{"citation_files",
                         {
                             member<&CitationFilesView::bibtex>("bibtex"),
                             member<&CitationFilesView::ris>("ris"),
                             member<&CitationFilesView::csl_json>("csl_json"),
                         }};
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
                             member<&EditionView::leads>("leads"),
                             member<&EditionView::prompts>("prompts"),
                             member<&EditionView::files>("files"),
                             member<&EditionView::charts>("charts"),
                         }};
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
           [](const void* object) { return Ref(static_cast<const RichText*>(object)->html()); }},
          {Symbol::of("plain"),
           [](const void* object) { return Ref(static_cast<const RichText*>(object)->plain()); }},
      }};
  return type;
}

}  // namespace paperboy::markup
