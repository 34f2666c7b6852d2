#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "base/text.h"
#include "outputs/content_dates.h"
#include "outputs/outputs.h"
#include "outputs/xml.h"

// https://www.sitemaps.org/protocol.html
namespace paperboy::outputs {

namespace {

// The protocol allows 50,000 addresses and 50 MB a file; one with two languages is 400 bytes or so.
constexpr std::size_t kMostAddresses = 20'000;

constexpr std::string_view kHead = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

// The address without its language: the same for all versions of a page.
std::string common_address(const model::Site& site, const pages::Page& page) {
  const std::string prefix = "/" + page.language + "/";
  const bool is_prefixed =
      page.language != site.default_language() && base::starts_with(page.address, prefix);
  return page.kind + (is_prefixed ? page.address.substr(prefix.size() - 1) : page.address);
}

bool is_listed(const pages::Page& page) {
  return page.kind != "redirect" && page.kind != "not_found" && page.kind != "search" &&
         page.kind != "reading_list";
}

class Sitemap {
 public:
  explicit Sitemap(const Publication& publication)
      : site_(publication.catalog.archive.site), addresses_(publication.catalog.addresses) {
    for (const pages::Page& page : publication.pages) {
      if (is_listed(page)) {
        versions_[common_address(site_, page)].push_back(&page);
      }
    }
    dates_ = content_dates(publication.catalog);
    for (const pages::Page& page : publication.pages) {
      if (is_listed(page)) {
        entries_.push_back(entry(page));
      }
    }
  }

  std::vector<Output> files() const {
    std::vector<Output> files;
    std::string index;
    for (std::size_t first = 0; first < entries_.size(); first += kMostAddresses) {
      const bool is_alone = entries_.size() <= kMostAddresses;
      std::string path = is_alone ? "sitemap.xml" : fmt::format("sitemap-{}.xml", files.size() + 1);
      index += "<sitemap>\n" + xml_element("loc", addresses_.url("/" + path)) + "</sitemap>\n";
      files.push_back({std::move(path), url_set(first)});
    }
    if (files.size() != 1) {
      files.push_back(
          {"sitemap.xml",
           fmt::format("{}<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n{}"
                       "</sitemapindex>\n",
                       kHead, index)});
    }
    return files;
  }

 private:
  std::string url_set(std::size_t first) const {
    std::string entries;
    for (std::size_t at = first; at < entries_.size() && at < first + kMostAddresses; ++at) {
      entries += entries_[at];
    }
    return fmt::format(
        "{}<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" "
        "xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n{}</urlset>\n",
        kHead, entries);
  }

  std::string entry(const pages::Page& page) const {
    std::string text = "<url>\n" + xml_element("loc", addresses_.url(page.address));
    if (auto date = dates_.find(page.address); date != dates_.end()) {
      text += xml_element("lastmod", base::to_string(date->second));
    }
    const std::vector<const pages::Page*>& versions = versions_.at(common_address(site_, page));
    if (versions.size() > 1) {
      const pages::Page* first = first_in_order(versions);
      for (const pages::Page* version : versions) {
        text += alternate(pages::language_tag(version->language), version->address);
        if (version == first) {
          text += alternate("x-default", version->address);
        }
      }
    }
    return text + "</url>\n";
  }

  // The version that the site names first: that for readers of all other languages.
  const pages::Page* first_in_order(const std::vector<const pages::Page*>& versions) const {
    const auto place = [&](const pages::Page* version) {
      return std::find(site_.languages.begin(), site_.languages.end(), version->language);
    };
    return *std::min_element(versions.begin(), versions.end(),
                             [&](const auto* a, const auto* b) { return place(a) < place(b); });
  }

  std::string alternate(std::string_view language, std::string_view address) const {
    return fmt::format("<xhtml:link rel=\"alternate\" hreflang=\"{}\" href=\"{}\"/>\n", language,
                       xml_escaped(addresses_.url(address)));
  }

  const model::Site& site_;
  const pages::Addresses& addresses_;
  std::map<std::string, base::Date, std::less<>> dates_;
  std::map<std::string, std::vector<const pages::Page*>> versions_;  // by the address they have in common
  std::vector<std::string> entries_;
};

}  // namespace

std::vector<Output> sitemap(const Publication& publication) {
  return Sitemap(publication).files();
}

}  // namespace paperboy::outputs
