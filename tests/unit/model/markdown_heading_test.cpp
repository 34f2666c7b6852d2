#include <catch2/catch.hpp>

#include <string>

#include "model/markdown_heading.h"

namespace paperboy::tests {
namespace {

std::string split(std::string_view heading) {
  const model::HeadingParts parts = model::split_heading(heading);
  return std::string(parts.number) + "|" + std::string(parts.tag) + "|" + std::string(parts.title) + "|" +
         std::string(parts.reference);
}

}  // namespace

TEST_CASE("headings are split into number, tag, title and reference") {
  CHECK(split("The Title") == "||The Title|");
  CHECK(split("3. The Title") == "3||The Title|");
  CHECK(split("03、标题") == "03||标题|");
  CHECK(split("**12) The Title**") == "12||The Title|");
  CHECK(split("1、[LG] 标题") == "1|LG|标题|");
  CHECK(split("[The [best] Title](https://arxiv.org/abs/2605.03769)") ==
        "||The [best] Title|https://arxiv.org/abs/2605.03769");
  CHECK(split("2. **[T](<https://example.org> \"hover\")**") == "2||T|https://example.org");
  CHECK(split("[2605.03769] The Title") == "||The Title|2605.03769");
  CHECK(split("The Title (arXiv:2605.03769)") == "||The Title|arXiv:2605.03769");
  CHECK(split("2605.03769") == "|||2605.03769");
  CHECK(split("4. [T](https://arxiv.org/abs/2605.03769) <a id=\"link4\"></a>") ==
        "4||T|https://arxiv.org/abs/2605.03769");
}

TEST_CASE("what only looks like a number or a reference stays in the title") {
  CHECK(split("2024. A Year") == "||2024. A Year|");
  CHECK(split("3.5 Turbo") == "||3.5 Turbo|");
  CHECK(split("The Title (Part 2)") == "||The Title (Part 2)|");
  CHECK(split("[Draft] The Title") == "||[Draft] The Title|");
  CHECK(split("*A* and *B*") == "||*A* and *B*|");
}

}  // namespace paperboy::tests
