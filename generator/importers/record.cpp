#include "importers/record.h"

#include "base/digest.h"
#include "base/text.h"

namespace paperboy::importers {
namespace {

constexpr std::string_view kFirstLine =
    "# What `paperboy import` wrote last; by it a later import knows which words are yours. Keep it in git.";
constexpr std::size_t kDigits = 12;

void add_text(const value::Value& value, std::string& out) {
  if (const value::Scalar* scalar = value.scalar())
    out += "t" + std::to_string(scalar->text.size()) + ":" + scalar->text;
  if (const value::Array* array = value.array())
    for (const value::Value& element : *array) {
      out += "[";
      add_text(element, out);
    }
  if (const value::Object* object = value.object())
    for (const value::Member& member : object->members()) {
      out += "{" + member.key + "=";
      add_text(member.value, out);
    }
  out += ";";
}

std::string digest_of(const value::Value& value) {
  std::string text;
  add_text(value, text);
  return base::digest(text).substr(0, kDigits);
}

}  // namespace

std::string ImportRecord::path_for(std::string_view content_path) {
  constexpr std::string_view kContent = "content/";
  return std::string(kContent) + ".imported/" + std::string(content_path.substr(kContent.size())) + ".txt";
}

ImportRecord ImportRecord::parse(std::string_view text) {
  ImportRecord record;
  for (const std::string_view line : base::split(text, '\n')) {
    const std::vector<std::string_view> words = base::split(base::trim(line), ' ');
    if (words.size() < 2 || base::starts_with(line, "#"))
      continue;
    if (words[0] == "file") {
      record.file_ = std::string(words[1]);
      continue;
    }
    for (std::size_t i = 1; i < words.size(); ++i) {
      const std::size_t equals = words[i].rfind('=');
      if (equals == std::string_view::npos || words[i].size() - equals != kDigits + 1)
        continue;
      const std::string parent = words[0] == "." ? std::string() : std::string(words[0]) + "/";
      record.digests_[parent + std::string(words[i].substr(0, equals))] =
          std::string(words[i].substr(equals + 1));
    }
  }
  return record;
}

std::string ImportRecord::format() const {
  std::map<std::string, std::string> lines;
  for (const auto& [place, digest] : digests_) {
    // Everything of a paper in one line: its diff stays within the paper.
    const std::size_t first = place.find('/');
    const std::size_t second = first == std::string::npos ? first : place.find('/', first + 1);
    const bool in_list = base::starts_with(place, "papers/") && second != std::string::npos;
    const std::string parent = in_list ? place.substr(0, second) : ".";
    const std::string child = in_list ? place.substr(second + 1) : place;
    lines[parent] += " " + child + "=" + digest;
  }
  std::string out = std::string(kFirstLine) + "\nfile " + file_ + "\n";
  for (const auto& [parent, children] : lines) out += parent + children + "\n";
  return out;
}

bool ImportRecord::knows(const std::string& place) const {
  if (digests_.contains(place))
    return true;
  const auto below = digests_.lower_bound(place + "/");
  return below != digests_.end() && base::starts_with(below->first, place + "/");
}

bool ImportRecord::holds(const std::string& place, const value::Value& value) const {
  const auto found = digests_.find(place);
  return found != digests_.end() && found->second == digest_of(value);
}

void ImportRecord::set(const std::string& place, const value::Value& value) {
  digests_[place] = digest_of(value);
}

void ImportRecord::set_file(std::string_view text) {
  file_ = base::digest(text);
}

bool ImportRecord::is_untouched(std::string_view text) const {
  return !file_.empty() && file_ == base::digest(text);
}

}  // namespace paperboy::importers
