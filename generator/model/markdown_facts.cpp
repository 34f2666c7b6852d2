#include "model/markdown_facts.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "model/entry_reader.h"
#include "model/markdown_heading.h"
#include "model/site_address.h"
#include "model/title_key.h"

namespace paperboy::model {
namespace {

struct FactName {
  std::string_view key;  // as title_key() has it
  FactKind kind;
};

constexpr auto kFactNames = std::to_array<FactName>({
    {"arxiv", FactKind::Reference},
    {"arxivid", FactKind::Reference},
    {"id", FactKind::Reference},
    {"doi", FactKind::Reference},
    {"paper", FactKind::Link},
    {"论文", FactKind::Link},
    {"link", FactKind::Link},
    {"links", FactKind::Link},
    {"url", FactKind::Link},
    {"pdf", FactKind::Link},
    {"链接", FactKind::Link},
    {"地址", FactKind::Link},
    {"论文链接", FactKind::Link},
    {"论文地址", FactKind::Link},
    {"code", FactKind::Link},
    {"代码", FactKind::Link},
    {"project", FactKind::Link},
    {"项目", FactKind::Link},
    {"author", FactKind::Authors},
    {"authors", FactKind::Authors},
    {"作者", FactKind::Authors},
    {"affiliation", FactKind::Affiliations},
    {"affiliations", FactKind::Affiliations},
    {"机构", FactKind::Affiliations},
    {"单位", FactKind::Affiliations},
    {"score", FactKind::Score},
    {"总分", FactKind::Score},
    {"评分", FactKind::Score},
    {"topic", FactKind::Topic},
    {"primarytopic", FactKind::Topic},
    {"主题", FactKind::Topic},
    {"alsomatches", FactKind::AlsoMatches},
    {"category", FactKind::Category},
    {"类别", FactKind::Category},
    {"分类", FactKind::Category},
    {"source", FactKind::Source},
    {"来源", FactKind::Source},
    {"date", FactKind::Date},
    {"日期", FactKind::Date},
    {"tag", FactKind::Tag},
    {"标签", FactKind::Tag},
    {"comment", FactKind::Comment},
    {"推荐理由", FactKind::Comment},
    {"topicmatch", FactKind::TopicMatch},
    {"abstract", FactKind::Abstract},
    {"摘要", FactKind::Abstract},
});

struct AxisName {
  std::string_view key;
  std::string_view axis;
};
constexpr auto kAxisNames = std::to_array<AxisName>(
    {{"相关性", "relevance"}, {"相关度", "relevance"}, {"新颖性", "novelty"}, {"新颖度", "novelty"}});

bool is_reference_label(std::string_view label) {
  const std::string key = title_key(label);
  return key == "arxiv" || key == "arxivid" || key == "doi" || key == "id";
}

// The address of "<…>", "[…](…)" or the text itself.
std::string_view address_in(std::string_view value) {
  const MarkdownLink link = leading_link(value);
  return link.address.empty() ? value : link.address;
}

bool is_address(std::string_view value) {
  const std::string_view address = address_in(value);
  return is_web_address(address) || parse_paper_reference(address);
}

// An address or id that is all there is on a line.
std::optional<Fact> read_bare_reference(std::string_view line) {
  const MarkdownLink link = leading_link(line);
  if (!link.address.empty() && !base::trim(link.rest).empty())
    return std::nullopt;
  const std::string_view address = link.address.empty() ? line : link.address;
  if (parse_paper_reference(address))
    return Fact{FactKind::Reference, {}, address, {}};
  if (is_web_address(address))
    return Fact{FactKind::Link, {}, address, {}};
  return std::nullopt;
}

std::string_view without_list_mark(std::string_view line) {
  for (const std::string_view mark : {"- ", "* ", "+ ", "• "})
    if (base::starts_with(line, mark))
      return base::trim(line.substr(mark.size()));
  return line;
}

std::string_view strip(std::string_view text, std::string_view characters) {
  const std::size_t begin = std::min(text.find_first_not_of(characters), text.size());
  const std::size_t end = text.find_last_not_of(characters);
  return end == std::string_view::npos ? std::string_view() : text.substr(begin, end + 1 - begin);
}

std::vector<std::string_view> split_at(std::string_view text, std::string_view separator) {
  std::vector<std::string_view> parts;
  for (std::size_t at = text.find(separator); at != std::string_view::npos; at = text.find(separator)) {
    parts.push_back(base::trim(text.substr(0, at)));
    text.remove_prefix(at + separator.size());
  }
  parts.push_back(base::trim(text));
  std::erase(parts, std::string_view());
  return parts;
}

bool is_score(const Fact& fact) {
  return fact.kind == FactKind::Score || fact.kind == FactKind::Axis;
}

// What follows "9", "9/10" or "9**," and the like.
std::string_view after_number(std::string_view value) {
  const std::size_t number = std::min(value.find_first_not_of("0123456789./ "), value.size());
  const std::size_t mark = std::min(value.find_first_not_of("*_,;|) ", number), value.size());
  return number == 0 ? std::string_view() : value.substr(mark);
}

class FactApplier {
 public:
  FactApplier(Entry& entry, const Fact& fact, const MarkdownLines& lines, ReadContext& context)
      : entry_(entry), fact_(fact), lines_(lines), context_(context) {}

  void apply() {
    switch (fact_.kind) {
      case FactKind::Reference:
      case FactKind::Link:
        return apply_address();
      case FactKind::Authors:
        return apply_authors();
      case FactKind::Affiliations:
        for (const std::string_view name : split_terms(fact_.value))
          entry_.paper.affiliations.emplace_back(name);
        return;
      case FactKind::Score:
      case FactKind::Axis:
        return apply_score();
      case FactKind::Topic:
      case FactKind::AlsoMatches:
        return apply_topic();
      case FactKind::Date:
        return apply_date();
      default:
        return apply_text();
    }
  }

 private:
  void apply_address() {
    const std::string_view address = base::trim(address_in(fact_.value));
    const Located located = lines_.locate(address);
    const std::string kind = title_key(fact_.label);
    const bool is_paper = kind != "code" && kind != "代码" && kind != "project" && kind != "项目";
    const bool named = is_paper && parse_paper_reference(address);
    const bool arxiv = base::to_lower_ascii(address).find("arxiv.org/") != std::string::npos;
    if (named || is_reference_label(fact_.label) || (is_paper && arxiv)) {
      Paper found;
      set_reference(found, located, context_.diagnostics);
      if (has_id(found) && has_id(entry_.paper) && found.id != entry_.paper.id)
        entry_.paper.links.push_back(
            {fact_.label.empty() ? "link" : std::string(fact_.label), located.text, located.span});
      else if (has_id(found))
        set_reference(entry_.paper, located, context_.diagnostics);
      return;
    }
    const bool labelled_code = kind == "code" || kind == "代码";
    add_link(entry_.paper,
             labelled_code         ? "code"
             : fact_.label.empty() ? "link"
                                   : base::to_lower_ascii(fact_.label),
             located, context_.diagnostics);
  }

  void apply_authors() {
    std::string_view names = fact_.value;
    for (const std::string_view ending : {"…", "...", "et al.", "et al", "等"}) {
      if (!base::ends_with(names, ending))
        continue;
      names = strip(names.substr(0, names.size() - ending.size()), " ,");
      entry_.paper.authors_cut = true;
      break;
    }
    if (names.empty())
      context_.diagnostics.warning(lines_.locate(fact_.label).span, "empty-authors",
                                   "the authors are given but nobody is named",
                                   "remove the line when they are not known");
    for (const std::string_view name : split_terms(names))
      entry_.paper.authors.push_back({std::string(name), {}, lines_.locate(name).span});
  }

  void apply_score() {
    const std::string_view number = base::trim(fact_.value.substr(0, fact_.value.find('/')));
    std::optional<Score> score = read_score(fact_.kind == FactKind::Score ? "score" : fact_.axis,
                                            lines_.locate(number), context_.diagnostics);
    if (!score)
      return;
    if (fact_.kind == FactKind::Score)
      entry_.total = std::move(score);
    else
      entry_.scores.push_back(std::move(*score));
  }

  void apply_topic() {
    if (fact_.kind == FactKind::Topic) {
      entry_.topic = resolve_topic(lines_.locate(fact_.value), context_);
      return;
    }
    // Labels may hold commas themselves: the whole is tried first.
    std::vector<std::string_view> names = {fact_.value};
    if (context_.site.find_topic(fact_.value) == nullptr)
      names = split_terms(fact_.value);
    for (const std::string_view name : names)
      if (std::string topic = resolve_topic(lines_.locate(name), context_); !topic.empty())
        entry_.also_matches.push_back(std::move(topic));
  }

  void apply_date() {
    const std::optional<base::Date> date = base::parse_date(fact_.value);
    if (!date)
      context_.diagnostics.error(lines_.locate(fact_.value).span, "bad-date",
                                 "\"" + std::string(fact_.value) + "\" is not a date of the calendar",
                                 "write it as 2026-05-06");
    entry_.date = date;
    entry_.paper.published = date;
  }

  void apply_text() {
    if (fact_.kind == FactKind::Category)
      entry_.paper.category = std::string(fact_.value);
    else if (fact_.kind == FactKind::Source)
      entry_.paper.source = std::string(fact_.value);
    else if (fact_.kind == FactKind::Tag)
      entry_.tag = std::string(fact_.value);
    else if (fact_.kind == FactKind::Comment)
      entry_.comment.set(context_.language, lines_.locate(fact_.value));
    else if (fact_.kind == FactKind::TopicMatch)
      entry_.topic_match.set(context_.language, lines_.locate(fact_.value));
    else
      entry_.paper.abstract.set(context_.language, lines_.locate(fact_.value));
  }

  Entry& entry_;
  const Fact& fact_;
  const MarkdownLines& lines_;
  ReadContext& context_;
};

}  // namespace

LabelledLine split_label(std::string_view line) {
  line = without_list_mark(line);
  std::size_t at = line.find(':');
  std::size_t length = 1;
  if (const std::size_t wide = line.find("："); wide < at) {
    at = wide;
    length = std::string_view("：").size();
  }
  if (at == std::string_view::npos || at == 0 || at > 60)
    return {};
  const std::string_view label = strip(line.substr(0, at), " *_");
  std::string_view value = base::trim(line.substr(at + length));
  // "**Authors:** A" closes its emphasis after the colon.
  for (const std::string_view mark : {"**", "*", "__"})
    if (base::starts_with(line, mark) && base::starts_with(value, mark))
      value = base::trim(value.substr(mark.size()));
  return {label, value};
}

std::vector<std::string_view> split_terms(std::string_view text) {
  for (const std::string_view ending : {"。", "．", "."})
    if (base::ends_with(text, ending) && text.size() > ending.size())
      text = base::trim(text.substr(0, text.size() - ending.size()));
  for (const std::string_view separator : {"·", "、", "；", ";", "，", ","})
    if (text.find(separator) != std::string_view::npos)
      return split_at(text, separator);
  return text.empty() ? std::vector<std::string_view>() : std::vector<std::string_view>{text};
}

std::optional<Fact> read_fact(std::string_view line, const Site& site) {
  if (line.empty())
    return std::nullopt;
  if (std::optional<Fact> bare = read_bare_reference(without_list_mark(line)))
    return bare;
  const LabelledLine labelled = split_label(line);
  if (labelled.label.empty())
    return std::nullopt;
  const std::string key = title_key(labelled.label);
  for (const std::string& axis : site.score_axes)
    if (title_key(axis) == key)
      return Fact{FactKind::Axis, labelled.label, labelled.value, axis};
  for (const AxisName& name : kAxisNames)
    if (name.key == key)
      return Fact{FactKind::Axis, labelled.label, labelled.value, std::string(name.axis)};
  for (const FactName& name : kFactNames) {
    if (name.key != key)
      continue;
    const bool says_something =
        name.kind == FactKind::Link ? is_address(labelled.value) : !labelled.value.empty();
    if (says_something || name.kind == FactKind::Authors)
      return Fact{name.kind, labelled.label, labelled.value, {}};
  }
  return std::nullopt;
}

std::vector<Fact> read_facts(std::string_view line, const Site& site) {
  std::vector<Fact> facts;
  for (std::optional<Fact> fact = read_fact(line, site); fact;) {
    const std::string_view rest = is_score(*fact) ? after_number(fact->value) : std::string_view();
    std::optional<Fact> next = rest.empty() ? std::nullopt : read_fact(rest, site);
    if (next && is_score(*next))
      fact->value = base::trim(fact->value.substr(0, fact->value.size() - rest.size()));
    else
      next = std::nullopt;
    if (is_score(*fact))
      fact->value = strip(fact->value, " *_,;|");
    facts.push_back(std::move(*fact));
    fact = std::move(next);
  }
  return facts;
}

void apply_fact(Entry& entry, const Fact& fact, const MarkdownLines& lines, ReadContext& context) {
  FactApplier(entry, fact, lines, context).apply();
}

}  // namespace paperboy::model
