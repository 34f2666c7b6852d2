#include "value/yaml_events.h"

#include <yaml.h>

#include <array>
#include <charconv>
#include <cstdint>
#include <new>

#include "base/text.h"

namespace paperboy::value {
namespace {

// Line breaks in YAML 1.1, which the parser reads, and plain characters since:
// https://yaml.org/spec/1.2.2/#54-line-break-characters
constexpr std::array<std::string_view, 2> kSeparators = {"\u2028", "\u2029"};

// As escapes have them: "e000".
std::string digits_of(char32_t character) {
  std::array<char, 8> digits{};
  const auto end = std::to_chars(digits.begin(), digits.end(), static_cast<std::uint32_t>(character), 16);
  return {digits.begin(), end.ptr};
}

// A text in which separators are other characters, each of as many bytes.
class HiddenSeparators {
 public:
  explicit HiddenSeparators(std::string_view text) : text_(text) {
    for (std::size_t number = 0; number < kSeparators.size(); ++number) {
      if (text_.find(kSeparators[number]) != std::string_view::npos) {
        hide(number);
      }
    }
  }

  std::string_view text() const { return text_; }
  // What stands in a part of the text, which may need `room`.
  std::string_view shown(std::string_view part, std::string& room) const {
    for (std::size_t number = 0; number < kSeparators.size(); ++number) {
      if (!stand_ins_[number].empty() && part.find(stand_ins_[number]) != std::string_view::npos) {
        room = base::replace_all(part, stand_ins_[number], kSeparators[number]);
        part = room;
      }
    }
    return part;
  }

 private:
  void hide(std::size_t number) {
    // Characters for private use, but for one that the text has or writes as an escape.
    constexpr char32_t kFirst = 0xE000;
    constexpr char32_t kLast = 0xF8FF;
    const std::string in_lower_case = base::to_lower_ascii(text_);
    for (char32_t character = kFirst; character <= kLast; ++character) {
      std::string stand_in;
      base::append_utf8(stand_in, character);
      if (text_.find(stand_in) == std::string_view::npos &&
          in_lower_case.find(digits_of(character)) == std::string::npos) {
        own_ = base::replace_all(text_, kSeparators[number], stand_in);
        text_ = own_;
        stand_ins_[number] = std::move(stand_in);
        return;
      }
    }
  }

  std::string_view text_;
  std::string own_;
  std::array<std::string, kSeparators.size()> stand_ins_;
};

Style style_of(yaml_scalar_style_t style) {
  switch (style) {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE:
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE:
      return Style::Quoted;
    case YAML_LITERAL_SCALAR_STYLE:
    case YAML_FOLDED_SCALAR_STYLE:
      return Style::Block;
    case YAML_ANY_SCALAR_STYLE:
    case YAML_PLAIN_SCALAR_STYLE:
      break;
  }
  return Style::Plain;
}

std::string_view view_of(const yaml_char_t* text) {
  return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text);
}

}  // namespace

class YamlEvents::Parser {
 public:
  explicit Parser(std::string_view text) : text_(text) {
    if (::yaml_parser_initialize(&parser_) == 0) {
      throw std::bad_alloc();
    }
    ::yaml_parser_set_encoding(&parser_, YAML_UTF8_ENCODING);
    ::yaml_parser_set_input_string(&parser_, reinterpret_cast<const unsigned char*>(text_.text().data()),
                                   text_.text().size());
  }
  Parser(const Parser&) = delete;
  Parser& operator=(const Parser&) = delete;
  ~Parser() {
    ::yaml_event_delete(&event_);
    ::yaml_parser_delete(&parser_);
  }

  YamlEvent next() {
    do {
      step();
    } while (event_.type == YAML_STREAM_START_EVENT);
    YamlEvent event;
    event.begin = byte_at(event_.start_mark.index);
    tell(event);
    return event;
  }

 private:
  void step() {
    ::yaml_event_delete(&event_);
    if (::yaml_parser_parse(&parser_, &event_) == 0) {
      if (parser_.error == YAML_MEMORY_ERROR) {
        throw std::bad_alloc();
      }
      throw YamlFailure{parser_.problem == nullptr ? "" : parser_.problem,
                        byte_at(parser_.problem_mark.index)};
    }
  }

  void tell(YamlEvent& event) {
    switch (event_.type) {
      case YAML_DOCUMENT_START_EVENT:
        event.kind = YamlEvent::Kind::Document;
        break;
      case YAML_DOCUMENT_END_EVENT:
        event.kind = YamlEvent::Kind::EndOfDocument;
        break;
      case YAML_ALIAS_EVENT:
        event.kind = YamlEvent::Kind::Alias;
        event.name = view_of(event_.data.alias.anchor);
        break;
      case YAML_SCALAR_EVENT:
        tell_scalar(event);
        break;
      case YAML_SEQUENCE_START_EVENT:
        event.is_flow = event_.data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE;
        tell_collection(event, YamlEvent::Kind::List, event_.data.sequence_start);
        break;
      case YAML_MAPPING_START_EVENT:
        event.is_flow = event_.data.mapping_start.style == YAML_FLOW_MAPPING_STYLE;
        tell_collection(event, YamlEvent::Kind::Mapping, event_.data.mapping_start);
        break;
      case YAML_SEQUENCE_END_EVENT:
        event.kind = YamlEvent::Kind::EndOfList;
        break;
      case YAML_MAPPING_END_EVENT:
        event.kind = YamlEvent::Kind::EndOfMapping;
        break;
      case YAML_NO_EVENT:
      case YAML_STREAM_START_EVENT:
      case YAML_STREAM_END_EVENT:
        break;
    }
  }

  void tell_scalar(YamlEvent& event) {
    const auto& scalar = event_.data.scalar;
    event.kind = YamlEvent::Kind::Scalar;
    event.style = style_of(scalar.style);
    event.text = text_.shown({reinterpret_cast<const char*>(scalar.value), scalar.length}, shown_);
    event.tag = view_of(scalar.tag);
    event.name = view_of(scalar.anchor);
  }

  template <typename Start>
  void tell_collection(YamlEvent& event, YamlEvent::Kind kind, const Start& start) {
    event.kind = kind;
    event.tag = view_of(start.tag);
    event.name = view_of(start.anchor);
  }

  // The parser counts characters. Mostly the next one lies ahead.
  std::size_t byte_at(std::size_t character) {
    const auto continues = [&] { return (static_cast<unsigned char>(text_.text()[byte_]) & 0xC0U) == 0x80U; };
    for (; character_ < character && byte_ < text_.text().size(); ++character_) {
      do {
        ++byte_;
      } while (byte_ < text_.text().size() && continues());
    }
    for (; character_ > character; --character_) {
      do {
        --byte_;
      } while (continues());
    }
    return byte_;
  }

  HiddenSeparators text_;
  yaml_parser_t parser_{};
  yaml_event_t event_{};
  std::string shown_;
  std::size_t character_ = 0;
  std::size_t byte_ = 0;  // where it begins
};

YamlEvents::YamlEvents(std::string_view text) : parser_(std::make_unique<Parser>(text)) {}
YamlEvents::~YamlEvents() = default;

YamlEvent YamlEvents::next() {
  return parser_->next();
}

}  // namespace paperboy::value
