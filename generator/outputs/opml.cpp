#include <fmt/format.h>

#include "outputs/outputs.h"
#include "outputs/xml.h"
#include "pages/feeds.h"

namespace paperboy::outputs {

namespace {

std::string subscriptions(const pages::Catalog& catalog) {
  const auto* title = catalog.archive.site.title.best(catalog.archive.site.default_language());
  std::string outlines;
  for (const pages::Feed& feed : pages::list_feeds(catalog)) {
    const std::string label = xml_escaped(feed.title);
    outlines += fmt::format(
        "<outline type=\"rss\" text=\"{}\" title=\"{}\" language=\"{}\" xmlUrl=\"{}\" htmlUrl=\"{}\"/>\n",
        label, label, pages::language_tag(feed.language),
        xml_escaped(catalog.addresses.url(feed.address(pages::FeedFormat::Atom))),
        xml_escaped(catalog.addresses.url(feed.page)));
  }
  return "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<opml version=\"2.0\">\n<head>\n" +
         xml_element("title", title == nullptr ? "" : title->value) + "</head>\n<body>\n" + outlines +
         "</body>\n</opml>\n";
}

}  // namespace

// http://opml.org/spec2.opml
void opml(const Publication& publication, SiteFiles& files) {
  files.add("feeds.opml", [&] { return subscriptions(publication.catalog); });
}

}  // namespace paperboy::outputs
