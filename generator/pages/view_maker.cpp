#include "pages/view_maker.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "pages/page.h"
#include "pages/places.h"

namespace paperboy::pages {

class ViewMaker::Maker {
 public:
  Maker(const Catalog& catalog, std::string language)
      : catalog_(catalog),
        archive_(catalog.archive),
        language_(std::move(language)),
        places_(catalog, language_) {}

  std::vector<TopicLinkView> topics() const {
    std::vector<TopicLinkView> links;
    for (const model::Topic& topic : archive_.site.topics) {
      const TopicLinkView* link = places_.topic(topic.id);
      if (link != nullptr && !link->address.empty()) {
        links.push_back(*link);
      }
    }
    return links;
  }

  PaperView paper(std::size_t index) const {
    const model::PaperRecord& record = archive_.papers[index];
    const model::Paper& facts = *record.paper;
    PaperView view;
    view.id = facts.id.canonical();
    view.version = facts.version;
    std::string language = nearest_language(catalog_.index.paper_languages[index], language_);
    view.address = here(catalog_.addresses.paper(language, facts.id));
    view.language = language == language_ ? "" : language_tag(language);
    view.title = text(facts.title, markup::TexField::Title);
    view.plain_title = view.title.text == nullptr ? std::string_view(facts.id.local)
                                                  : std::string_view(view.title.text->plain());
    view.authors = authors(facts.authors);
    view.authors_cut = facts.authors_cut;
    view.affiliations = affiliations(facts.affiliations);
    view.abstract = text(facts.abstract, markup::TexField::Abstract);
    view.abstract_cut = facts.abstract_cut;
    add_source(facts, view);
    view.published = facts.published ? base::to_string(*facts.published) : "";
    add_links(facts, view);
    view.appearance_count = record.appearances.size();
    view.origin = facts.span;
    return view;
  }

  EditionCardView card(const model::Edition& edition) const {
    const model::Series& series = *archive_.site.find_series(edition.series);
    EditionWords words(edition, language_);
    EditionCardView view;
    view.number = number_in_series(edition);
    view.title = edition_title(archive_, edition, language_);
    view.language = words.language() == language_ ? "" : language_tag(words.language());
    view.address = here(catalog_.addresses.edition(words.language(), series, edition.date).value_or("/"));
    view.date = base::to_string(edition.date);
    view.series = series.id;
    const auto* series_title = series.title.best(language_);
    view.series_title = series_title == nullptr ? series.id : series_title->value;
    view.series_address = here(catalog_.addresses.series(
        nearest_language(catalog_.index.series_languages.at(series.id), language_), series));
    view.state = model::to_string(edition.state);
    view.paper_count = edition.entries.size();
    const model::Located* summary = words.first(
        [](const model::EditionText& text) { return text.summary.text.empty() ? nullptr : &text.summary; });
    if (summary != nullptr) {
      const markup::MarkdownResult* converted =
          catalog_.texts.markdown(edition_text(*summary, "summary", language_));
      if (converted != nullptr) {
        view.summary = &converted->text.html();
        view.summary_language = foreign_language(converted->text.plain(), "", language_);
      }
    }
    const std::vector<std::string>* keywords = words.first(
        [](const model::EditionText& text) { return text.keywords.empty() ? nullptr : &text.keywords; });
    if (keywords != nullptr) {
      view.keywords = *keywords;
    }
    view.facts = &edition;
    return view;
  }

  EntryView entry(const LanguageCatalog& views, std::size_t edition, const model::Entry& facts) const {
    std::size_t record_index = facts.record;
    const model::PaperRecord& record = archive_.papers[record_index];
    const PaperView& paper = views.paper(record_index);
    EntryView view;
    view.paper = &paper;
    view.edition = &views.card(edition);
    view.anchor = paper_anchor(facts.paper.id);
    view.address = view.edition->address + "#" + view.anchor;
    view.old_anchors = {"link" + std::to_string(facts.rank)};
    view.rank = facts.rank;
    view.number = number(archive_.editions[edition], facts);
    add_facts(facts, *record.paper, paper, view);
    view.scores = scores(facts);
    add_total(facts, view);
    view.matched_by_author = facts.matched_by == model::MatchedBy::Author;
    if (!facts.topic.empty()) {
      view.topic = places_.topic(facts.topic);
    }
    for (const std::string& id : facts.also_matches) {
      if (const TopicLinkView* other = places_.topic(id)) {
        view.also_matches.push_back(other);
      }
    }
    view.comment = text(facts.comment, markup::TexField::Abstract);
    view.topic_match = text(facts.topic_match, markup::TexField::Abstract);
    view.headline = text(facts.headline, markup::TexField::Title);
    view.tag = facts.tag;
    add_markdown(archive_.editions[edition], facts, record, view);
    view.first_seen = first_seen(views, edition, record);
    for (const value::Member& member : facts.extra.members()) {
      if (const value::Scalar* scalar = member.value.scalar()) {
        view.extra.emplace_back(member.key, scalar->text);
      }
    }
    view.origin = facts.span;
    view.facts = &facts;
    return view;
  }

 private:
  // What stands before the title: the number the source gave, the rank, or a count afresh in each topic.
  std::string number(const model::Edition& edition, const model::Entry& facts) const {
    const model::Series& series = *archive_.site.find_series(edition.series);
    if (series.numbering == model::Numbering::Given && !facts.number.empty()) {
      return facts.number;
    }
    if (series.numbering != model::Numbering::Topic || series.grouping != model::Grouping::Topic) {
      return std::to_string(facts.rank);
    }
    const model::Topic* topic = archive_.site.topic(facts.topic);
    const auto end = edition.entries.begin() + (&facts - edition.entries.data()) + 1;
    return std::to_string(std::count_if(edition.entries.begin(), end, [&](const model::Entry& other) {
      return archive_.site.topic(other.topic) == topic;
    }));
  }

  TextView text(const model::LocatedText& variants, markup::TexField field) const {
    TextView view;
    if (const auto* variant = variants.best(language_)) {
      view.text = catalog_.texts.rich(variant->value.text, field);
      if (view.text != nullptr) {
        view.language = foreign_language(view.text->plain(), variant->language, language_);
      }
    }
    return view;
  }

  std::vector<std::string> affiliations(const std::vector<std::string>& written) const {
    std::vector<std::string> read;
    for (const std::string& affiliation : written) {
      read.emplace_back(catalog_.texts.affiliation(affiliation));
    }
    return read;
  }

  AuthorList authors(const std::vector<model::Author>& people) const {
    std::vector<AuthorView> views;
    views.reserve(people.size());
    for (const model::Author& author : people) {
      AuthorView view;
      view.name = catalog_.texts.rich(author.name, markup::TexField::Name);
      if (view.name == nullptr) {
        continue;
      }
      view.affiliations = affiliations(author.affiliations);
      if (const AuthorRecord* person = catalog_.index.author_of(*view.name)) {
        view.address = places_.author_address(*person);
      }
      views.push_back(std::move(view));
    }
    return views.empty() ? nullptr : std::make_shared<const std::vector<AuthorView>>(std::move(views));
  }

  static bool are_same(const std::vector<model::Author>& people, const std::vector<model::Author>& others) {
    return std::equal(people.begin(), people.end(), others.begin(), others.end(),
                      [](const model::Author& a, const model::Author& b) {
                        return a.name == b.name && a.affiliations == b.affiliations;
                      });
  }

  std::string here(std::string_view address) const { return catalog_.addresses.href(address); }

  void add_links(const model::Paper& facts, PaperView& view) const {
    view.links.reserve(3 + facts.links.size());
    if (facts.id.scheme == model::IdScheme::Arxiv) {
      view.arxiv_id = facts.id.local;
      view.doi = "10.48550/arXiv." + facts.id.local;
      view.links.push_back({"abs", "https://arxiv.org/abs/" + facts.id.local, "", false});
      view.links.push_back({"pdf", "https://arxiv.org/pdf/" + facts.id.local, "", false});
    } else if (facts.id.scheme == model::IdScheme::Doi) {
      view.doi = facts.id.local;
    }
    if (!view.doi.empty()) {
      view.links.push_back({"doi", "https://doi.org/" + base::percent_encode_path(view.doi), "", false});
    }
    for (const model::PaperLink& link : facts.links) {
      bool known = std::any_of(view.links.begin(), view.links.end(),
                               [&](const LinkView& other) { return other.label == link.kind; });
      if (!known) {
        view.links.push_back({link.kind, link.url, "", false});
      }
    }
  }

  void add_source(const model::Paper& facts, PaperView& view) const {
    view.source = facts.source;
    if (facts.source.empty()) {
      return;
    }
    view.source_address = places_.source_address(facts.source);
    if (!facts.category.empty()) {
      view.category = places_.category(facts.source, facts.category);
    }
    for (const std::string& name : facts.categories) {
      if (!name.empty() &&
          category_slug(name) != (facts.category.empty() ? "" : category_slug(facts.category))) {
        view.categories.push_back(places_.category(facts.source, name));
      }
    }
  }

  std::size_t number_in_series(const model::Edition& edition) const {
    const std::vector<std::size_t>& all = archive_.editions_by_series.at(edition.series);
    std::size_t index = static_cast<std::size_t>(&edition - archive_.editions.data());
    return static_cast<std::size_t>(std::lower_bound(all.begin(), all.end(), index) - all.begin()) + 1;
  }

  std::vector<ScoreView> scores(const model::Entry& facts) const {
    std::vector<ScoreView> views;
    for (const model::Score& score : facts.scores) {
      std::string key = "score_" + score.axis;
      std::string label = catalog_.phrase(language_, key);
      if (label == key) {
        label = score.axis;
      }
      views.push_back({score.axis, std::move(label), score.given});
    }
    std::stable_sort(views.begin(), views.end(), [this](const ScoreView& a, const ScoreView& b) {
      return axis_place(a.axis) < axis_place(b.axis);
    });
    return views;
  }

  std::size_t axis_place(std::string_view axis) const {
    const std::vector<std::string>& axes = archive_.site.score_axes;
    return static_cast<std::size_t>(std::find(axes.begin(), axes.end(), axis) - axes.begin());
  }

  void add_total(const model::Entry& facts, EntryView& view) const {
    if (facts.total) {
      view.total_value = facts.total->value;
      view.total = facts.total->given.empty() ? fmt::format("{:g}", facts.total->value) : facts.total->given;
    }
  }

  void add_markdown(const model::Edition& edition, const model::Entry& facts,
                    const model::PaperRecord& record, EntryView& view) const {
    if (const auto* commentary = facts.commentary.best(language_)) {
      const auto* html =
          catalog_.texts.markdown(entry_commentary(edition, facts, commentary->value, language_));
      if (html != nullptr) {
        view.commentary.push_back(
            {&html->text.html(), foreign_language(html->text.plain(), commentary->language, language_), ""});
      }
    }
    if (const auto* notes = facts.notes.best(language_)) {
      view.notes_language =
          notes->language.empty() || notes->language == language_ ? "" : language_tag(notes->language);
      for (std::size_t position = 0; position < notes->value.size(); ++position) {
        const model::NoteField& note = notes->value[position];
        const auto* html =
            catalog_.texts.markdown(entry_note(edition, facts, note.markdown, language_, position));
        view.notes.push_back({note.label, html == nullptr ? nullptr : &html->text.html()});
      }
    }
    view.paper_notes = curated_notes(record);
  }

  // Notes in the page's language, else those for any, else all.
  std::vector<CommentaryView> curated_notes(const model::PaperRecord& record) const {
    auto matching = [&](std::string_view wanted) {
      std::vector<CommentaryView> views;
      for (const model::PaperNote& note : record.notes) {
        const auto* html = catalog_.texts.markdown(paper_note(note, record.paper->id, language_));
        if (html != nullptr && (wanted == "*" || note.language == wanted)) {
          views.push_back({&html->text.html(), foreign_language(html->text.plain(), note.language, language_),
                           note.author});
        }
      }
      return views;
    };
    for (std::string_view wanted :
         {std::string_view(language_), std::string_view(""), std::string_view("*")}) {
      std::vector<CommentaryView> views = matching(wanted);
      if (!views.empty()) {
        return views;
      }
    }
    return {};
  }

  const EditionCardView* first_seen(const LanguageCatalog& views, std::size_t edition,
                                    const model::PaperRecord& record) const {
    for (const model::Appearance& appearance : record.appearances) {
      if (archive_.editions[appearance.edition].date < archive_.editions[edition].date) {
        return &views.card(appearance.edition);
      }
    }
    return nullptr;
  }

  static std::string announce_type(model::AnnounceType type) {
    switch (type) {
      case model::AnnounceType::None:
        return "";
      case model::AnnounceType::New:
        return "new";
      case model::AnnounceType::Cross:
        return "cross";
      case model::AnnounceType::Replace:
        return "replace";
      case model::AnnounceType::ReplaceCross:
        return "replace-cross";
    }
    return "";
  }

  void add_facts(const model::Entry& facts, const model::Paper& merged, const PaperView& paper,
                 EntryView& view) const {
    view.title = text(facts.paper.title, markup::TexField::Title);
    if (view.title.text == nullptr) {
      view.title = paper.title;
    }
    view.authors = facts.paper.authors.empty() || are_same(facts.paper.authors, merged.authors)
                       ? paper.authors
                       : authors(facts.paper.authors);
    view.authors_cut = facts.paper.authors.empty() ? paper.authors_cut : facts.paper.authors_cut;
    view.affiliations =
        facts.paper.affiliations.empty() ? paper.affiliations : affiliations(facts.paper.affiliations);
    view.abstract = text(facts.paper.abstract, markup::TexField::Abstract);
    view.abstract_cut = facts.paper.abstract_cut;
    if (view.abstract.text == nullptr) {
      view.abstract = paper.abstract;
      view.abstract_cut = paper.abstract_cut;
    }
    view.date = facts.date ? base::to_string(*facts.date) : "";
    view.announce_type = announce_type(facts.announce_type);
  }

  const Catalog& catalog_;
  const model::Archive& archive_;
  std::string language_;
  Places places_;
};

ViewMaker::ViewMaker(const Catalog& catalog, std::string language)
    : maker_(std::make_unique<const Maker>(catalog, std::move(language))) {}
ViewMaker::~ViewMaker() = default;

std::vector<TopicLinkView> ViewMaker::topics() const {
  return maker_->topics();
}

PaperView ViewMaker::paper(std::size_t index) const {
  return maker_->paper(index);
}

EditionCardView ViewMaker::card(const model::Edition& edition) const {
  return maker_->card(edition);
}

EntryView ViewMaker::entry(const LanguageCatalog& views, const model::Appearance& place,
                           const model::Entry& facts) const {
  return maker_->entry(views, place.edition, facts);
}

}  // namespace paperboy::pages
