#include "pages/address.h"

#include <fmt/format.h>

#include "base/digest.h"
#include "base/text.h"
#include "model/site_address.h"

namespace paperboy::pages {

namespace {

// The file of an address that ends with '/'.
constexpr std::string_view kIndexFile = "index.html";

bool is_plain(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-';
}

// Lower-case letters, digits, '.', '-'; a name that loses something by that carries its digest.
std::string injective_name(std::string_view text) {
  std::string name;
  bool lossy = false;
  for (char c : text) {
    if (is_plain(c)) {
      name += c;
    } else {
      name += '-';
      lossy = true;
    }
  }
  constexpr std::size_t kLongestName = 120;
  if (name.size() > kLongestName) {
    name.resize(kLongestName);
    lossy = true;
  }
  while (!name.empty() && (name.back() == '.' || name.back() == '-')) {
    name.pop_back();
    lossy = true;
  }
  if (lossy) {
    name += '-';
    name += base::digest(text).substr(0, 10);
  }
  return name;
}

std::string doi_folder(std::string_view doi) {
  std::size_t slash = doi.find('/');
  if (slash == std::string_view::npos) {
    return injective_name(doi) + "_";
  }
  return injective_name(doi.substr(0, slash)) + "_" + injective_name(doi.substr(slash + 1));
}

// A number would be the address of a page of the source's own list; '_' is in no other slug.
std::string category_folder(std::string_view category) {
  std::string slug = category_slug(category);
  bool is_number = slug.find_first_not_of("0123456789") == std::string::npos;
  return is_number ? slug + "_" : slug;
}

}  // namespace

std::string_view without_index_file(std::string_view address) {
  if (base::ends_with(address, "/index.html")) {
    address.remove_suffix(kIndexFile.size());
  }
  return address;
}

AddressList::AddressList(std::vector<std::string_view> addresses) : addresses_(std::move(addresses)) {
  if (!std::is_sorted(addresses_.begin(), addresses_.end())) {
    std::sort(addresses_.begin(), addresses_.end());
  }
  addresses_.erase(std::unique(addresses_.begin(), addresses_.end()), addresses_.end());
}

bool AddressList::contains(std::string_view address) const {
  return std::binary_search(addresses_.begin(), addresses_.end(), without_index_file(address));
}

bool AddressList::reaches(std::string_view address) const {
  const auto next = std::lower_bound(addresses_.begin(), addresses_.end(), address);
  return next != addresses_.end() && base::starts_with(*next, address);
}

Addresses::Addresses(const model::Site& site) : site_(site) {}

std::string Addresses::below(std::string_view language, std::string_view rest) const {
  if (language == site_.default_language() || language.empty()) {
    return fmt::format("/{}", rest);
  }
  return fmt::format("/{}/{}", language, rest);
}

std::string Addresses::home(std::string_view language) const {
  return below(language, "");
}

std::string Addresses::series(std::string_view language, const model::Series& series) const {
  return below(language, series.id + "/");
}

std::optional<std::string> Addresses::edition(std::string_view language, const model::Series& series,
                                              base::Date date) const {
  std::string path = model::fill_date_pattern(series.address, series.id, date);
  while (!path.empty() && path.front() == '/') {
    path.erase(path.begin());
  }
  if (!base::ends_with(path, "/") && !base::ends_with(path, ".html")) {
    path += '/';
  }
  std::string address(without_index_file(below(language, path)));
  if (!is_safe_address_path(address) || path.empty()) {
    return std::nullopt;
  }
  return address;
}

std::string Addresses::paper(std::string_view language, const model::PaperId& id) const {
  return below(language, fmt::format("papers/{}/", paper_folder(id)));
}

std::string Addresses::topic(std::string_view language, std::string_view topic) const {
  return below(language, fmt::format("topics/{}/", topic));
}

std::string Addresses::author(std::string_view language, std::string_view slug) const {
  return below(language, fmt::format("authors/{}/", slug));
}

std::string Addresses::source(std::string_view language, std::string_view source) const {
  return below(language, fmt::format("sources/{}/", base::slug(source)));
}

std::string Addresses::category(std::string_view language, std::string_view source,
                                std::string_view category) const {
  return below(language, fmt::format("sources/{}/{}/", base::slug(source), category_folder(category)));
}

std::string Addresses::week(std::string_view language, base::IsoWeek week) const {
  return below(language, fmt::format("{:04}/w{:02}/", week.year, week.week));
}

std::string Addresses::month(std::string_view language, base::YearMonth month) const {
  return below(language, fmt::format("{:04}/{:02}/", month.year, month.month));
}

std::string Addresses::year(std::string_view language, int year) const {
  return below(language, fmt::format("{:04}/", year));
}

std::string Addresses::free_page(std::string_view language, std::string_view name) const {
  return below(language, fmt::format("{}/", name));
}

std::string Addresses::index(std::string_view language, std::string_view name) const {
  return below(language, fmt::format("{}/", name));
}

std::string Addresses::reading_list(std::string_view language) const {
  return below(language, "reading-list/");
}

std::string Addresses::feeds(std::string_view language) const {
  return below(language, "feeds/");
}

std::string Addresses::search(std::string_view language) const {
  return below(language, "search/");
}

std::string Addresses::not_found(std::string_view language) const {
  return below(language, "404.html");
}

std::string Addresses::href(std::string_view address) const {
  std::string_view rest = base::starts_with(address, "/") ? address.substr(1) : address;
  return site_.base_path + base::percent_encode_path(rest);
}

std::string Addresses::url(std::string_view address) const {
  std::string_view rest = base::starts_with(address, "/") ? address.substr(1) : address;
  return site_.base_url + base::percent_encode_path(rest);
}

std::string output_path(std::string_view address) {
  std::string path(base::starts_with(address, "/") ? address.substr(1) : address);
  if (path.empty() || path.back() == '/') {
    path += kIndexFile;
  }
  return path;
}

std::string page_address(std::string_view path) {
  return std::string(without_index_file("/" + std::string(path)));
}

std::string file_beside(std::string_view page, std::string_view name) {
  constexpr std::string_view kHtml = ".html";
  std::string address(page);
  if (base::ends_with(page, kHtml)) {
    address.resize(address.size() - kHtml.size());
    address += '.';
  }
  return address.append(name);
}

std::string paper_folder(const model::PaperId& id) {
  switch (id.scheme) {
    case model::IdScheme::Doi:
      return doi_folder(id.local);
    case model::IdScheme::Arxiv: {
      std::size_t slash = id.local.find('/');
      if (slash == std::string::npos) {
        return injective_name(id.local);
      }
      return injective_name(std::string_view(id.local).substr(0, slash)) + "/" +
             injective_name(std::string_view(id.local).substr(slash + 1));
    }
    case model::IdScheme::Slug:
      break;
  }
  // A slug holds no '.', so it can never be taken for an arXiv id, and no '_', so never for a DOI.
  return base::slug(id.local) == id.local ? id.local
                                          : base::slug(id.local) + "-" + base::digest(id.local).substr(0, 10);
}

std::string paper_anchor(const model::PaperId& id) {
  return "paper-" + base::replace_all(base::replace_all(paper_folder(id), ".", "-"), "/", "-");
}

bool is_safe_address_path(std::string_view address) {
  bool has_line_break = address.find_first_of("\t\r\n") != std::string_view::npos;
  if (address.empty() || address.front() != '/' || has_line_break || base::find_bad_character(address)) {
    return false;
  }
  address.remove_prefix(1);
  if (base::ends_with(address, "/")) {
    address.remove_suffix(1);
  }
  if (address.empty()) {
    return true;
  }
  for (std::string_view part : base::split(address, '/')) {
    bool hidden = part.empty() || part.front() == '.';
    if (hidden || part.size() > 200 || part.find_first_of("\\:*?\"<>|#%") != std::string_view::npos) {
      return false;
    }
  }
  return true;
}

std::string category_slug(std::string_view category) {
  std::string lower = base::to_lower_ascii(category);
  for (char c : lower) {
    if (!is_plain(c)) {
      return base::slug(category);
    }
  }
  return lower.front() == '.' ? base::slug(category) : lower;
}

}  // namespace paperboy::pages
