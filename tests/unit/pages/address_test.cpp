#include "pages/address.h"

#include <catch2/catch.hpp>
#include <random>
#include <set>

#include "base/text.h"

using namespace paperboy;
using model::IdScheme;
using model::PaperId;
using pages::Addresses;

namespace {

model::Site bilingual_site() {
  model::Site site;
  site.base_url = "https://example.org/repo/";
  site.base_path = "/repo/";
  site.languages = {"en", "zh"};
  return site;
}

}  // namespace

TEST_CASE("addresses of papers come from their ids") {
  CHECK(pages::paper_folder({IdScheme::Arxiv, "2605.03769"}) == "2605.03769");
  CHECK(pages::paper_folder({IdScheme::Arxiv, "hep-th/9901001"}) == "hep-th/9901001");
  CHECK(pages::paper_folder({IdScheme::Slug, "beyond-nearest-neighbor"}) == "beyond-nearest-neighbor");
  CHECK(pages::paper_folder({IdScheme::Doi, "10.1101/2026.01.02.123"}) == "10.1101_2026.01.02.123");
  CHECK(pages::paper_anchor({IdScheme::Arxiv, "2605.03769"}) == "paper-2605-03769");
}

TEST_CASE("DOIs that differ only in odd characters keep different addresses") {
  std::string round = pages::paper_folder({IdScheme::Doi, "10.1002/(sici)1"});
  std::string square = pages::paper_folder({IdScheme::Doi, "10.1002/[sici]1"});
  CHECK(round != square);
  CHECK(round.find_first_of("()[]/") == std::string::npos);
}

TEST_CASE("no id, however odd, leaves the papers folder or meets another") {
  std::mt19937 random(7);
  const std::string alphabet = "aAbB0129./_-%()<>:;#?\\ é\x01";
  std::set<std::string> names;
  std::set<std::string> ids;
  for (int round = 0; round < 50000; ++round) {
    std::string local = "10.1000/";
    for (int length = 0; length < 12; ++length) {
      local += alphabet[random() % alphabet.size()];
    }
    if (!ids.insert(base::to_lower_ascii(local)).second) {
      continue;
    }
    std::string name = pages::paper_folder({IdScheme::Doi, base::to_lower_ascii(local)});
    INFO(local);
    REQUIRE(pages::is_safe_address_path("/papers/" + name + "/"));
    REQUIRE(name.size() <= 200);
    REQUIRE(names.insert(base::to_lower_ascii(name)).second);
  }
}

TEST_CASE("the default language has no prefix, the others have theirs") {
  model::Site site = bilingual_site();
  Addresses addresses(site);
  CHECK(addresses.home("en") == "/");
  CHECK(addresses.home("zh") == "/zh/");
  CHECK(addresses.week("zh", {2026, 5}) == "/zh/2026/w05/");
  CHECK(addresses.month("en", {2026, 5}) == "/2026/05/");
  CHECK(addresses.not_found("zh") == "/zh/404.html");
  CHECK(addresses.category("en", "arXiv", "CS.CV") == addresses.category("en", "arXiv", "cs.CV"));
}

TEST_CASE("an href carries the base path and is percent-encoded") {
  model::Site site = bilingual_site();
  Addresses addresses(site);
  CHECK(addresses.href("/authors/李伟/") == "/repo/authors/%E6%9D%8E%E4%BC%9F/");
  CHECK(addresses.url("/topics/") == "https://example.org/repo/topics/");
}

TEST_CASE("a series' pattern gives its editions their old addresses") {
  model::Site site = bilingual_site();
  Addresses addresses(site);
  model::Series series;
  series.id = "daily";
  series.address = "archive/{year}-{month}/{day}/";
  CHECK(addresses.edition("en", series, {2026, 5, 6}) == "/archive/2026-05/06/");
  series.address = "{series}/{date}.html";
  CHECK(addresses.edition("zh", series, {2026, 5, 6}) == "/zh/daily/2026-05-06.html");
  series.address = "{date}/index.html";
  CHECK(addresses.edition("en", series, {2026, 5, 6}) == "/2026-05-06/");
  series.address = "../{date}/";
  CHECK_FALSE(addresses.edition("en", series, {2026, 5, 6}).has_value());
}

TEST_CASE("files of addresses") {
  CHECK(pages::output_path("/") == "index.html");
  CHECK(pages::output_path("/topics/memory/") == "topics/memory/index.html");
  CHECK(pages::output_path("/404.html") == "404.html");
  for (const char* address : {"/", "/topics/memory/", "/404.html", "/old-index.html"}) {
    CHECK(pages::page_address(pages::output_path(address)) == address);
  }
}

TEST_CASE("a list of addresses knows what is in it and below") {
  const pages::AddressList list({"/topics/memory/2/", "/about/", "/topics/memory-systems/"});
  CHECK(list.contains("/about/"));
  CHECK(list.contains("/about/index.html"));
  CHECK_FALSE(list.contains("/about/old-index.html"));
  CHECK_FALSE(list.contains("/topics/memory/"));
  CHECK(list.reaches("/about/"));
  CHECK(list.reaches("/topics/memory/"));
  CHECK_FALSE(list.reaches("/topics/memory/2/3/"));
  CHECK_FALSE(list.reaches("/zh/"));
}

TEST_CASE("addresses with parts that a system reads specially are refused") {
  for (const char* address : {"", "topics/", "/a//b/", "/../b/", "/a/./b/", "/.git/", "/a:b/", "/a?b/",
                              "/a#b/", "/a\\b/", "/a\nb/", "/a%2fb/"}) {
    INFO(address);
    CHECK_FALSE(pages::is_safe_address_path(address));
  }
}
