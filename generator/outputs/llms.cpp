#include <fmt/format.h>

#include <algorithm>

#include "base/reads.h"
#include "base/text.h"
#include "outputs/outputs.h"

// https://llmstxt.org
namespace paperboy::outputs {

namespace {

constexpr std::size_t kNewestEditions = 30;

// Brackets would end a link's text.
std::string link(std::string_view label, std::string_view address) {
  std::string text = base::replace_all(base::replace_all(label, "[", "("), "]", ")");
  return fmt::format("- [{}]({})", base::collapse_spaces(text), address);
}

class Index {
 public:
  explicit Index(const pages::Catalog& catalog)
      : catalog_(catalog), language_(catalog.archive.site.default_language()) {}

  std::string text() const {
    const model::Site& site = catalog_.archive.site;
    const auto* title = site.title.best(language_);
    const auto* description = site.description.best(language_);
    std::string text =
        fmt::format("# {}\n", title == nullptr ? "Papers" : base::collapse_spaces(title->value));
    if (description != nullptr) {
      text += fmt::format("\n> {}\n", base::collapse_spaces(description->value));
    }
    return text + series() + topics() + editions() + data();
  }

 private:
  std::string series() const {
    std::string text = "\n## Series\n\n";
    for (const model::Series& series : catalog_.archive.site.series) {
      const auto* title = series.title.best(language_);
      text += link(title == nullptr ? series.id : title->value,
                   catalog_.addresses.url("/api/v1/series/" + series.id + ".json")) +
              "\n";
    }
    return text;
  }

  std::string topics() const {
    std::string text = "\n## Topics\n\n";
    for (const model::Topic& topic : catalog_.archive.site.topics) {
      if (catalog_.index.topics.contains(topic.id)) {
        const auto* label = topic.label.best(language_);
        text += link(label == nullptr ? topic.id : label->value,
                     catalog_.addresses.url("/api/v1/topics/" + topic.id + ".json")) +
                "\n";
      }
    }
    return text;
  }

  std::string editions() const {
    std::string text = "\n## Newest editions\n\n";
    const std::vector<model::Edition>& all = catalog_.archive.editions;
    for (std::size_t i = 0; i < std::min(kNewestEditions, all.size()); ++i) {
      const model::Edition& edition = all[all.size() - 1 - i];
      base::Reads::note(&edition);  // its title
      text += fmt::format("{}: {} {}\n",
                          link(pages::edition_title(catalog_.archive, edition, language_),
                               catalog_.addresses.url("/api/v1/editions/" + edition.series + "/" +
                                                      base::to_string(edition.date) + ".json")),
                          edition.entries.size(), edition.entries.size() == 1 ? "paper" : "papers");
    }
    return text;
  }

  std::string data() const {
    return "\n## Data\n\n" +
           link("Everything there is, as JSON", catalog_.addresses.url("/api/v1/index.json")) + "\n" +
           link("What its keys mean: a JSON Schema", catalog_.addresses.url("/api/v1/schema.json")) + "\n";
  }

  const pages::Catalog& catalog_;
  std::string language_;
};

}  // namespace

void llms(const Publication& publication, SiteFiles& files) {
  files.add("llms.txt", [&] { return Index(publication.catalog).text(); });
}

}  // namespace paperboy::outputs
