#include "search/shards.h"

#include <string_view>
#include <utility>

#include "base/json_writer.h"

namespace paperboy::search {

namespace {

constexpr std::string_view kDigits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_";

std::string encoded_postings(const std::vector<Posting>& postings) {
  std::string out;
  std::uint32_t before = 0;
  for (const Posting& posting : postings) {
    append_number(out, posting.document - before);
    append_number(out, posting.impact);
    before = posting.document;
  }
  return out;
}

std::string encoded_places(const std::vector<Posting>& postings) {
  std::string out;
  for (const Posting& posting : postings) {
    append_number(out, static_cast<std::uint32_t>(posting.places.size()));
    out += ascending_numbers(posting.places);
  }
  return out;
}

}  // namespace

void append_number(std::string& out, std::uint32_t number) {
  for (; number >= 32; number /= 32) {
    out += kDigits[32 + number % 32];
  }
  out += kDigits[number];
}

std::string ascending_numbers(const std::vector<std::uint32_t>& numbers) {
  std::string out;
  std::uint32_t before = 0;
  for (const std::uint32_t number : numbers) {
    append_number(out, number - before);
    before = number;
  }
  return out;
}

std::vector<Shard> make_shards(const Index& index, std::size_t bytes) {
  std::vector<Shard> shards;
  for (auto term = index.begin(); term != index.end();) {
    base::JsonWriter json;
    json.begin_array();
    Shard shard{term->first, {}};
    do {
      const std::string postings = encoded_postings(term->second);
      const std::string places = encoded_places(term->second);
      // A term that would make the shard much longer begins the next one.
      const bool is_first = term->first == shard.first;
      if (!is_first && json.str().size() + postings.size() + places.size() > bytes * 3 / 2) {
        break;
      }
      json.text(term->first).text(postings).text(places);
      ++term;
    } while (term != index.end() && json.str().size() < bytes);
    shard.json = json.end_array().str();
    shards.push_back(std::move(shard));
  }
  return shards;
}

}  // namespace paperboy::search
