#include <catch2/catch.hpp>
#include <random>
#include <set>

#include "base/text.h"
#include "base/unique_slugs.h"

namespace paperboy::base {

TEST_CASE("Slugs are readable") {
  CHECK(slug("Attention Is All You Need!") == "attention-is-all-you-need");
  CHECK(slug("  --Erdős & Rényi-- ") == "erdos-renyi");
  CHECK(slug("深度学习 (Deep Learning)") == "深度学习-deep-learning");
  CHECK(slug("cs.CL") == "cs-cl");
  CHECK(slug("が行") == "が行");
  CHECK(slug("2605.03769") == "2605-03769");
}

TEST_CASE("Slugs are never empty and never a path") {
  CHECK(slug("") == slug(""));
  for (const std::string_view text : {"", ".", "..", "/", "../../etc", "???", "🙂", "-", "\u0301"}) {
    const std::string name = slug(text);
    CHECK_FALSE(name.empty());
    CHECK(name.find_first_of("./\\") == std::string::npos);
  }
  CHECK(slug("???") != slug("!!!"));
  CHECK(slug("???").size() == 13);
  CHECK(slug("../../etc/passwd") == "etc-passwd");
}

TEST_CASE("Slugs avoid the names of Windows devices") {
  CHECK(slug("CON") == "con-x");
  CHECK(slug("nul") == "nul-x");
  CHECK(slug("com1") == "com1-x");
  CHECK(slug("LPT9") == "lpt9-x");
  CHECK(slug("console") == "console");
  CHECK(slug("com10") == "com10");
}

TEST_CASE("Long slugs are cut between characters") {
  CHECK(slug(std::string(500, 'a')) == std::string(80, 'a'));
  std::string han;
  for (int i = 0; i < 100; ++i) {
    han += "深";
  }
  CHECK(slug(han).size() == 78);
  CHECK_FALSE(find_bad_character(slug(han)));
  CHECK(slug(std::string(79, 'a') + " bcd") == std::string(79, 'a'));
}

TEST_CASE("Keys with the same slug get different names, the first keeps the plain one") {
  UniqueSlugs slugs;
  CHECK(slugs.add("Wei Zhang") == "wei-zhang");
  const std::string second = slugs.add("Wei-Zhang");
  CHECK(second.starts_with("wei-zhang-"));
  CHECK(slugs.add("Wei Zhang") == "wei-zhang");
  CHECK(slugs.add("Wei-Zhang") == second);
  CHECK(slugs.add("doi:10.1/x", "Wei Zhang") != slugs.add("doi:10.1/y", "Wei Zhang"));
}

TEST_CASE("A key cannot take the name made for another") {
  UniqueSlugs first;
  first.add("a b");
  const std::string made = first.add("a-b");

  UniqueSlugs slugs;
  slugs.add("a b");
  CHECK(slugs.add(made) == made);
  CHECK(slugs.add("a-b") != made);
}

TEST_CASE("A hundred thousand random keys get distinct names that fit any file system") {
  std::mt19937 random(20260506);
  const std::vector<std::string_view> pieces{"a", "A", "b",  "B",  "-", "_", ".", "/", "é",
                                             "É", "e", "深", "度", " ", "1", ":", "ß", "con"};
  std::set<std::string> keys;
  while (keys.size() < 100000) {
    std::string key;
    const std::size_t length = 1 + random() % 12;
    for (std::size_t i = 0; i < length; ++i) {
      key += pieces[random() % pieces.size()];
    }
    keys.insert(key);
  }
  UniqueSlugs slugs;
  std::set<std::string> names;
  std::size_t unfit = 0;
  for (const std::string& key : keys) {
    const std::string& name = slugs.add(key);
    unfit += name.empty() || name.size() > 200 || name.find_first_of("/.:") != std::string::npos ? 1U : 0U;
    names.insert(fold(name));
  }
  CHECK(unfit == 0);
  CHECK(names.size() == keys.size());
}

}  // namespace paperboy::base
