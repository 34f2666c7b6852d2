#include <catch2/catch.hpp>

#include <set>
#include <string>

#include "base/text.h"
#include "model/paper_id.h"

namespace paperboy::tests {
namespace {

// "arxiv:2605.03769 v2 (arXiv)", or "nothing".
std::string read(std::string_view text) {
  const std::optional<model::PaperReference> found = model::parse_paper_reference(text);
  if (!found)
    return "nothing";
  return found->id.canonical() + (found->version > 0 ? " v" + std::to_string(found->version) : "") +
         (found->source.empty() ? "" : " (" + found->source + ")");
}

}  // namespace

TEST_CASE("every way of naming an arXiv paper leads to one id") {
  for (const std::string_view form : {"2605.03769",
                                      "arXiv:2605.03769",
                                      "ARXIV:2605.03769",
                                      "arXiv: 2605.03769",
                                      "  2605.03769\n",
                                      "https://arxiv.org/abs/2605.03769",
                                      "http://www.arxiv.org/abs/2605.03769",
                                      "arxiv.org/abs/2605.03769",
                                      "https://arxiv.org/pdf/2605.03769",
                                      "https://arxiv.org/pdf/2605.03769.pdf",
                                      "https://arxiv.org/html/2605.03769",
                                      "https://export.arxiv.org/abs/2605.03769",
                                      "<https://arxiv.org/abs/2605.03769>",
                                      "https://arxiv.org/abs/2605.03769?context=cs.LG#here",
                                      "https://arxiv.org/abs/2605.03769/",
                                      "10.48550/arXiv.2605.03769",
                                      "doi:10.48550/ARXIV.2605.03769",
                                      "https://doi.org/10.48550/arXiv.2605.03769",
                                      "https://www.alphaxiv.org/abs/2605.03769",
                                      "https://huggingface.co/papers/2605.03769"}) {
    INFO(form);
    CHECK(read(form) == "arxiv:2605.03769 (arXiv)");
  }
}

TEST_CASE("a version is told apart from the id") {
  CHECK(read("2605.03769v2") == "arxiv:2605.03769 v2 (arXiv)");
  CHECK(read("https://arxiv.org/pdf/2605.03769v12.pdf") == "arxiv:2605.03769 v12 (arXiv)");
  CHECK(read("hep-th/9901001V3") == "arxiv:hep-th/9901001 v3 (arXiv)");
  CHECK(read("2605.03769v0") == "nothing");
  CHECK(read("2605.03769v") == "nothing");
}

TEST_CASE("identifiers from before 2007 lose their subject class") {
  CHECK(read("math.GT/0309136") == "arxiv:math/0309136 (arXiv)");
  CHECK(read("hep-th/9901001") == "arxiv:hep-th/9901001 (arXiv)");
  CHECK(read("https://arxiv.org/abs/cond-mat/0102536") == "arxiv:cond-mat/0102536 (arXiv)");
  CHECK(read("cooking/9901001") == "nothing");
  CHECK(read("hep-th/9913001") == "nothing");
}

TEST_CASE("the number after the dot has the length of its time") {
  CHECK(read("0704.0001") == "arxiv:0704.0001 (arXiv)");
  CHECK(read("1412.9999") == "arxiv:1412.9999 (arXiv)");
  CHECK(read("1501.00001") == "arxiv:1501.00001 (arXiv)");
  CHECK(read("2605.3769") == "nothing");
  CHECK(read("0704.00012") == "nothing");
  CHECK(read("2613.03769") == "nothing");
}

TEST_CASE("DOIs are read from every address that holds one, in lower case") {
  CHECK(read("10.1371/Journal.PMED.1004") == "doi:10.1371/journal.pmed.1004");
  CHECK(read("doi: 10.1371/journal.pmed.1004") == "doi:10.1371/journal.pmed.1004");
  CHECK(read("https://dx.doi.org/10.1371/journal.pmed.1004.") == "doi:10.1371/journal.pmed.1004");
  CHECK(read("https://doi.org/10.1371%2Fjournal.pmed.1004") == "doi:10.1371/journal.pmed.1004");
  CHECK(read("https://dl.acm.org/doi/full/10.1145/3442188.3445922") == "doi:10.1145/3442188.3445922");
  CHECK(read("https://journals.plos.org/plosmedicine/article?id=10.1371/journal.pmed.1004") ==
        "doi:10.1371/journal.pmed.1004");
}

TEST_CASE("preprint addresses of bioRxiv and medRxiv lose version and view") {
  CHECK(read("https://www.biorxiv.org/content/10.1101/2026.01.02.123456v2") ==
        "doi:10.1101/2026.01.02.123456 (bioRxiv)");
  CHECK(read("https://www.medrxiv.org/content/10.1101/2026.02.03.26345678v1.full.pdf") ==
        "doi:10.1101/2026.02.03.26345678 (medRxiv)");
  CHECK(read("10.1101/2026.01.02.123456v3") == "doi:10.1101/2026.01.02.123456");
}

TEST_CASE("what is no reference, or hostile, names nothing") {
  for (const std::string text : {"",
                                 " ",
                                 "2605",
                                 "The Shape of Addition",
                                 "../../etc/passwd",
                                 "/etc/passwd",
                                 "2605.03769/../../x",
                                 "https://arxiv.org/abs/../../etc/passwd",
                                 "https://arxiv.org/abs/",
                                 "https://arxiv.org.evil.example/abs/2605.03769",
                                 "https://evil.example/?u=https://arxiv.org/abs/2605.03769",
                                 "10.1101/../../x",
                                 "10.1101/",
                                 "10.1/x",
                                 "10.1371/a b",
                                 "10.1371/a\"onload",
                                 "10.1371/a\\b",
                                 "javascript:alert(1)",
                                 "2605.03769 2605.03770",
                                 "slug:anything",
                                 "https://doi.org/10.1371/%2e%2e/%2e%2e/x",
                                 "10.1371/a%00b\x01"}) {
    INFO(text);
    CHECK(read(text) == "nothing");
  }
  CHECK(read("2605.0376\x01") == "nothing");
  CHECK(read(std::string(100'000, '1')) == "nothing");
}

TEST_CASE("papers without id get one from title and source") {
  CHECK(model::slug_paper_id("", "Beyond Nearest Neighbor").local == "beyond-nearest-neighbor");
  CHECK(model::slug_paper_id("arXiv", "Beyond Nearest Neighbor").local == "beyond-nearest-neighbor");
  CHECK(model::slug_paper_id("PLOS Medicine", "Editorial").local == "plos-medicine-editorial");
  CHECK(model::slug_paper_id("", "beyond nearest: neighbor!") ==
        model::slug_paper_id("", "Beyond Nearest Neighbor"));
}

TEST_CASE("different titles never share a made-up id") {
  std::set<std::string> ids;
  const std::string start(200, 'x');
  const std::vector<std::string> titles = {start + " one", start + " two", "$\\alpha$", "ж", "щ", "",
                                           "🙂",         "中文",         "中 文x"};
  for (const std::string& title : titles) {
    const std::string id = model::slug_paper_id("", title).local;
    INFO(title << " → " << id);
    CHECK(ids.insert(id).second);
    CHECK(id.find('/') == std::string::npos);
    CHECK(id.size() <= 100);
  }
}

}  // namespace paperboy::tests
