#include "outputs/card_texts.h"

#include <catch2/catch.hpp>

namespace paperboy::outputs {
namespace {

using Texts = std::vector<std::string>;

const pages::Phrases kEnglish = [] {
  static base::SourceStore sources;
  base::Diagnostics diagnostics;
  return *pages::Phrases::read(
      sources.add("en.yaml",
                  "papers_count: {one: '{count} paper', other: '{count} papers'}\n"
                  "state_quiet: Quiet\n"
                  "date_long: '{weekday}, {day} {month_name} {year}'\nmonth_5: May\nweekday_3: Wednesday\n"),
      diagnostics);
}();

// Papers with these titles in an edition; those beginning with Han are marked as Chinese.
class Entries {
 public:
  explicit Entries(const Texts& titles) : papers_(titles.size()), texts_(titles.size()) {
    for (std::size_t at = 0; at < titles.size(); ++at) {
      texts_[at] = markup::RichText(base::Html::escaped(titles[at]), titles[at]);
      papers_[at].plain_title = titles[at];
      pages::EntryView entry;
      entry.paper = &papers_[at];
      entry.title = {&texts_[at], pages_language(titles[at])};
      views.push_back(std::move(entry));
    }
  }
  std::vector<const pages::EntryView*> list() const {
    std::vector<const pages::EntryView*> all;
    for (const pages::EntryView& view : views) {
      all.push_back(&view);
    }
    return all;
  }
  std::vector<pages::EntryView> views;

 private:
  static std::string pages_language(const std::string& title) {
    return static_cast<unsigned char>(title.front()) >= 0xE0 ? "zh-Hans" : "";
  }
  std::vector<pages::PaperView> papers_;
  std::vector<markup::RichText> texts_;
};

model::Site site() {
  model::Site site;
  site.title.set("en", "Paper archive");
  return site;
}

pages::EditionCardView edition_view(std::string title, std::size_t papers) {
  pages::EditionCardView view;
  view.paper_count = papers;
  view.title = std::move(title);
  view.series_title = "Daily";
  view.state = "published";
  return view;
}

Texts titles(const cards::Card& card) {
  Texts texts;
  for (const cards::Passage& title : card.titles) {
    texts.push_back(title.text);
  }
  return texts;
}

TEST_CASE("the card of an edition says what it is, how much it holds and what it leads with") {
  const Entries entries({"One", "Two", "Three", "Four"});
  const CardFrame frame = card_frame(site(), kEnglish, "en");
  const cards::Card card = edition_card(
      frame, {edition_view("Papers of the day", 4), {2026, 5, 6}, {"Proofs", "Cells"}, {}, entries.list()});
  CHECK(card.language == "en");
  CHECK(card.masthead.text == "Paper archive");
  CHECK(card.mark.text == "Wednesday, 6 May 2026");
  CHECK(card.kicker.text == "Daily");
  CHECK(card.title.text == "Papers of the day");
  CHECK(card.facts.text == "4 papers · Proofs · Cells");
  CHECK(titles(card) == Texts{"One", "Two", "Three"});
}

TEST_CASE("a title that names its series says it once") {
  const Entries entries({"One"});
  const CardFrame frame = card_frame(site(), kEnglish, "en");
  CHECK(edition_card(frame, {edition_view("Daily 2026-05-06", 1), {2026, 5, 6}, {}, {}, entries.list()})
            .kicker.text.empty());
}

TEST_CASE("an edition without papers says why") {
  pages::EditionCardView view = edition_view("Papers", 0);
  view.state = "quiet";
  const cards::Card card = edition_card(card_frame(site(), kEnglish, "en"), {view, {2026, 5, 6}, {}, {}, {}});
  CHECK(card.facts.text == "Quiet");
  CHECK(card.titles.empty());
}

TEST_CASE(
    "top picks stand with the titles of their papers, or with the curator's where only that can be read") {
  const Entries entries({"Nora: Row Alignment", "答案对了", "Other"});
  pages::EditionCardView view = edition_view("Papers", 3);
  const std::vector<pages::TopPickView> picks = {
      {"Nora", "#a", &entries.views[0], nullptr},
      {"The right answer", "#b", &entries.views[1], nullptr},
      {"A paper of elsewhere", "", nullptr, nullptr},
      {"Other", "#c", &entries.views[2], nullptr},
  };
  const cards::Card card =
      edition_card(card_frame(site(), kEnglish, "en"), {view, {2026, 5, 6}, {}, picks, entries.list()});
  CHECK(titles(card) == Texts{"Nora: Row Alignment", "The right answer", "A paper of elsewhere"});
}

TEST_CASE("texts in another language than the card's say so") {
  const Entries entries({"答案对了"});
  const cards::Card card = edition_card(card_frame(site(), kEnglish, "en"),
                                        {edition_view("Papers", 1), {2026, 5, 6}, {}, {}, entries.list()});
  CHECK(card.titles.front().language == "zh-Hans");
  CHECK(card_frame(site(), kEnglish, "zh").language == "zh");
}

TEST_CASE("the card of a topic has its label, its description and some papers") {
  const Entries entries({"One", "Two", "Three", "Four"});
  ListTexts list;
  list.kicker = "Topic";
  list.title = "Memory";
  list.facts = "4 papers";
  list.description = "What models keep.";
  list.newest = base::Date{2026, 5, 6};
  list.entries = entries.list();
  const cards::Card card = list_card(card_frame(site(), kEnglish, "en"), list);
  CHECK(card.masthead.text == "Paper archive");
  CHECK(card.mark.text == "Wednesday, 6 May 2026");
  CHECK(card.kicker.text == "Topic");
  CHECK(card.title.text == "Memory");
  CHECK(card.facts.text == "4 papers");
  CHECK(card.text.text == "What models keep.");
  CHECK(titles(card) == Texts{"One", "Two", "Three"});
  list.masthead = "example.org";
  CHECK(list_card(card_frame(site(), kEnglish, "en"), list).masthead.text == "example.org");
}

TEST_CASE("colours and fonts come from the look of the site") {
  model::Site looking = site();
  const auto color = [](const char* text) { return model::PlacedColor{*model::parse_css_color(text), {}}; };
  looking.look.colors = {{"accent", color("#0b6b57"), color("#6fd3bb")},
                         {"paper", color("rgb(1 2 3 / 50%)"), color("black")}};
  looking.look.variables = {{"serif", "\"Noto Serif\", \"Songti SC\", serif"},
                            {"sans", "\"Inter\", sans-serif"}};
  const CardFrame frame = card_frame(looking, kEnglish, "en");
  CHECK(frame.colors.accent == 0x0b6b57);
  CHECK(frame.colors.ink == cards::Colors().ink);
  CHECK(frame.colors.paper == cards::Colors().paper);  // what shines through is no colour of paper
  CHECK(frame.fonts == Texts{"Noto Serif", "Songti SC"});
  looking.look.theme = model::Theme::Dark;
  const CardFrame dark = card_frame(looking, kEnglish, "en");
  CHECK(dark.colors.accent == 0x6fd3bb);
  CHECK(dark.colors.paper == 0);
  CHECK(dark.colors.ink != cards::Colors().ink);
}

}  // namespace
}  // namespace paperboy::outputs
