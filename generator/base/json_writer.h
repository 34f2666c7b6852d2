#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace paperboy::base {

// Writes one JSON text from first byte to last, keys in the order given. Safe inside a <script> element.
// Texts that are not UTF-8 have U+FFFD for each bad byte.
class JsonWriter {
 public:
  JsonWriter& begin_object();
  JsonWriter& end_object();
  JsonWriter& begin_array();
  JsonWriter& end_array();
  JsonWriter& key(std::string_view name);
  JsonWriter& text(std::string_view text);
  JsonWriter& number(std::int64_t number);
  JsonWriter& number(double number);
  JsonWriter& truth(bool truth);

  // A member of the object that is open; one whose text is empty is left out.
  JsonWriter& member(std::string_view name, std::string_view text);
  JsonWriter& member(std::string_view name, std::int64_t number);
  // A list of texts; one that is empty is left out.
  JsonWriter& member(std::string_view name, const std::vector<std::string>& texts);

  const std::string& str() const { return out_; }

 private:
  void separate();
  std::string out_;
  bool is_first_ = true;  // of the object or array that is open
};

}  // namespace paperboy::base
