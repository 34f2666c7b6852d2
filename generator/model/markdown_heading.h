#pragma once

#include <string_view>

namespace paperboy::model {

// The parts of a heading as people write it: "3. [LG] [The Title](https://arxiv.org/abs/…)". Views into the
// text given; parts that are not there are empty.
struct HeadingParts {
  std::string_view number;     // "3"
  std::string_view tag;        // "LG"
  std::string_view title;      // without emphasis around the whole
  std::string_view reference;  // an address or id written with the title
};
HeadingParts split_heading(std::string_view text);

// "3. The Title" → "3"; empty when the text does not begin with a number as lists have it.
std::string_view leading_number(std::string_view text);
// The text without emphasis marks around the whole of it.
std::string_view without_emphasis(std::string_view text);

struct MarkdownLink {
  std::string_view label;
  std::string_view address;
  std::string_view rest;  // what follows the link
};
// A link at the beginning of the text: "[label](address)" or "<address>"; without address when there is none.
MarkdownLink leading_link(std::string_view text);

}  // namespace paperboy::model
