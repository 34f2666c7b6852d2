#include "base/json_writer.h"

#include <fmt/format.h>

#include <cmath>

#include "base/text.h"

namespace paperboy::base {

void JsonWriter::separate() {
  if (!is_first_) {
    out_ += ',';
  }
  is_first_ = false;
}

JsonWriter& JsonWriter::begin_object() {
  separate();
  out_ += '{';
  is_first_ = true;
  return *this;
}

JsonWriter& JsonWriter::end_object() {
  out_ += '}';
  is_first_ = false;
  return *this;
}

JsonWriter& JsonWriter::begin_array() {
  separate();
  out_ += '[';
  is_first_ = true;
  return *this;
}

JsonWriter& JsonWriter::end_array() {
  out_ += ']';
  is_first_ = false;
  return *this;
}

JsonWriter& JsonWriter::key(std::string_view name) {
  text(name);
  out_ += ':';
  is_first_ = true;
  return *this;
}

JsonWriter& JsonWriter::text(std::string_view text) {
  separate();
  out_ += '"';
  append_json_escaped(out_, text);
  out_ += '"';
  return *this;
}

JsonWriter& JsonWriter::number(std::int64_t number) {
  separate();
  out_ += std::to_string(number);
  return *this;
}

JsonWriter& JsonWriter::number(double number) {
  separate();
  // JSON has no word for what is no number.
  out_ += std::isfinite(number) ? fmt::format("{}", number) : "null";
  return *this;
}

JsonWriter& JsonWriter::truth(bool truth) {
  separate();
  out_ += truth ? "true" : "false";
  return *this;
}

JsonWriter& JsonWriter::member(std::string_view name, std::string_view text_value) {
  return text_value.empty() ? *this : key(name).text(text_value);
}

JsonWriter& JsonWriter::member(std::string_view name, std::int64_t number_value) {
  return key(name).number(number_value);
}

JsonWriter& JsonWriter::member(std::string_view name, const std::vector<std::string>& texts) {
  if (texts.empty()) {
    return *this;
  }
  key(name).begin_array();
  for (const std::string& one : texts) {
    text(one);
  }
  return end_array();
}

}  // namespace paperboy::base
