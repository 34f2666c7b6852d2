#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "model/archive.h"

namespace paperboy::pages {

// A page that is called by its file: "/archive/2026-05/index.html" is "/archive/2026-05/".
std::string_view without_index_file(std::string_view address);

// The addresses of pages.
class AddressSet {
 public:
  virtual ~AddressSet() = default;
  // Whether there is a page, also where its file is named.
  virtual bool contains(std::string_view address) const = 0;
  // Each once, without names of files.
  virtual std::vector<std::string> all() const = 0;
};

// Those that stand elsewhere, and stay there.
class AddressList final : public AddressSet {
 public:
  AddressList() = default;
  explicit AddressList(std::vector<std::string_view> addresses);

  bool contains(std::string_view address) const override;
  std::vector<std::string> all() const override { return {addresses_.begin(), addresses_.end()}; }
  // Whether it has this address or one below it: "/topics/memory/2/" is below "/topics/memory/".
  bool reaches(std::string_view address) const;

 private:
  std::vector<std::string_view> addresses_;
};

// Where every page lives (design: "Addresses"). An address begins with '/', is relative to the site's
// root and has no base path: "/zh/topics/memory_systems/".
class Addresses {
 public:
  explicit Addresses(const model::Site& site);

  std::string home(std::string_view language) const;
  std::string series(std::string_view language, const model::Series& series) const;
  // By the series' address pattern. Nothing when the pattern gives no safe address.
  std::optional<std::string> edition(std::string_view language, const model::Series& series,
                                     base::Date date) const;
  std::string paper(std::string_view language, const model::PaperId& id) const;
  std::string topic(std::string_view language, std::string_view topic) const;
  std::string author(std::string_view language, std::string_view slug) const;
  std::string source(std::string_view language, std::string_view source) const;
  std::string category(std::string_view language, std::string_view source, std::string_view category) const;
  std::string week(std::string_view language, base::IsoWeek week) const;
  std::string month(std::string_view language, base::YearMonth month) const;
  std::string year(std::string_view language, int year) const;
  std::string free_page(std::string_view language, std::string_view name) const;
  std::string index(std::string_view language,
                    std::string_view name) const;  // "topics", "authors", "sources"
  std::string reading_list(std::string_view language) const;
  std::string feeds(std::string_view language) const;
  std::string search(std::string_view language) const;
  std::string not_found(std::string_view language) const;

  // What stands in an href: the address below the base path, percent-encoded.
  std::string href(std::string_view address) const;
  // The address with scheme and host.
  std::string url(std::string_view address) const;

 private:
  std::string below(std::string_view language, std::string_view rest) const;
  const model::Site& site_;
};

// The file of an address: "/topics/" → "topics/index.html", "/404.html" → "404.html".
std::string output_path(std::string_view address);
// And back: "topics/index.html" → "/topics/".
std::string page_address(std::string_view path);

// A file that goes with a page lies beside it: "/2026/05/" and "citations.bib" give "/2026/05/citations.bib",
// "/daily/2026-05-06.html" gives "/daily/2026-05-06.citations.bib".
std::string file_beside(std::string_view page, std::string_view name);

// A paper's folder below papers/: different ids give different names, in any case; safe in every file
// system. "2605.03769", "math/0309136", "10.1101_2026.01.02.123".
std::string paper_folder(const model::PaperId& id);

// The anchor of a paper on an edition's page: "paper-2605-03769".
std::string paper_anchor(const model::PaperId& id);

// Whether an address is made of non-empty parts that no file system or server reads specially.
bool is_safe_address_path(std::string_view address);

// "CS.CV" and "cs.CV" are one category; letters, digits, '.', '-' stay.
std::string category_slug(std::string_view category);

}  // namespace paperboy::pages
