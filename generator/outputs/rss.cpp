#include <fmt/format.h>

#include "outputs/feed_document.h"
#include "outputs/xml.h"

namespace paperboy::outputs {

namespace {

// "Wed, 06 May 2026 00:00:00 GMT"
std::string rfc822(base::Date date) {
  constexpr std::string_view kDays[] = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
  constexpr std::string_view kMonths[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                          "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  return fmt::format("{}, {:02} {} {:04} 00:00:00 GMT", kDays[base::iso_weekday(date) - 1], date.day,
                     kMonths[date.month - 1], date.year);
}

std::string item_text(const FeedItem& item) {
  std::string text = "<item>\n" + xml_element("title", item.title) + xml_element("link", item.url) +
                     fmt::format("<guid isPermaLink=\"false\">{}</guid>\n", xml_escaped(item.id)) +
                     xml_element("pubDate", rfc822(item.date));
  for (const std::string& author : item.authors) {
    text += xml_element("dc:creator", author);
  }
  for (const std::string& tag : item.tags) {
    text += xml_element("category", tag);
  }
  return text + xml_element("content:encoded", item.html) + "</item>\n";
}

}  // namespace

std::string rss_document(const FeedDocument& document) {
  std::string text =
      "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
      "<rss version=\"2.0\" xmlns:atom=\"http://www.w3.org/2005/Atom\" "
      "xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" "
      "xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\n<channel>\n";
  text += xml_element("title", document.title) + xml_element("link", document.page) +
          xml_element("description", document.title) + xml_element("language", document.language) +
          fmt::format("<atom:link rel=\"self\" type=\"application/rss+xml\" href=\"{}\"/>\n",
                      xml_escaped(document.self)) +
          "<generator>Paperboy</generator>\n";
  if (!document.items.empty()) {
    text += xml_element("pubDate", rfc822(document.items.front().date));
  }
  for (const FeedItem& item : document.items) {
    text += item_text(item);
  }
  return text + "</channel>\n</rss>\n";
}

}  // namespace paperboy::outputs
