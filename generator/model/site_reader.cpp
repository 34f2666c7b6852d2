#include "model/site_reader.h"

#include <algorithm>
#include <array>
#include <set>

#include "base/text.h"
#include "model/field_reader.h"
#include "model/look_reader.h"
#include "model/site_address.h"

namespace paperboy::model {
namespace {

// First parts of addresses that belong to pages of the site's own.
constexpr std::array kReservedNames = {"api",     "assets", "authors", "feeds",        "months",
                                       "pages",   "papers", "prompts", "reading-list", "search",
                                       "sources", "topics", "weeks",   "years"};

bool is_plain_name(std::string_view id) {
  return !id.empty() && id.size() <= 80 && id.front() != '-' && id.front() != '_' &&
         std::all_of(id.begin(), id.end(), [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
         });
}

class SiteReader {
 public:
  explicit SiteReader(base::Diagnostics& diagnostics) : context_{site_, {}, diagnostics} {}

  std::optional<Site> read(const value::Value& root) {
    FieldReader fields(root, "site.yaml", context_);
    if (!fields.is_mapping())
      return std::nullopt;
    read_languages(fields);
    site_.title = fields.localized_plain("title");
    if (site_.title.empty())
      fields.report_missing("title");
    site_.description = fields.localized_plain("description");
    read_base_url(fields);
    read_topics(fields);
    read_all_series(fields);
    read_menu(fields);
    read_numbers(fields);
    read_score_axes(fields);
    if (const value::Value* look = fields.mapping("look"))
      site_.look = read_look(*look, context_);
    fields.finish();
    site_.topics_are_known = topics_are_known_ && fields.find_misspelt("topics") == nullptr;
    site_.series_are_known = series_are_known_;
    return std::move(site_);
  }

 private:
  base::Diagnostics& diagnostics() { return context_.diagnostics; }

  void read_languages(FieldReader& fields) {
    const value::Value* list = fields.find("languages");
    // Only this key has been asked for, so anything near it is a slip.
    site_.languages_are_known =
        list == nullptr ? fields.find_misspelt("languages") == nullptr : list->array() != nullptr;
    if (list == nullptr)
      return;
    std::vector<std::string> languages;
    for (const Located& code : fields.texts("languages")) {
      const bool letters = code.text.size() >= 2 && code.text.size() <= 11 && is_plain_name(code.text) &&
                           code.text.find('_') == std::string::npos && !(code.text[0] <= '9');
      site_.languages_are_known = site_.languages_are_known && letters;
      if (!letters)
        diagnostics().error(code.span, "bad-language", "\"" + code.text + "\" is not a language code",
                            "write it in lower case: en, zh, zh-hant");
      else if (std::find(languages.begin(), languages.end(), code.text) != languages.end())
        diagnostics().error(code.span, "repeated-value", "`" + code.text + "` is listed twice");
      else
        languages.push_back(code.text);
    }
    if (!languages.empty())
      site_.languages = std::move(languages);
  }

  void read_base_url(FieldReader& fields) {
    const std::optional<Located> given = fields.text("base_url");
    if (!given || given->text.empty()) {
      fields.report_missing("base_url");
      return;
    }
    const std::optional<BaseAddress> address = parse_base_url(given->text);
    if (!address) {
      diagnostics().error(given->span, "bad-address", "\"" + given->text + "\" is not the address of a site",
                          "write it with its scheme and without ? or #: https://example.org/papers/");
      return;
    }
    site_.base_url = address->url;
    site_.base_path = address->path;
  }

  void read_topics(FieldReader& fields) {
    const value::Array* list = fields.list("topics");
    if (list == nullptr) {
      topics_are_known_ = fields.find("topics") == nullptr;
      return;
    }
    for (const value::Value& element : *list) {
      Topic topic;
      topic.span = element.span();
      FieldReader item(element, "a topic", context_);
      topic.id = item.required_text("id");
      topic.label = item.localized_plain("label");
      if (topic.label.empty())
        item.report_missing("label");
      topic.description = item.localized_plain("description");
      const std::vector<Located> aliases = item.texts("aliases");
      if (const value::Value* extra = item.mapping("extra"))
        topic.extra = *extra->object();
      item.finish();
      if (topic.id.empty()) {
        topics_are_known_ = false;
        continue;
      }
      if (!check_id(topic.id, element.object()->find("id")->span(), "topic"))
        topics_are_known_ = false;
      for (const Located& alias : aliases) add_alias(topic, alias);
      add_topic(std::move(topic), element);
    }
  }

  bool check_id(const std::string& id, base::SourceSpan span, const char* what) {
    const bool plain = is_plain_name(id);
    if (!plain)
      diagnostics().error(span, "bad-id", "\"" + id + "\" cannot be the id of a " + what,
                          "use lower-case letters, digits, - and _: it becomes a part of addresses");
    return plain;
  }

  void add_alias(Topic& topic, const Located& alias) {
    if (const Topic* other = site_.find_topic(alias.text))
      diagnostics().error(alias.span, "ambiguous-alias",
                          "\"" + alias.text + "\" already means the topic `" + other->id + "`");
    else
      topic.aliases.push_back(alias.text);
  }

  void add_topic(Topic topic, const value::Value& element) {
    const Topic* other = site_.find_topic(topic.id);
    if (other == nullptr) {
      site_.topics.push_back(std::move(topic));
      return;
    }
    base::Diagnostic twice;
    twice.code = "repeated-value";
    twice.message = "the topic `" + topic.id + "` is already there";
    twice.span = element.object()->find("id")->span();
    twice.related = {{"first here", other->span}};
    diagnostics().add(std::move(twice));
  }

  void read_all_series(FieldReader& fields) {
    const value::Array* list = fields.list("series");
    if (list == nullptr) {
      if (fields.find("series") == nullptr)
        fields.report_missing("series");
      series_are_known_ = false;
      return;
    }
    for (const value::Value& element : *list) read_series(element);
  }

  void read_series(const value::Value& element) {
    Series series;
    series.span = element.span();
    FieldReader fields(element, "a series", context_);
    series.id = fields.required_text("id");
    series.title = fields.localized_plain("title");
    if (series.title.empty())
      fields.report_missing("title");
    series.description = fields.localized_plain("description");
    series.cadence = fields
                         .choice<Cadence>("cadence", {{"daily", Cadence::Daily},
                                                      {"weekly", Cadence::Weekly},
                                                      {"monthly", Cadence::Monthly}})
                         .value_or(Cadence::Daily);
    read_series_languages(fields, series);
    read_patterns(fields, series);
    series.grouping =
        fields.choice<Grouping>("grouping", {{"topic", Grouping::Topic}, {"flat", Grouping::Flat}})
            .value_or(series.grouping);
    series.numbering = fields
                           .choice<Numbering>("numbering", {{"topic", Numbering::Topic},
                                                            {"edition", Numbering::Edition},
                                                            {"given", Numbering::Given}})
                           .value_or(series.numbering);
    series.sorting = fields.choice<Sorting>("sort", {{"given", Sorting::Given}, {"score", Sorting::Score}})
                         .value_or(series.sorting);
    series.show_empty_notes = fields.truth("show_empty_notes").value_or(false);
    fields.finish();
    if (!series.id.empty())
      add_series(std::move(series), element.object()->find("id")->span());
    else
      series_are_known_ = false;
  }

  void read_series_languages(FieldReader& fields, Series& series) {
    for (const Located& code : fields.texts("languages")) {
      if (std::find(site_.languages.begin(), site_.languages.end(), code.text) == site_.languages.end())
        report_unknown_language(code.text, code.span, context_);
      else if (std::find(series.languages.begin(), series.languages.end(), code.text) ==
               series.languages.end())
        series.languages.push_back(code.text);
    }
    if (series.languages.empty())
      series.languages = {site_.default_language()};
  }

  void read_patterns(FieldReader& fields, Series& series) {
    const LocatedText title = fields.localized("edition_title");
    for (const LocatedText::Variant& variant : title.variants())
      check_placeholders(variant.value, diagnostics());
    series.edition_title = without_places(title);
    const std::optional<Located> address = fields.text("address");
    if (address && check_placeholders(*address, diagnostics()) &&
        check_edition_address(*address, diagnostics()))
      series.address = address->text;
  }

  void add_series(Series series, base::SourceSpan span) {
    if (!check_id(series.id, span, "series"))
      series_are_known_ = false;
    const bool year = series.id.size() == 4 && std::all_of(series.id.begin(), series.id.end(),
                                                           [](char c) { return c >= '0' && c <= '9'; });
    const bool language =
        std::find(site_.languages.begin(), site_.languages.end(), series.id) != site_.languages.end();
    const bool reserved =
        std::find(kReservedNames.begin(), kReservedNames.end(), series.id) != kReservedNames.end();
    if (year || language || reserved) {
      diagnostics().error(span, "bad-id", "`" + series.id + "` is the address of pages of the site's own",
                          "choose another id for the series and its folder");
      series_are_known_ = false;
    }
    if (const Series* other = site_.find_series(series.id)) {
      base::Diagnostic twice;
      twice.code = "repeated-value";
      twice.message = "the series `" + series.id + "` is already there";
      twice.span = span;
      twice.related = {{"first here", other->span}};
      diagnostics().add(std::move(twice));
      return;
    }
    site_.series.push_back(std::move(series));
  }

  void read_menu(FieldReader& fields) {
    const value::Array* list = fields.list("menu");
    if (list == nullptr)
      return;
    for (const value::Value& element : *list) {
      MenuLink link;
      link.span = element.span();
      FieldReader item(element, "a menu link", context_);
      link.label = item.localized_plain("label");
      if (link.label.empty())
        item.report_missing("label");
      const std::optional<Located> target = item.text("target");
      if (!target || target->text.empty())
        item.report_missing("target");
      else if (!is_link_target(target->text))
        diagnostics().error(target->span, "bad-address",
                            "\"" + target->text + "\" is no address a page may link to",
                            "write /about/ for a page of this site, or a full https:// address");
      else
        link.target = target->text;
      item.finish();
      if (!link.target.empty() && !link.label.empty())
        site_.menu.push_back(std::move(link));
    }
  }

  int small_number(FieldReader& fields, std::string_view key, int fallback) {
    return static_cast<int>(std::min<std::int64_t>(fields.count(key).value_or(fallback), 1'000'000));
  }

  void read_numbers(FieldReader& fields) {
    if (const value::Value* authors = fields.mapping("authors")) {
      FieldReader item(*authors, "`authors`", context_);
      site_.author_page_minimum = small_number(item, "min_papers", site_.author_page_minimum);
      item.finish();
    }
    if (const value::Value* lists = fields.mapping("lists")) {
      FieldReader item(*lists, "`lists`", context_);
      site_.list_page_size = small_number(item, "page_size", site_.list_page_size);
      item.finish();
    }
    if (const value::Value* rollups = fields.mapping("rollups")) {
      FieldReader item(*rollups, "`rollups`", context_);
      site_.top_papers = small_number(item, "top", site_.top_papers);
      item.finish();
    }
  }

  void read_score_axes(FieldReader& fields) {
    if (fields.find("scores") == nullptr) {
      site_.score_axes = {"relevance", "novelty"};
      return;
    }
    for (const Located& axis : fields.texts("scores"))
      if (!axis.text.empty())
        site_.score_axes.push_back(axis.text);
  }

  Site site_;
  bool topics_are_known_ = true;
  bool series_are_known_ = true;
  ReadContext context_;
};

}  // namespace

std::optional<Site> read_site(const value::Value& root, base::Diagnostics& diagnostics) {
  return SiteReader(diagnostics).read(root);
}

}  // namespace paperboy::model
