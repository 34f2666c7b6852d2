#include "pipeline/reader_script.h"

#include "base/text.h"

namespace paperboy::pipeline {

namespace {

constexpr std::string_view kPrefix = "script_";
constexpr std::string_view kNoWords = "const words = {};";

}  // namespace

std::string reader_script(std::string_view script, const pages::Phrases& phrases) {
  std::size_t place = script.find(kNoWords);
  if (place == std::string_view::npos) {
    return std::string(script);
  }
  std::string words;
  for (std::string_view key : phrases.keys()) {
    if (base::starts_with(key, kPrefix)) {
      words += words.empty() ? "\"" : ",\n    \"";
      words += base::json_escape(key.substr(kPrefix.size()));
      words += "\": \"";
      words += base::json_escape(phrases.text(key, {}, std::nullopt).value_or(""));
      words += '"';
    }
  }
  return std::string(script.substr(0, place)) + "const words = {" + words + "};" +
         std::string(script.substr(place + kNoWords.size()));
}

}  // namespace paperboy::pipeline
