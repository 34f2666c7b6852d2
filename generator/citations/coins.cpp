#include <fmt/format.h>

#include "base/text.h"
#include "citations/citation.h"

namespace paperboy::citations {

namespace {

// Readers of a page take a paper over with this many; what they want of a longer list is in the files.
constexpr std::size_t kMostAuthors = 100;

// "Maaten, Laurens": parted, so that nobody needs to guess.
std::string name_text(const Name& name) {
  return name.family.empty()  ? name.literal
         : name.given.empty() ? name.family
                              : name.family + ", " + name.given;
}

// "2026-05-06" as far as it is known.
std::string date_text(const PartialDate& date) {
  if (date.year == 0) {
    return "";
  }
  std::string text = fmt::format("{:04}", date.year);
  for (const unsigned part : {date.month, date.month == 0 ? 0 : date.day}) {
    text += part == 0 ? "" : fmt::format("-{:02}", part);
  }
  return text;
}

void add(std::string& out, std::string_view key, std::string_view value) {
  if (!value.empty()) {
    // A space is %20: readers of these spans take a plus for a plus.
    out.append("&").append(key).append("=").append(base::percent_encode_path(value));
  }
}

}  // namespace

std::string coins(const Citation& citation) {
  std::string out = "ctx_ver=Z39.88-2004&rft_val_fmt=info:ofi/fmt:kev:mtx:journal";
  add(out, "rft.atitle", citation.title);
  add(out, "rft.jtitle", citation.arxiv_id.empty() ? citation.source : "");
  for (std::size_t at = 0; at < citation.authors.size() && at < kMostAuthors; ++at) {
    add(out, "rft.au", name_text(citation.authors[at]));
  }
  add(out, "rft.date", date_text(citation.date));
  add(out, "rft_id", citation.doi.empty() ? citation.url : "info:doi/" + citation.doi);
  return out;
}

}  // namespace paperboy::citations
