#include <catch2/catch.hpp>
#include <cstddef>
#include <cstdlib>
#include <iterator>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "site_builder.h"

using paperboy::tests::build;
using paperboy::tests::BuiltSite;
using paperboy::tests::TemporaryFolder;

namespace {

using Archive = std::map<std::string, std::string>;

// An archive that is edited at random, and stays sound.
class EditedArchive {
 public:
  explicit EditedArchive(unsigned seed) : random_(seed) {
    for (unsigned day = 1; day <= 4; ++day) {
      make_day(day);
    }
    write_site();
  }

  const Archive& files() const { return files_; }

  // One edit, and what it was.
  std::string edit() { return below(2) == 0 ? edit_text() : edit_facts(); }

 private:
  struct Paper {
    unsigned number = 0;
    unsigned topic = 0;
    unsigned score = 0;
    std::string comment, headline, abstract;
  };

  // What is only shown.
  std::string edit_text() {
    switch (below(8)) {
      case 0:
      case 1:
      case 2:
        return edit_comment();
      case 3:
        return write("content/daily/" + any_day() + ".zh.md",
                     "# 导读\n\n" + word() + " 与 " + word() + "。\n");
      case 4:
        return write("content/papers/" + id(below(12)) + ".md", "A note about " + word() + ".\n");
      case 5:
        return write("content/months/2026-05.md", "A month of " + word() + ".\n\n## " + word() + "\n");
      case 6:
        return write("content/pages/about.md",
                     "---\ntitle: About\n---\n\nWe like " + word() + ".\n\n## " + word() + "\n");
      default:
        return write("layouts/parts/" + std::string(below(2) == 0 ? "footer" : "scores") + ".html",
                     "<p>" + word() + "</p>\n");
    }
  }

  std::string edit_facts() {
    switch (below(8)) {
      case 0:
      case 1:
        return make_day(1 + below(9));
      case 2: {
        const unsigned day = 1 + below(9);
        days_.erase(day);
        return remove("content/daily/" + date(day) + ".yaml") +
               remove("content/daily/" + date(day) + ".zh.md");
      }
      case 3:
        ++topics_;
        write_site();
        return "one more topic";
      case 4:
        return write("assets/extra.css", ".card { order: " + std::to_string(below(9)) + "; }\n");
      case 5:
        return edit_title();
      case 6:
        return remove("content/months/2026-05.md") + remove("content/pages/about.md");
      default:
        return remove(below(2) == 0 ? "layouts/parts/footer.html"
                                    : "content/papers/" + id(below(12)) + ".md");
    }
  }

  unsigned below(std::size_t end) { return static_cast<unsigned>(random_() % end); }
  std::string word() {
    constexpr const char* kWords[] = {"memory",    "sparse",   "agents", "记忆",
                                      "$\\alpha$", "residual", "world",  "scaling"};
    return kWords[below(8)];
  }
  static std::string date(unsigned day) { return "2026-05-0" + std::to_string(day); }
  static std::string id(unsigned number) { return "2605." + std::to_string(10001 + number); }
  std::string any_day() {
    return date(days_.empty() ? 1 : std::next(days_.begin(), below(days_.size()))->first);
  }

  std::string write(const std::string& path, std::string bytes) {
    files_[path] = std::move(bytes);
    return "write " + path;
  }
  std::string remove(const std::string& path) {
    files_.erase(path);
    return "remove " + path + "; ";
  }

  void write_site() {
    std::string text =
        "title: {en: Papers, zh: 论文}\nbase_url: https://example.org/\nlanguages: [en, zh]\nlook: {show: "
        "{cards: false}}\n"
        "series: [{id: daily, title: Daily, languages: [en, zh]}]\ntopics:\n";
    for (unsigned topic = 0; topic < topics_; ++topic) {
      text += "  - {id: t" + std::to_string(topic) + ", label: Topic " + std::to_string(topic) + "}\n";
    }
    files_["content/site.yaml"] = text;
  }

  // Papers are drawn from a few, so that editions share some.
  std::string make_day(unsigned day) {
    std::vector<Paper> papers;
    const unsigned first = below(8);
    for (unsigned number = first; number <= first + below(4); ++number) {
      papers.push_back({number, below(topics_), 1 + below(10), "About " + word() + " and " + word(), "",
                        "We study " + word()});
    }
    days_[day] = std::move(papers);
    return write_day(day);
  }

  std::string edit_comment() {
    if (days_.empty()) {
      return "nothing";
    }
    const auto day = std::next(days_.begin(), below(days_.size()));
    Paper& paper = day->second[below(day->second.size())];
    paper.comment = "On " + word() + (below(3) == 0 ? " and " + word() : "");
    paper.headline = below(3) == 0 ? "News of " + word() : paper.headline;
    return write_day(day->first) + " with another comment";
  }
  std::string edit_title() {
    if (days_.empty()) {
      return "nothing";
    }
    const auto day = std::next(days_.begin(), below(days_.size()));
    day->second[below(day->second.size())].abstract = "We show " + word();
    return write_day(day->first) + " with another abstract";
  }

  std::string write_day(unsigned day) {
    std::string text = "papers:\n";
    for (const Paper& paper : days_[day]) {
      text += "  - {id: '" + id(paper.number) + "', title: 'Paper " + std::to_string(paper.number) +
              "', authors: [Ann " + std::string(1, static_cast<char>('A' + paper.number)) +
              "., Bo Chen], topic: t" + std::to_string(paper.topic) +
              ", scores: {relevance: " + std::to_string(paper.score) + "}, comment: '" + paper.comment +
              "', abstract: '" + paper.abstract + "'" +
              (paper.headline.empty() ? "" : ", headline: '" + paper.headline + "'") + "}\n";
    }
    return write("content/daily/" + date(day) + ".yaml", text);
  }

  std::mt19937 random_;
  Archive files_;
  std::map<unsigned, std::vector<Paper>> days_;
  unsigned topics_ = 2;
};

// More of them: PAPERBOY_EDITS=1000 build/test/tests/test_pipeline "*edits*"
int edit_count() {
  const char* wanted = std::getenv("PAPERBOY_EDITS");
  return wanted == nullptr ? 20 : std::atoi(wanted);
}

}  // namespace

TEST_CASE("after any edits a site is that of a build from nothing, byte for byte") {
  EditedArchive archive(20260506);
  const TemporaryFolder output, kept;
  paperboy::pipeline::BuildOptions options;
  options.root = kept.path();
  options.threads = 2;
  std::string history;
  for (int step = 0; step < edit_count(); ++step) {
    history += archive.edit() + "\n";
    INFO(history);
    const BuiltSite edited = build(archive.files(), output, options);
    REQUIRE(edited.diagnostics.find("error:") == std::string::npos);
    const BuiltSite clean = build(archive.files());
    for (const auto& [path, bytes] : clean.files) {
      INFO(path);
      REQUIRE(edited.files.count(path) == 1);
      REQUIRE(edited.files.at(path) == bytes);
    }
    REQUIRE(edited.files.size() == clean.files.size());
  }
}
