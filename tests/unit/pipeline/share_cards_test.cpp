#include <catch2/catch.hpp>
#include <filesystem>

#include "base/text.h"
#include "cards/card.h"
#include "outputs/card_texts.h"
#include "pipeline/defaults.h"
#include "site_builder.h"

namespace paperboy::pipeline {
namespace {

namespace fs = std::filesystem;
using tests::build;
using tests::BuiltSite;
using tests::TemporaryFolder;

using Archive = std::map<std::string, std::string>;

Archive archive_with(const std::string& settings) {
  return {{"content/site.yaml",
           "title: {en: Papers, zh: 论文}\nbase_url: https://example.org/repo/\n"
           "languages: [en, zh]\n"
           "topics: [{id: memory, label: {en: Memory, zh: 记忆}}, {id: unused, label: Unused}]\n"
           "series:\n  - {id: daily, title: Daily, languages: [en, zh]}\n"
           "  - {id: weekly, title: Weekly, languages: [en], address: 'weekly/{date}.html'}\n" +
               settings},
          {"content/daily/2026-05-04.yaml",
           "papers: [{id: '2605.00001', title: First paper, authors: [Ann Lee], topic: memory}]\n"},
          {"content/weekly/2026-05-09.yaml", "papers: [{id: '2605.00001', title: First paper}]\n"}};
}

bool contains(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

std::vector<std::string> cards_of(const BuiltSite& site) {
  std::vector<std::string> paths;
  for (const auto& [path, bytes] : site.files) {
    if (base::ends_with(path, ".png")) {
      CHECK(bytes.starts_with("\x89PNG"));
      paths.push_back(path);
    }
  }
  return paths;
}

std::size_t entry_count(const TemporaryFolder& root) {
  const fs::path folder = root / ".paperboy/cache/cards";
  std::size_t count = 0;
  for (const auto& entry : fs::directory_iterator(folder)) {
    count += entry.path().filename() == ".gitignore" ? 0U : 1U;
  }
  return count;
}

TEST_CASE("editions, topics, series and the front page have a card in each of their languages") {
  const BuiltSite site = build(archive_with(""));
  REQUIRE(site.diagnostics.empty());
  CHECK(cards_of(site) == std::vector<std::string>{
                              "card.png",
                              "daily/2026-05-04/card.png",
                              "daily/card.png",
                              "topics/memory/card.png",
                              "weekly/2026-05-09.card.png",
                              "weekly/card.png",
                              "zh/card.png",
                              "zh/daily/2026-05-04/card.png",
                              "zh/daily/card.png",
                              "zh/topics/memory/card.png",
                          });
}

TEST_CASE("pages name their card with its size, others that of the front page, papers none") {
  BuiltSite site = build(archive_with(""));
  const std::string& edition = site.files["zh/daily/2026-05-04/index.html"];
  CHECK(contains(edition,
                 "property=\"og:image\" content=\"https://example.org/repo/zh/daily/2026-05-04/card.png\""));
  CHECK(contains(edition, "property=\"og:image:width\" content=\"1200\""));
  CHECK(contains(edition, "property=\"og:image:height\" content=\"630\""));
  CHECK(contains(edition, "name=\"twitter:card\" content=\"summary_large_image\""));
  CHECK(contains(edition, "property=\"og:locale\" content=\"zh_CN\""));
  CHECK(contains(edition, "property=\"article:published_time\" content=\"2026-05-04\""));
  CHECK(contains(edition, "hreflang=\"x-default\" href=\"https://example.org/repo/daily/2026-05-04/\""));
  CHECK(contains(site.files["weekly/2026-05-09.html"],
                 "content=\"https://example.org/repo/weekly/2026-05-09.card.png\""));
  CHECK_FALSE(contains(site.files["weekly/2026-05-09.html"], "x-default"));
  CHECK(contains(site.files["2026/05/index.html"], "content=\"https://example.org/repo/card.png\""));
  const std::string& paper = site.files["papers/2605.00001/index.html"];
  CHECK_FALSE(contains(paper, "og:image"));
  CHECK(contains(paper, "name=\"twitter:card\" content=\"summary\""));
  CHECK(contains(paper, "property=\"article:published_time\" content=\"2026-05-04\""));
}

TEST_CASE("a site may do without cards, and then shows its logo where that is a picture") {
  Archive archive = archive_with("look: {show: {cards: false}, logo: logo.png}\n");
  archive["assets/logo.png"] = "\x89PNG";
  archive["assets/logo.svg"] = "<svg xmlns=\"http://www.w3.org/2000/svg\"/>";
  BuiltSite site = build(archive);
  REQUIRE(site.diagnostics.empty());
  CHECK(site.files.count("card.png") == 0);
  CHECK(contains(site.files["index.html"],
                 "property=\"og:image\" content=\"https://example.org/repo/assets/logo."));
  CHECK(contains(site.files["index.html"], "name=\"twitter:card\" content=\"summary\""));
  archive["content/site.yaml"] = base::replace_all(archive["content/site.yaml"], "logo.png", "logo.svg");
  CHECK_FALSE(contains(build(archive).files["index.html"], "og:image"));
}

TEST_CASE("cards are kept between builds, as long as they are used") {
  const TemporaryFolder root;
  BuildOptions options;
  options.root = root.path();
  const auto built = [&](const Archive& archive) {
    const TemporaryFolder output;
    return build(archive, output, options);
  };
  const BuiltSite first = built(archive_with(""));
  const std::size_t kept = entry_count(root);
  CHECK(kept > 0);
  CHECK(built(archive_with("")).files == first.files);

  // Damaged entries, or none, change no byte.
  for (const auto& entry : fs::directory_iterator(root / ".paperboy/cache/cards")) {
    root.write(fs::relative(entry.path(), root.path()).generic_string(), "damaged");
  }
  CHECK(built(archive_with("")).files == first.files);
  fs::remove_all(root / ".paperboy");
  CHECK(built(archive_with("")).files == first.files);
  CHECK(entry_count(root) == kept);

  // Other colours are other pictures; the old ones are not kept.
  const BuiltSite green = built(archive_with("look: {colors: {ink: '#0b6b57'}}\n"));
  CHECK(entry_count(root) == kept);
  CHECK(green.files.at("card.png") != first.files.at("card.png"));
}

TEST_CASE("a check draws nothing") {
  const TemporaryFolder root;
  tests::MemoryFileSystem files;
  files.files = archive_with("");
  BuildOptions options;
  options.root = root.path();
  base::SourceStore sources;
  base::Diagnostics diagnostics;
  build_site(files, options, sources, diagnostics);
  CHECK_FALSE(fs::exists(root / ".paperboy"));
}

// What a style sheet says of a colour in the light or the dark theme.
std::uint32_t color_of_sheet(const std::string& sheet, const std::string& name, model::Theme theme) {
  const std::string opening = "--" + name + ": light-dark(";
  const std::size_t at = sheet.find(opening);
  REQUIRE(at != std::string::npos);
  const std::string both = sheet.substr(at + opening.size(), sheet.find(')', at) - at - opening.size());
  const std::size_t comma = both.find(',');
  const std::string text = theme == model::Theme::Dark ? both.substr(comma + 1) : both.substr(0, comma);
  return model::parse_css_color(base::trim(text))->rgb.value();
}

TEST_CASE("cards have the colours of the program's style sheet") {
  std::string sheet;
  for (const DefaultFile& file : default_files()) {
    sheet = file.path == "assets/style.css" ? std::string(file.bytes) : sheet;
  }
  for (const model::Theme theme : {model::Theme::Light, model::Theme::Dark}) {
    model::Site site;
    site.look.theme = theme;
    const cards::Colors colors = outputs::card_frame(site, pages::Phrases(), "en").colors;
    CHECK(colors.paper == color_of_sheet(sheet, "paper", theme));
    CHECK(colors.ink == color_of_sheet(sheet, "ink", theme));
    CHECK(colors.muted == color_of_sheet(sheet, "muted", theme));
    CHECK(colors.line == color_of_sheet(sheet, "line", theme));
    CHECK(colors.accent == color_of_sheet(sheet, "accent", theme));
  }
}

}  // namespace
}  // namespace paperboy::pipeline
