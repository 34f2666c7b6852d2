#include <fmt/format.h>

#include "outputs/feed_document.h"
#include "outputs/xml.h"

namespace paperboy::outputs {

namespace {

std::string timestamp(base::Date date) {
  return base::to_string(date) + "T00:00:00Z";
}

std::string link(std::string_view relation, std::string_view address, std::string_view type) {
  return address.empty() ? std::string()
                         : fmt::format("<link rel=\"{}\" type=\"{}\" href=\"{}\"/>\n", relation, type,
                                       xml_escaped(address));
}

std::string person(std::string_view name) {
  return "<author>\n" + xml_element("name", name) + "</author>\n";
}

std::string entry(const FeedItem& item) {
  std::string text = "<entry>\n" + xml_element("id", item.id) + xml_element("title", item.title) +
                     link("alternate", item.url, "text/html") +
                     xml_element("published", timestamp(item.date)) +
                     xml_element("updated", timestamp(item.date));
  text += link("related", item.external_url, "text/html");
  for (const std::string& author : item.authors) {
    text += person(author);
  }
  for (const std::string& tag : item.tags) {
    text += fmt::format("<category term=\"{}\"/>\n", xml_escaped(tag));
  }
  return text + fmt::format("<content type=\"html\">{}</content>\n</entry>\n", xml_escaped(item.html));
}

}  // namespace

std::string atom_document(const FeedDocument& document) {
  constexpr std::string_view kType = "application/atom+xml";
  std::string text = fmt::format(
      "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
      "<feed xmlns=\"http://www.w3.org/2005/Atom\"{} xml:lang=\"{}\">\n",
      document.current.empty() ? "" : " xmlns:fh=\"http://purl.org/syndication/history/1.0\"",
      document.language);
  if (!document.current.empty()) {
    text += "<fh:archive/>\n";
  }
  const base::Date updated = document.items.empty() ? base::Date{} : document.items.front().date;
  text += xml_element("id", document.page) + xml_element("title", document.title) +
          xml_element("updated", timestamp(updated)) + person(document.site) +
          link("self", document.self, kType) + link("alternate", document.page, "text/html") +
          link("current", document.current, kType) + link("prev-archive", document.previous, kType) +
          link("next-archive", document.next, kType) + "<generator>Paperboy</generator>\n";
  for (const FeedItem& item : document.items) {
    text += entry(item);
  }
  return text + "</feed>\n";
}

}  // namespace paperboy::outputs
