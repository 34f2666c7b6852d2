#include "model/paper_id.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <vector>

#include "base/digest.h"
#include "base/text.h"
#include "model/title_key.h"

namespace paperboy::model {
namespace {

constexpr std::size_t kLongestReference = 512;

// Archives of identifiers before April 2007: https://info.arxiv.org/help/arxiv_identifier.html
constexpr std::array kOldArchives = {
    "acc-phys", "adap-org", "alg-geom", "ao-sci",  "astro-ph", "atom-ph",  "bayes-an", "chao-dyn", "chem-ph",
    "cmp-lg",   "comp-gas", "cond-mat", "cs",      "dg-ga",    "funct-an", "gr-qc",    "hep-ex",   "hep-lat",
    "hep-ph",   "hep-th",   "math",     "math-ph", "mtrl-th",  "nlin",     "nucl-ex",  "nucl-th",  "patt-sol",
    "physics",  "plasm-ph", "q-alg",    "q-bio",   "quant-ph", "solv-int", "stat",     "supr-con"};

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}

bool all_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

bool is_year_and_month(std::string_view four_digits) {
  const int month = (four_digits[2] - '0') * 10 + (four_digits[3] - '0');
  return month >= 1 && month <= 12;
}

struct Versioned {
  std::string_view stem;
  int version = 0;
};

// "2605.03769v2" → "2605.03769", 2. A `v` without a sensible number stays in the stem, which then fails.
Versioned split_version(std::string_view text) {
  const std::size_t v = text.rfind('v');
  if (v == std::string_view::npos || v == 0 || !all_digits(text.substr(v + 1)) || text.size() - v > 4)
    return {text, 0};
  int version = 0;
  std::from_chars(text.data() + v + 1, text.data() + text.size(), version);
  return version == 0 ? Versioned{text, 0} : Versioned{text.substr(0, v), version};
}

// Four digits after the dot until December 2014, five since.
bool is_new_arxiv_id(std::string_view text) {
  if (text.size() < 9 || text.size() > 10 || text[4] != '.' || !all_digits(text.substr(0, 4)) ||
      !all_digits(text.substr(5)) || !is_year_and_month(text))
    return false;
  const bool five_digits = text.size() == 10;
  return five_digits == (text.substr(0, 4) >= "1501") && text.substr(0, 4) >= "0704";
}

// "math.gt/0309136" → "math/0309136"; empty when it is not an old identifier.
std::string old_arxiv_id(std::string_view text) {
  const std::size_t slash = text.find('/');
  if (slash == std::string_view::npos)
    return {};
  std::string_view archive = text.substr(0, slash);
  const std::string_view number = text.substr(slash + 1);
  const std::size_t dot = archive.find('.');
  if (dot != std::string_view::npos) {
    const std::string_view subject = archive.substr(dot + 1);
    if (subject.size() < 2 ||
        !std::all_of(subject.begin(), subject.end(), [](char c) { return is_lower(c) || c == '-'; }))
      return {};
    archive = archive.substr(0, dot);
  }
  const bool known = std::find(kOldArchives.begin(), kOldArchives.end(), archive) != kOldArchives.end();
  if (!known || number.size() != 7 || !all_digits(number) || !is_year_and_month(number))
    return {};
  return std::string(archive) + "/" + std::string(number);
}

std::optional<PaperReference> read_arxiv(std::string_view lower) {
  for (const std::string_view ending : {".pdf", ".html"})
    if (base::ends_with(lower, ending))
      lower.remove_suffix(ending.size());
  while (base::ends_with(lower, "/")) lower.remove_suffix(1);
  const Versioned versioned = split_version(lower);
  if (is_new_arxiv_id(versioned.stem))
    return PaperReference{{IdScheme::Arxiv, std::string(versioned.stem)}, versioned.version, "arXiv"};
  std::string old = old_arxiv_id(versioned.stem);
  if (!old.empty())
    return PaperReference{{IdScheme::Arxiv, std::move(old)}, versioned.version, "arXiv"};
  return std::nullopt;
}

bool is_doi_character(char c) {
  return is_digit(c) || is_lower(c) ||
         std::string_view("-._;()/:[]<>+@&=,!*'$~#%").find(c) != std::string_view::npos;
}

bool has_dot_part(std::string_view path) {
  for (const std::string_view part : base::split(path, '/'))
    if (part.empty() || part == "." || part == "..")
      return true;
  return false;
}

// The DOIs of bioRxiv and medRxiv: date and running number; addresses append a version and a view
// ("v2.full.pdf") that are no part of the name.
std::string_view without_preprint_version(std::string_view doi) {
  const std::size_t slash = doi.find('/');
  const std::string_view prefix = doi.substr(0, slash);
  if (prefix != "10.1101" && prefix != "10.64898")
    return doi;
  std::size_t end = slash + 1;
  while (end < doi.size() && (is_digit(doi[end]) || doi[end] == '.')) ++end;
  const bool versioned = end + 1 < doi.size() && doi[end] == 'v' && is_digit(doi[end + 1]);
  return versioned && end > slash + 1 ? doi.substr(0, end) : doi;
}

// https://www.doi.org/the-identifier/resources/handbook/: "10.", a registrant, "/", anything. Case does
// not matter.
std::optional<PaperReference> read_doi(std::string_view lower) {
  while (!lower.empty() && std::string_view(".,;").find(lower.back()) != std::string_view::npos)
    lower.remove_suffix(1);
  if (base::starts_with(lower, "10.48550/arxiv."))
    return read_arxiv(lower.substr(15));
  const std::size_t slash = lower.find('/');
  if (!base::starts_with(lower, "10.") || slash == std::string_view::npos)
    return std::nullopt;
  const std::string_view registrant = lower.substr(3, slash - 3);
  if (registrant.size() < 4 || !is_digit(registrant.back()) ||
      !std::all_of(registrant.begin(), registrant.end(), [](char c) { return is_digit(c) || c == '.'; }))
    return std::nullopt;
  if (!std::all_of(lower.begin(), lower.end(), is_doi_character) || has_dot_part(lower))
    return std::nullopt;
  return PaperReference{{IdScheme::Doi, std::string(without_preprint_version(lower))}, 0, ""};
}

int hex_digit(char c) {
  if (is_digit(c))
    return c - '0';
  return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

std::string percent_decode(std::string_view lower) {
  std::string out;
  for (std::size_t i = 0; i < lower.size(); ++i) {
    const int high = lower[i] == '%' && i + 2 < lower.size() ? hex_digit(lower[i + 1]) : -1;
    const int low = high >= 0 ? hex_digit(lower[i + 2]) : -1;
    if (low < 0) {
      out += lower[i];
      continue;
    }
    out += static_cast<char>(high * 16 + low);
    i += 2;
  }
  return base::to_lower_ascii(out);
}

struct Address {
  std::string_view host;
  std::string_view path;   // without the leading '/'
  std::string_view query;  // without '?'
};

// Splits an address; the scheme may be missing before the hosts we know.
std::optional<Address> split_address(std::string_view lower) {
  for (const std::string_view scheme : {"https://", "http://"})
    if (base::starts_with(lower, scheme))
      lower.remove_prefix(scheme.size());
  const std::size_t slash = lower.find('/');
  if (slash == std::string_view::npos || lower.substr(0, slash).find('.') == std::string_view::npos)
    return std::nullopt;
  Address address{lower.substr(0, slash), lower.substr(slash + 1), {}};
  address.path = address.path.substr(0, address.path.find('#'));
  const std::size_t question = address.path.find('?');
  if (question != std::string_view::npos) {
    address.query = address.path.substr(question + 1);
    address.path = address.path.substr(0, question);
  }
  return address;
}

bool is_host(std::string_view host, std::string_view name) {
  return host == name || base::ends_with(host, "." + std::string(name));
}

std::optional<PaperReference> read_arxiv_address(const Address& address) {
  for (const std::string_view kind :
       {"abs/", "pdf/", "html/", "format/", "ps/", "src/", "e-print/", "papers/"})
    if (base::starts_with(address.path, kind))
      return read_arxiv(address.path.substr(kind.size()));
  return std::nullopt;
}

// A DOI as a part of a publisher's address: "doi/full/10.1145/…", "content/10.1101/…v1.full".
std::optional<PaperReference> read_doi_in_path(std::string_view path) {
  const std::size_t at = path.find("10.");
  const bool at_border = at == 0 || (at != std::string_view::npos && path[at - 1] == '/');
  if (!at_border || (at > 0 && path.find("doi/") == std::string_view::npos &&
                     path.find("content/") == std::string_view::npos))
    return std::nullopt;
  return read_doi(percent_decode(path.substr(at)));
}

std::optional<PaperReference> read_address(std::string_view lower) {
  const std::optional<Address> address = split_address(lower);
  if (!address)
    return std::nullopt;
  if (is_host(address->host, "arxiv.org") || is_host(address->host, "alphaxiv.org"))
    return read_arxiv_address(*address);
  if (is_host(address->host, "huggingface.co") && base::starts_with(address->path, "papers/"))
    return read_arxiv_address(*address);
  if (is_host(address->host, "doi.org"))
    return read_doi(percent_decode(address->path));
  if (is_host(address->host, "plos.org") && base::starts_with(address->query, "id="))
    return read_doi(percent_decode(address->query.substr(3, address->query.find('&') - 3)));
  std::optional<PaperReference> found = read_doi_in_path(address->path);
  if (found && is_host(address->host, "biorxiv.org"))
    found->source = "bioRxiv";
  if (found && is_host(address->host, "medrxiv.org"))
    found->source = "medRxiv";
  return found;
}

}  // namespace

std::string PaperId::canonical() const {
  switch (scheme) {
    case IdScheme::Arxiv:
      return "arxiv:" + local;
    case IdScheme::Doi:
      return "doi:" + local;
    case IdScheme::Slug:
      return "slug:" + local;
  }
  return "slug:" + local;
}

std::optional<PaperReference> parse_paper_reference(std::string_view text) {
  text = base::trim(text);
  if (text.size() > 2 && text.front() == '<' && text.back() == '>')
    text = text.substr(1, text.size() - 2);
  if (text.empty() || text.size() > kLongestReference)
    return std::nullopt;
  const std::string lower = base::to_lower_ascii(text);
  std::string_view rest = lower;
  for (const std::string_view prefix : {"arxiv:", "doi:"}) {
    if (!base::starts_with(rest, prefix))
      continue;
    rest = base::trim(rest.substr(prefix.size()));
    if (prefix == "doi:")
      return base::starts_with(rest, "http") ? read_address(rest) : read_doi(rest);
  }
  if (std::any_of(rest.begin(), rest.end(),
                  [](char c) { return base::is_space(c) || static_cast<unsigned char>(c) < 32; }))
    return std::nullopt;
  if (std::optional<PaperReference> arxiv = read_arxiv(rest))
    return arxiv;
  if (std::optional<PaperReference> doi = read_doi(rest))
    return doi;
  return read_address(rest);
}

PaperId slug_paper_id(std::string_view source, std::string_view title) {
  const bool plain_source = source.empty() || base::fold(source) == "arxiv";
  const std::string named =
      plain_source ? std::string(title) : std::string(source) + " " + std::string(title);
  std::string local = base::slug(named);
  // A slug may have lost what tells two titles apart; then it carries a digest of the whole title.
  std::string letters;
  for (const char c : local)
    if (c != '-')
      letters += c;
  if (letters != title_key(named))
    local += "-" + base::digest(title_key(named)).substr(0, 8);
  return {IdScheme::Slug, std::move(local)};
}

}  // namespace paperboy::model
