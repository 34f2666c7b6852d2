#include "search/tokens.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "base/text.h"
#include "support/golden.h"

namespace paperboy::search {
namespace {

std::string line_of(std::string_view text) {
  std::vector<std::string> parts;
  cut_tokens(text, [&](std::string_view term, std::uint32_t place) {
    parts.push_back(std::string(term) + "@" + std::to_string(place));
  });
  return base::join(parts, " ") + "\n";
}

TEST_CASE("texts are cut into terms, as the script cuts queries") {
  tests::run_goldens("search", [](tests::Txtar file) {
    std::string lines;
    for (const std::string_view text : base::split(base::trim(file.at("texts.txt")), '\n')) {
      lines += line_of(text);
    }
    file.set("expect.txt", lines);
    return file;
  });
}

TEST_CASE("Han is found wherever a word begins") {
  CHECK(line_of("残差流") == "残差@0 差流@1 流@2\n");
  CHECK(line_of("熵") == "熵@0\n");
}

TEST_CASE("singular and plural are one term") {
  for (const auto& [plural, singular] : {std::pair("models", "model"),
                                         {"studies", "study"},
                                         {"losses", "loss"},
                                         {"caches", "cache"},
                                         {"searches", "search"},
                                         {"approaches", "approach"},
                                         {"boxes", "box"}}) {
    CHECK(stem(plural) == stem(singular));
  }
  for (const char* const word : {"bias", "analysis", "focus", "class", "gas"}) {
    CHECK(stem(word) == word);
  }
}

TEST_CASE("no text makes a term of more than 40 characters, and any bytes are cut") {
  CHECK(stem(std::string(100, 'x')).size() == 40);
  CHECK(line_of(std::string(50, '\xFF') + "é") == "e@0\n");
  CHECK(line_of("") == "\n");
  CHECK(cut_tokens("… – !", [](std::string_view, std::uint32_t) {}) == 0);
}

TEST_CASE("the words that queries leave out are sorted") {
  CHECK(std::is_sorted(skipped_words().begin(), skipped_words().end()));
}

}  // namespace
}  // namespace paperboy::search
