#pragma once

#include <string_view>

namespace paperboy::search {

// What kind of text a word stands in; the earlier kinds count more.
enum class Field { Title, Id, Headline, Author, Topic, Source, Comment, Abstract };

struct FieldText {
  Field field = Field::Abstract;
  std::string_view text;  // plain
};

}  // namespace paperboy::search
