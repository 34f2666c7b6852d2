#include "pages/content_link.h"

#include <vector>

#include "base/date.h"
#include "base/text.h"

namespace paperboy::pages {

namespace {

// An address split before its query or fragment.
struct SplitAddress {
  std::string_view path;
  std::string_view rest;
};

SplitAddress split_address(std::string_view target) {
  std::size_t end = target.find_first_of("?#");
  return end == std::string_view::npos ? SplitAddress{target, ""}
                                       : SplitAddress{target.substr(0, end), target.substr(end)};
}

bool has_scheme(std::string_view target) {
  std::size_t colon = target.find(':');
  return colon != std::string_view::npos && colon < target.find_first_of("/?#");
}

}  // namespace

ContentLinks::ContentLinks(const model::Archive& archive, const Addresses& addresses,
                           const AddressSet& planned, const AssetAddresses& assets)
    : archive_(archive), addresses_(addresses), planned_(planned), assets_(assets) {}

bool ContentLinks::is_on_site(std::string_view target) {
  const bool is_elsewhere = has_scheme(target) && !base::starts_with(target, "paper:");
  return !is_elsewhere && !base::starts_with(target, "#");
}

std::optional<std::string> ContentLinks::resolve(std::string_view target, std::string_view language) const {
  SplitAddress split = split_address(target);
  if (base::starts_with(target, "paper:")) {
    return paper_address(target.substr(6), language);
  }
  if (has_scheme(target) || base::starts_with(target, "//") || base::starts_with(target, "#") ||
      target.empty()) {
    return std::nullopt;
  }
  std::optional<std::string> address = base::starts_with(target, "/")
                                           ? site_address(split.path, language)
                                           : content_file_address(split.path, language);
  if (!address && !base::starts_with(target, "/")) {
    address = paper_address(split.path, language);
  }
  if (!address) {
    return std::nullopt;
  }
  return *address + std::string(split.rest);
}

std::string ContentLinks::in_language(std::string_view address, std::string_view language) const {
  std::string translated = "/" + std::string(language) + std::string(address);
  return planned_.contains(translated) ? translated : std::string(address);
}

std::optional<std::string> ContentLinks::site_address(std::string_view target,
                                                      std::string_view language) const {
  if (base::starts_with(target, "/assets/")) {
    auto asset = assets_.find(target.substr(8));
    return asset == assets_.end() ? std::nullopt : std::optional(asset->second);
  }
  std::string address = in_language(target, language);
  if (!planned_.contains(address) && planned_.contains(address + "/")) {
    address += '/';
  }
  return addresses_.href(address);
}

std::optional<std::string> ContentLinks::content_file_address(std::string_view target,
                                                              std::string_view language) const {
  while (base::starts_with(target, "../") || base::starts_with(target, "./")) {
    target.remove_prefix(target.find('/') + 1);
  }
  if (base::starts_with(target, "content/")) {
    target.remove_prefix(8);
  }
  std::size_t slash = target.find('/');
  if (slash == std::string_view::npos) {
    return std::nullopt;
  }
  std::string_view folder = target.substr(0, slash);
  std::string_view file = target.substr(slash + 1);
  if (folder == "papers") {
    std::string_view id = base::ends_with(file, ".md") ? file.substr(0, file.size() - 3) : file;
    std::size_t dot = id.rfind('.');
    bool has_language = dot != std::string_view::npos && id.size() - dot == 3;
    return paper_address(has_language ? id.substr(0, dot) : id, language);
  }
  const model::Series* series = archive_.site.find_series(folder);
  std::optional<base::Date> date = base::parse_date(file.substr(0, 10));
  if (series == nullptr || !date) {
    return std::nullopt;
  }
  const std::string& fallback = archive_.site.default_language();
  for (const std::string& candidate : {std::string(language), fallback}) {
    std::optional<std::string> address = addresses_.edition(candidate, *series, *date);
    if (address && planned_.contains(*address)) {
      return addresses_.href(*address);
    }
  }
  return std::nullopt;
}

std::optional<std::string> ContentLinks::paper_address(std::string_view target,
                                                       std::string_view language) const {
  std::optional<model::PaperReference> reference = model::parse_paper_reference(target);
  if (!reference) {
    return std::nullopt;
  }
  std::string address = addresses_.paper(archive_.site.default_language(), reference->id);
  std::string translated = in_language(address, language);
  if (planned_.contains(translated)) {
    return addresses_.href(translated);
  }
  for (const std::string& other : archive_.site.languages) {
    std::string elsewhere = addresses_.paper(other, reference->id);
    if (planned_.contains(elsewhere)) {
      return addresses_.href(elsewhere);
    }
  }
  return std::nullopt;
}

// Whether a target stays on the site and has a page or file there. Anchors are looked at when pages are made.
bool ContentLinks::leads_somewhere(std::string_view target, std::string_view language) const {
  std::string path(split_address(target).path);
  if (!resolve(target, language).has_value()) {
    return false;
  }
  bool is_page_address = base::starts_with(path, "/") && !base::starts_with(path, "/assets/");
  std::string address = in_language(path, language);
  return !is_page_address || planned_.contains(address) || planned_.contains(address + "/");
}

void ContentLinks::check_target(std::string_view target, base::SourceSpan span, std::string_view language,
                                base::Diagnostics& diagnostics) const {
  if (!is_on_site(target) || leads_somewhere(target, language)) {
    return;
  }
  // Looking for a similar address compares with every page: worth it for a few mistakes, not for thousands.
  constexpr std::size_t kHints = 20;
  std::optional<std::string> similar;
  if (diagnostics.count(base::Severity::Error) < kHints) {
    const std::vector<std::string> known = planned_.all();
    similar = base::nearest(split_address(target).path, {known.begin(), known.end()});
  }
  diagnostics.error(span, "dead-link", "this link leads nowhere on the site: " + std::string(target),
                    similar
                        ? "did you mean " + *similar + "?"
                        : "link to an address of the site, such as /about/, to a paper by its id, or to a "
                          "full address with https://");
}

void ContentLinks::check(const Texts& texts, base::Diagnostics& diagnostics) const {
  for (const Texts::ConvertedMarkdown& text : texts.markdown_texts()) {
    for (const markup::Link& link : text.result.links) {
      check_target(link.target, link.span, text.language, diagnostics);
    }
  }
  for (const model::MenuLink& link : archive_.site.menu) {
    check_target(link.target, link.span, archive_.site.default_language(), diagnostics);
  }
}

std::map<std::string, base::SourceSpan> ContentLinks::written_places(const Texts& texts) const {
  std::map<std::string, base::SourceSpan> places;
  for (const Texts::ConvertedMarkdown& text : texts.markdown_texts()) {
    for (const markup::Link& link : text.result.links) {
      places.try_emplace(resolve(link.target, text.language).value_or(link.target), link.span);
    }
  }
  return places;
}

}  // namespace paperboy::pages
