#include "base/html.h"

#include <catch2/catch.hpp>

#include "base/digest.h"

namespace paperboy::base {

TEST_CASE("Text becomes safe HTML") {
  CHECK(Html::escaped("a < b & \"c\" > 'd'").str() == "a &lt; b &amp; &quot;c&quot; &gt; &#39;d&#39;");
  CHECK(Html::escaped("&amp;").str() == "&amp;amp;");
  CHECK(Html::escaped("深度").str() == "深度");
  CHECK(Html::escaped("").empty());
}

TEST_CASE("Trusted markup stays as it is and joins with escaped text") {
  Html html = Html::trusted("<b>");
  html += Html::escaped("<x>");
  html += Html::trusted("</b>");
  CHECK(html.str() == "<b>&lt;x&gt;</b>");
}

TEST_CASE("Digests are the published 128-bit XXH3 values") {
  CHECK(digest("") == "99aa06d3014798d86001c324468d497f");
  CHECK(digest("a") != digest("b"));
  CHECK(digest(std::string(1000, 'x')).size() == 32);
}

}  // namespace paperboy::base
