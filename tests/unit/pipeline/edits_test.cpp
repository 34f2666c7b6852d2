#include <catch2/catch.hpp>
#include <cstdlib>
#include <random>
#include <string>

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
      write_day(day);
    }
    write_site();
  }

  const Archive& files() const { return files_; }

  // One edit, and what it was.
  std::string edit() {
    switch (below(9)) {
      case 0:
      case 1:
      case 2:
        return write_day(1 + below(9));
      case 3:
        return remove("content/daily/" + date(1 + below(9)) + ".yaml");
      case 4:
        ++topics_;
        write_site();
        return "one more topic";
      case 5:
        return write("layouts/parts/footer.html", "<footer>" + word() + " {{ site.title }}</footer>\n");
      case 6:
        return write("content/papers/" + id(below(12)) + ".md", "A note about " + word() + ".\n");
      case 7:
        return write("assets/extra.css", ".card { order: " + std::to_string(below(9)) + "; }\n");
      default:
        return remove(below(2) == 0 ? "layouts/parts/footer.html"
                                    : "content/papers/" + id(below(12)) + ".md");
    }
  }

 private:
  unsigned below(unsigned end) { return static_cast<unsigned>(random_() % end); }
  std::string word() {
    constexpr const char* kWords[] = {"memory",    "sparse",   "agents", "记忆",
                                      "$\\alpha$", "residual", "world",  "scaling"};
    return kWords[below(8)];
  }
  static std::string date(unsigned day) { return "2026-05-0" + std::to_string(day); }
  static std::string id(unsigned number) { return "2605." + std::to_string(10001 + number); }

  std::string write(const std::string& path, std::string bytes) {
    files_[path] = std::move(bytes);
    return "write " + path;
  }
  std::string remove(const std::string& path) {
    files_.erase(path);
    return "remove " + path;
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
  std::string write_day(unsigned day) {
    std::string text = "papers:\n";
    const unsigned first = below(8);
    for (unsigned number = first; number <= first + below(4); ++number) {
      text += "  - {id: '" + id(number) + "', title: 'Paper " + std::to_string(number) + "', authors: [Ann " +
              std::string(1, static_cast<char>('A' + number)) + "., Bo Chen], topic: t" +
              std::to_string(below(topics_)) + ", scores: {relevance: " + std::to_string(1 + below(10)) +
              "}, comment: 'About " + word() + " and " + word() + "', abstract: 'We study " + word() + "'}\n";
    }
    return write("content/daily/" + date(day) + ".yaml", text);
  }

  std::mt19937 random_;
  Archive files_;
  unsigned topics_ = 2;
};

// More of them: PAPERBOY_EDITS=1000 build/test/tests/test_pipeline "*edits*"
int edit_count() {
  const char* wanted = std::getenv("PAPERBOY_EDITS");
  return wanted == nullptr ? 10 : std::atoi(wanted);
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
