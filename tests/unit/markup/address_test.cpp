#include "markup/address.h"

#include <catch2/catch.hpp>
#include <string>

namespace paperboy::markup {

TEST_CASE("web, mail and relative addresses may stand in a link") {
  for (const char* address :
       {"https://x.org", "http://x.org/a?b#c", "HTTPS://X.ORG", "mailto:a@b.c", "a/b.html", "../x", "/top/",
        "#part", "?q=a:b", "a/b:c", "", "./a:b", "路径/页"}) {
    INFO(address);
    CHECK(is_safe_address(address));
  }
}

TEST_CASE("any other scheme may not") {
  for (const char* address :
       {"javascript:alert(1)", "JavaScript:x", "data:text/html,x", "data:image/png;base64,x", "vbscript:x",
        "file:///x", "blob:x", "intent:x", "ms-msdt:x", "feed:x", "jar:x", "view-source:x", "//host/x",
        "https:x", "https:///x", "http:/x", "mailto:", ":x", "a:b"}) {
    INFO(address);
    CHECK_FALSE(is_safe_address(address));
  }
}

TEST_CASE("characters that browsers drop or turn round may not") {
  for (const std::string& address :
       {std::string("java\nscript:x"), std::string("\tjavascript:x"), std::string(" x"), std::string("a b"),
        std::string("\\\\host"), std::string("/\\host"), std::string("x\0y", 3), std::string("x\x7F"),
        std::string("\xFF"), std::string("a\"b"), std::string("<x>")}) {
    CHECK_FALSE(is_safe_address(address));
  }
}

}  // namespace paperboy::markup
