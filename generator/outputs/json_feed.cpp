#include "base/json_writer.h"
#include "outputs/feed_document.h"

namespace paperboy::outputs {

namespace {

void write_authors(base::JsonWriter& json, const std::vector<std::string>& names) {
  if (names.empty()) {
    return;
  }
  json.key("authors").begin_array();
  for (const std::string& name : names) {
    json.begin_object().member("name", name).end_object();
  }
  json.end_array();
}

// Our own keys stand under one that begins with an underscore, as the format wants it.
void write_scores(base::JsonWriter& json, const FeedItem& item, std::string_view about) {
  if (item.scores.empty()) {
    return;
  }
  json.key("_paperboy").begin_object().member("about", about).key("scores").begin_object();
  for (const auto& [axis, given] : item.scores) {
    json.member(axis, given);
  }
  json.end_object().end_object();
}

void write_item(base::JsonWriter& json, const FeedItem& item, const FeedDocument& document) {
  json.begin_object().member("id", item.id).member("url", item.url);
  json.member("external_url", item.external_url).member("title", item.title);
  json.key("content_html").text(item.html);
  json.member("date_published", base::to_string(item.date) + "T00:00:00Z");
  json.member("language", document.language);
  write_authors(json, item.authors);
  json.member("tags", item.tags);
  write_scores(json, item, document.about);
  json.end_object();
}

}  // namespace

std::string json_document(const FeedDocument& document) {
  base::JsonWriter json;
  json.begin_object().member("version", "https://jsonfeed.org/version/1.1");
  json.member("title", document.title).member("home_page_url", document.page);
  json.member("feed_url", document.self).member("language", document.language);
  write_authors(json, {document.site});
  json.key("items").begin_array();
  for (const FeedItem& item : document.items) {
    write_item(json, item, document);
  }
  json.end_array().end_object();
  return json.str() + "\n";
}

}  // namespace paperboy::outputs
