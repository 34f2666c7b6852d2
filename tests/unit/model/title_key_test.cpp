#include <catch2/catch.hpp>

#include "model/title_key.h"

namespace paperboy::tests {

TEST_CASE("titles are compared by letters and digits alone") {
  CHECK(model::title_key("The Shape of Addition:") == "theshapeofaddition");
  CHECK(model::title_key("“Café” — 2ᵉ édition") == model::title_key("\"cafe\" - 2ᵉ Edition"));
  CHECK(model::title_key("论“想象”式训练（上）") == "论想象式训练上");
  CHECK(model::title_key("📌 *Top* 3") == "top3");
}

TEST_CASE("a short title finds the long one") {
  CHECK(model::title_begins_with("The Invisible Hand of Physics: When Models Know",
                                 "the invisible hand of physics"));
  CHECK(model::title_begins_with("深度网络中的谱动力学:特征学习", "深度网络中的谱动力学"));
  CHECK_FALSE(model::title_begins_with("Why Muon", "Why Muon Outperforms"));
  CHECK_FALSE(model::title_begins_with("Why Muon", " — "));
}

}  // namespace paperboy::tests
