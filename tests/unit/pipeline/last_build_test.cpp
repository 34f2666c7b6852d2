#include <catch2/catch.hpp>
#include <filesystem>
#include <string>
#include <vector>

#include "site_builder.h"

using paperboy::tests::build;
using paperboy::tests::BuiltSite;
using paperboy::tests::TemporaryFolder;

namespace {

namespace fs = std::filesystem;
using Archive = std::map<std::string, std::string>;

Archive archive_with(const std::string& comment) {
  return {{"content/site.yaml",
           "title: Papers\nbase_url: https://example.org/\nseries: [{id: daily, title: Daily}]\n"},
          {"content/daily/2026-05-04.yaml",
           "papers:\n  - {id: '2605.00001', title: 'Costs of $\\wrong$ words', comment: " + comment + "}\n"}};
}

// Builds one archive again and again, as a maintainer does.
class Maintainer {
 public:
  Maintainer() { options_.root = kept_.path(); }

  BuiltSite build(const Archive& archive) { return build(archive, output_); }
  BuiltSite build(const Archive& archive, const TemporaryFolder& output) {
    passes_.clear();
    options_.on_pass = [this](std::string_view pass) { passes_.emplace_back(pass); };
    options_.output = output.path();
    return paperboy::tests::build(archive, output, options_);
  }
  // Whether the last build went past comparing.
  bool did_work() const { return passes_.back() != "compare"; }

  TemporaryFolder output_, kept_;
  paperboy::pipeline::BuildOptions options_;

 private:
  std::vector<std::string> passes_;
};

}  // namespace

TEST_CASE("a build that finds everything as it was does nothing, and says the same") {
  Maintainer maintainer;
  const BuiltSite first = maintainer.build(archive_with("Good"));
  REQUIRE(maintainer.did_work());
  const BuiltSite second = maintainer.build(archive_with("Good"));
  CHECK_FALSE(maintainer.did_work());
  CHECK(second.files == first.files);
  CHECK(second.report.written == 0);
  CHECK(second.report.pages == first.report.pages);
  CHECK(second.report.bytes == first.report.bytes);
  CHECK(second.diagnostics.find("\\wrong") != std::string::npos);
  CHECK(second.diagnostics == first.diagnostics);
}

TEST_CASE("a build works when a content file, a layout, the address or the site itself changed") {
  Maintainer maintainer;
  const Archive archive = archive_with("Good");
  const BuiltSite first = maintainer.build(archive);

  SECTION("content") {
    CHECK(maintainer.build(archive_with("Better")).report.written > 0);
  }
  SECTION("a new file") {
    Archive more = archive;
    more["assets/logo.svg"] = "<svg/>";
    CHECK(maintainer.build(more).report.written > 0);
  }
  SECTION("the address") {
    maintainer.options_.base_url = "https://example.org/papers/";
    CHECK(maintainer.build(archive).report.written > 0);
  }
  SECTION("a page was edited by hand") {
    maintainer.output_.write("index.html", "oops");
    CHECK(maintainer.build(archive).files == first.files);
  }
  SECTION("a page was removed by hand") {
    fs::remove(maintainer.output_ / "index.html");
    CHECK(maintainer.build(archive).files == first.files);
  }
  SECTION("a file was added by hand") {
    maintainer.output_.write("papers/extra.html", "oops");
    CHECK(maintainer.build(archive).files == first.files);
  }
  CHECK(maintainer.did_work());
}

TEST_CASE("what is known of three sites is kept: those that were built or looked at last") {
  Maintainer maintainer;
  const Archive archive = archive_with("Good");
  const BuiltSite first = maintainer.build(archive);
  const TemporaryFolder second, third, fourth;
  maintainer.options_.base_url = "http://localhost:8000/";
  maintainer.build(archive, second);
  maintainer.build(archive, third);
  REQUIRE(maintainer.did_work());
  maintainer.options_.base_url = "";
  CHECK(maintainer.build(archive).files == first.files);
  CHECK_FALSE(maintainer.did_work());

  maintainer.build(archive, fourth);
  maintainer.build(archive, fourth);
  CHECK_FALSE(maintainer.did_work());
  CHECK(maintainer.build(archive).files == first.files);
  CHECK_FALSE(maintainer.did_work());
  maintainer.options_.base_url = "http://localhost:8000/";
  maintainer.build(archive, second);
  CHECK(maintainer.did_work());
}

TEST_CASE("what is kept between builds may be lost or damaged") {
  Maintainer maintainer;
  const BuiltSite first = maintainer.build(archive_with("Good"));
  SECTION("lost") {
    fs::remove_all(maintainer.kept_ / ".paperboy");
  }
  SECTION("damaged") {
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(maintainer.kept_.path())) {
      if (entry.is_regular_file() && entry.file_size() > 40) {
        fs::resize_file(entry.path(), entry.file_size() - 1);
      }
    }
  }
  const BuiltSite second = maintainer.build(archive_with("Good"));
  CHECK(maintainer.did_work());
  CHECK(second.files == first.files);
  CHECK(second.report.written == 0);
}

TEST_CASE("a build with mistakes is not taken for one that was done") {
  Maintainer maintainer;
  maintainer.build(archive_with("Good"));
  const Archive wrong = archive_with("[");
  CHECK_FALSE(maintainer.build(wrong).ok);
  CHECK_FALSE(maintainer.build(wrong).ok);
  CHECK(maintainer.did_work());
}
