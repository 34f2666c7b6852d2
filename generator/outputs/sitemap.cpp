#include <fmt/format.h>

#include <algorithm>
#include <mutex>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/parallel.h"
#include "base/text.h"
#include "outputs/content_dates.h"
#include "outputs/outputs.h"
#include "outputs/xml.h"

// https://www.sitemaps.org/protocol.html
namespace paperboy::outputs {

namespace {

// The protocol allows 50,000 addresses and 50 MB a file.
constexpr std::size_t kMostAddresses = 20'000;
constexpr std::size_t kUsualSize = 450;  // of an address with two languages, in bytes

constexpr std::string_view kPath = "sitemap.xml";
// Of the files it is parted into: "sitemap-1.xml".
constexpr std::string_view kPartStart = "sitemap-";
constexpr std::string_view kPartEnd = ".xml";

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

// What the files of addresses have in common.
struct SharedFacts {
  std::unordered_map<std::string, std::vector<const pages::Page*>> versions;  // by what they have in common
  ContentDates dates;
};

class Sitemap {
 public:
  explicit Sitemap(const Publication& publication)
      : publication_(publication),
        site_(publication.catalog.archive.site),
        addresses_(publication.catalog.addresses) {
    for (const pages::Page& page : publication.pages) {
      if (is_listed(page)) {
        listed_.push_back(&page);
      }
    }
  }

  void add(SiteFiles& files) {
    const std::size_t count = (listed_.size() + kMostAddresses - 1) / kMostAddresses;
    base::parallel_for(count, publication_.threads, [&](std::size_t index) {
      files.add(count == 1 ? std::string(kPath) : part_path(index),
                [&] { return url_set(index * kMostAddresses); });
    });
    if (count != 1) {
      files.add(std::string(kPath), [&] { return list_of_parts(count); });
    }
  }

 private:
  static std::string part_path(std::size_t index) {
    return fmt::format("{}{}{}", kPartStart, index + 1, kPartEnd);
  }

  std::string list_of_parts(std::size_t count) const {
    std::string parts;
    for (std::size_t index = 0; index < count; ++index) {
      parts += "<sitemap>\n" + xml_element("loc", addresses_.url("/" + part_path(index))) + "</sitemap>\n";
    }
    return fmt::format(
        "{}<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n{}"
        "</sitemapindex>\n",
        kHead, parts);
  }

  std::string url_set(std::size_t first) {
    std::call_once(has_facts_, [&] { collect_facts(); });
    const std::size_t last = std::min(first + kMostAddresses, listed_.size());
    std::string text;
    text.reserve((last - first + 1) * kUsualSize);
    text.append(kHead).append(
        "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" "
        "xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n");
    for (std::size_t at = first; at < last; ++at) {
      text += entry(*listed_[at]);
    }
    text += "</urlset>\n";
    return text;
  }

  void collect_facts() {
    for (const pages::Page* page : listed_) {
      facts_.versions[common_address(site_, *page)].push_back(page);
    }
    facts_.dates = content_dates(publication_.catalog);
  }

  std::string entry(const pages::Page& page) const {
    std::string text = "<url>\n" + xml_element("loc", addresses_.url(page.address));
    if (auto date = facts_.dates.find(page.address); date != facts_.dates.end()) {
      text += xml_element("lastmod", base::to_string(date->second));
    }
    const std::vector<const pages::Page*>& versions = facts_.versions.at(common_address(site_, page));
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

  const Publication& publication_;
  const model::Site& site_;
  const pages::Addresses& addresses_;
  std::vector<const pages::Page*> listed_;
  std::once_flag has_facts_;
  SharedFacts facts_;  // once a file of addresses is written
};

}  // namespace

bool is_sitemap(std::string_view path) {
  return path == kPath || (base::starts_with(path, kPartStart) && base::ends_with(path, kPartEnd));
}

void sitemap(const Publication& publication, SiteFiles& files) {
  Sitemap(publication).add(files);
}

}  // namespace paperboy::outputs
