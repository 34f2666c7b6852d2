#include "pipeline/redirects.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "base/text.h"

namespace paperboy::pipeline {
namespace {

bool is_page_address(std::string_view address) {
  return base::ends_with(address, "/") || base::ends_with(address, ".html") ||
         base::ends_with(address, ".htm");
}

// Many systems do not tell upper and lower case apart.
std::string file_of(std::string_view address) {
  return base::to_lower_ascii(pages::output_path(address));
}

// An old address with what it leads to, before anything is known to be right.
struct Wish {
  std::string from;
  base::SourceSpan from_span;
  std::string to;
  std::string anchor;
  base::SourceSpan to_span;
};

// Files and folders below site/ that are taken, in lower case, and who took them.
class TakenPaths {
 public:
  struct Owner {
    std::string name;  // "the style sheet …", "content/daily/2026-05-06.yaml"
    base::SourceSpan span;
  };

  void add(const std::string& file, Owner owner) {
    for (std::size_t slash = file.find('/'); slash != std::string::npos; slash = file.find('/', slash + 1))
      folders_.try_emplace(file.substr(0, slash), owner);
    files_.try_emplace(file, std::move(owner));
  }

  // Who holds the file itself, is below it as if it were a folder, or is a file where it needs a folder.
  const Owner* find(const std::string& file) const {
    if (const auto found = files_.find(file); found != files_.end())
      return &found->second;
    if (const auto found = folders_.find(file); found != folders_.end())
      return &found->second;
    for (std::size_t slash = file.find('/'); slash != std::string::npos; slash = file.find('/', slash + 1))
      if (const auto found = files_.find(file.substr(0, slash)); found != files_.end())
        return &found->second;
    return nullptr;
  }

 private:
  std::map<std::string, Owner> files_;
  std::map<std::string, Owner> folders_;
};

class RedirectPlan {
 public:
  RedirectPlan(const pages::Catalog& catalog, const std::vector<pages::Page>& pages, const Layouts& layouts,
               base::Diagnostics& diagnostics)
      : catalog_(catalog), diagnostics_(diagnostics) {
    for (const pages::Page& page : pages) {
      pages_.emplace(page.address, &page);
      taken_.add(
          file_of(page.address),
          {page.span ? page.span.source->path() : "the " + page.kind + " page the program makes", page.span});
    }
    for (const auto& [name, asset] : *layouts.assets)
      taken_.add(base::to_lower_ascii(asset.output_path), {"assets/" + name, {}});
  }

  // The redirects alone.
  PlannedPages plan() {
    collect();
    for (const auto& [from, wish] : wishes_) add_page(wish);
    return std::move(redirects_);
  }

 private:
  void collect() {
    for (const model::Redirect& redirect : catalog_.archive.redirects) {
      const std::size_t hash = redirect.to.text.find('#');
      const std::string anchor = hash == std::string::npos ? "" : redirect.to.text.substr(hash + 1);
      const std::string to = redirect.to.text.substr(0, hash);
      if (is_below_site(redirect.to, to))
        add(redirect.from, {"", {}, std::string(pages::without_index_file(to)), anchor, redirect.to.span});
    }
    for (const model::Edition& edition : catalog_.archive.editions)
      for (const model::OldAddress& old : edition.redirects) {
        const std::string language = language_of(old, edition.languages);
        const model::Series& series = *catalog_.archive.site.find_series(edition.series);
        // An edition without an address has been reported.
        if (std::optional<std::string> to = catalog_.addresses.edition(language, series, edition.date))
          add_old(old.address, *std::move(to));
      }
    for (const model::FreePage& page : catalog_.archive.pages)
      for (const model::OldAddress& old : page.redirects)
        add_old(old.address, catalog_.addresses.free_page(language_of(old, {}), page.name));
  }

  // A page that has its old address again needs no redirect.
  void add_old(const model::Located& old, std::string to) {
    if (pages::without_index_file(old.text) != to)
      add(old, {"", {}, std::move(to), "", old.span});
  }

  std::string language_of(const model::OldAddress& old, const std::vector<std::string>& languages) const {
    return old.language.empty() ? pages::nearest_language(languages, catalog_.archive.site.default_language())
                                : old.language;
  }

  void report(const model::Located& place, std::string message, std::string hint) {
    diagnostics_.error(place.span, "bad-redirect", std::move(message), std::move(hint));
  }

  bool is_below_site(const model::Located& written, std::string_view address) {
    const bool below = pages::is_safe_address_path(address);
    if (!below)
      report(written, "\"" + base::shorten(written.text, 80) + "\" is no address below this site",
             "begin it with / behind " + catalog_.archive.site.base_url +
                 " and write letters as they are, without % and ?");
    return below;
  }

  void add(const model::Located& old, Wish wish) {
    if (!is_below_site(old, old.text))
      return;
    if (!is_page_address(old.text))
      return report(old, "\"" + base::shorten(old.text, 80) + "\" cannot be the file of a page",
                    "end it with / or .html");
    wish.from = pages::without_index_file(old.text);
    wish.from_span = old.span;
    const std::string file = file_of(wish.from);
    if (const TakenPaths::Owner* owner = taken_.find(file))
      return report_taken(wish, *owner);
    taken_.add(file, {old.span.source->path(), old.span});
    std::string key = wish.from;
    wishes_.emplace(std::move(key), std::move(wish));
  }

  void report_taken(const Wish& wish, const TakenPaths::Owner& owner) {
    base::Diagnostic diagnostic;
    diagnostic.code = "address-clash";
    diagnostic.message = "the old address " + wish.from + " is taken by " + owner.name;
    diagnostic.hint = "an address either is that of a page or redirects to one, once";
    diagnostic.span = wish.from_span;
    if (owner.span)
      diagnostic.related.push_back({"taken here", owner.span});
    diagnostics_.add(std::move(diagnostic));
  }

  void add_page(const Wish& wish) {
    std::set<std::string_view> passed;
    const Wish* last = &wish;
    std::string anchor = wish.anchor;
    while (passed.insert(last->from).second) {
      if (const auto page = pages_.find(last->to); page != pages_.end())
        return add_page(wish, *page->second, anchor);
      const auto next = wishes_.find(last->to);
      if (next == wishes_.end())
        return report_missing(*last, wish);
      last = &next->second;
      anchor = last->anchor.empty() ? anchor : last->anchor;
    }
    diagnostics_.error(wish.from_span, "redirect-loop",
                       "the redirect of " + wish.from + " leads back to itself",
                       "let one of " + list(passed) + " lead to a page");
  }

  static std::string list(const std::set<std::string_view>& addresses) {
    std::string text;
    for (const std::string_view address : addresses)
      text += (text.empty() ? "" : ", ") + std::string(address);
    return base::shorten(text, 200);
  }

  // Reported once, at the redirect that names the missing page.
  void report_missing(const Wish& last, const Wish& first) {
    if (&last != &first)
      return;
    std::vector<std::string_view> known;
    for (const auto& [address, page] : pages_) known.push_back(address);
    const std::optional<std::string> near = base::nearest(last.to, known);
    diagnostics_.error(last.to_span, "bad-redirect", last.to + " is the address of no page",
                       near ? "did you mean " + *near + "?" : "redirects lead to pages of this site");
  }

  void add_page(const Wish& wish, const pages::Page& target, const std::string& anchor) {
    redirects_.pages.push_back(pages::make_redirect_page(
        catalog_, {wish.from, target.address, anchor, target.language, wish.from_span}));
    std::string href = catalog_.addresses.href(target.address);
    if (!anchor.empty())
      href += "#" + base::percent_encode_path(anchor);
    redirects_.places.try_emplace(std::move(href), wish.to_span);
  }

  const pages::Catalog& catalog_;
  base::Diagnostics& diagnostics_;
  std::map<std::string, const pages::Page*, std::less<>> pages_;  // by address
  TakenPaths taken_;
  std::map<std::string, Wish, std::less<>> wishes_;  // by old address
  PlannedPages redirects_;
};

bool has_redirects(const model::Archive& archive) {
  const auto has_some = [](const auto& one) { return !one.redirects.empty(); };
  return !archive.redirects.empty() ||
         std::any_of(archive.editions.begin(), archive.editions.end(), has_some) ||
         std::any_of(archive.pages.begin(), archive.pages.end(), has_some);
}

}  // namespace

PlannedPages with_redirects(const pages::Catalog& catalog, std::vector<pages::Page> pages,
                            const Layouts& layouts, base::Diagnostics& diagnostics) {
  PlannedPages planned;
  if (has_redirects(catalog.archive))
    planned = RedirectPlan(catalog, pages, layouts, diagnostics).plan();
  pages.insert(pages.end(), std::make_move_iterator(planned.pages.begin()),
               std::make_move_iterator(planned.pages.end()));
  planned.pages = std::move(pages);
  return planned;
}

}  // namespace paperboy::pipeline
