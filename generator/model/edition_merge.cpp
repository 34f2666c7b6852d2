#include "model/edition_merge.h"

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "model/entry_reader.h"
#include "model/title_key.h"

namespace paperboy::model {
namespace {

template <typename T>
void merge_localized(Localized<T>& target, const Localized<T>& addition) {
  for (const auto& variant : addition.variants()) target.set(variant.language, variant.value);
}

// Takes the addition's value where it has one.
template <typename T>
void take(T& target, T addition, const T& none = {}) {
  if (!(addition == none))
    target = std::move(addition);
}

template <typename T>
void take_list(std::vector<T>& target, std::vector<T> addition) {
  if (!addition.empty())
    target = std::move(addition);
}

void take_text(Located& target, Located addition) {
  if (!addition.text.empty())
    target = std::move(addition);
}

void merge_object(value::Object& target, const value::Object& addition) {
  for (const value::Member& member : addition.members())
    if (target.find(member.key) == nullptr)
      target.add(member);
}

void merge_paper(Paper& paper, Paper addition) {
  if (!has_id(paper))
    paper.id = std::move(addition.id);
  paper.version = std::max(paper.version, addition.version);
  merge_localized(paper.title, addition.title);
  merge_localized(paper.abstract, addition.abstract);
  paper.abstract_cut = paper.abstract_cut || addition.abstract_cut;
  paper.authors_cut = paper.authors_cut || addition.authors_cut;
  take_list(paper.authors, std::move(addition.authors));
  take_list(paper.affiliations, std::move(addition.affiliations));
  if (paper.source.empty())
    paper.source = std::move(addition.source);
  take(paper.category, std::move(addition.category));
  take_list(paper.categories, std::move(addition.categories));
  take(paper.published, addition.published);
  for (PaperLink& link : addition.links) {
    const bool known = std::any_of(paper.links.begin(), paper.links.end(),
                                   [&](const PaperLink& other) { return other.url == link.url; });
    if (!known)
      paper.links.push_back(std::move(link));
  }
}

void merge_entry(Entry& entry, Entry addition) {
  merge_paper(entry.paper, std::move(addition.paper));
  take(entry.date, addition.date);
  take(entry.announce_type, addition.announce_type, AnnounceType::None);
  if (entry.number.empty())
    entry.number = std::move(addition.number);
  take_list(entry.scores, std::move(addition.scores));
  if (addition.total)
    entry.total = std::move(addition.total);
  take(entry.topic, std::move(addition.topic));
  take_list(entry.also_matches, std::move(addition.also_matches));
  take(entry.matched_by, addition.matched_by, MatchedBy::Topic);
  merge_localized(entry.comment, addition.comment);
  merge_localized(entry.topic_match, addition.topic_match);
  merge_localized(entry.commentary, addition.commentary);
  merge_localized(entry.notes, addition.notes);
  merge_localized(entry.headline, addition.headline);
  take(entry.tag, std::move(addition.tag));
  merge_object(entry.extra, addition.extra);
}

void merge_text(EditionText& text, EditionText addition) {
  take_text(text.title, std::move(addition.title));
  take_list(text.themes, std::move(addition.themes));
  take_text(text.summary, std::move(addition.summary));
  take_list(text.legend, std::move(addition.legend));
  take_list(text.top_picks, std::move(addition.top_picks));
  take_list(text.keywords, std::move(addition.keywords));
  take_text(text.body, std::move(addition.body));
  take_text(text.closing, std::move(addition.closing));
}

bool titles_agree(const Paper& one, const Paper& other) {
  for (const LocatedText::Variant& a : one.title.variants())
    for (const LocatedText::Variant& b : other.title.variants())
      if (title_key(a.value.text) == title_key(b.value.text))
        return true;
  return false;
}

EditionState inferred_state(const Edition& edition) {
  if (!edition.entries.empty())
    return EditionState::Published;
  if (edition.counts.total == 0)
    return EditionState::Quiet;
  std::optional<std::int64_t> tokens;
  for (const Run& run : edition.runs) {
    const bool both = run.prompt_tokens && run.completion_tokens;
    if (run.total_tokens || both)
      tokens = tokens.value_or(0) +
               (run.total_tokens ? *run.total_tokens : *run.prompt_tokens + *run.completion_tokens);
  }
  const bool nothing_done = tokens && *tokens == 0 && edition.counts.scanned.value_or(0) > 0;
  return nothing_done ? EditionState::Failed : EditionState::Empty;
}

void settle_state(Edition& edition, base::Diagnostics& diagnostics) {
  if (!edition.state_given) {
    edition.state = inferred_state(edition);
    return;
  }
  const bool says_published = edition.state == EditionState::Published;
  if (says_published == !edition.entries.empty())
    return;
  const std::string papers =
      edition.entries.empty()
          ? "no papers"
          : std::to_string(edition.entries.size()) + (edition.entries.size() == 1 ? " paper" : " papers");
  diagnostics.warning(
      edition.span, "state-contradiction",
      "the state is `" + std::string(to_string(edition.state)) + "` but the edition has " + papers,
      "leave `state` out to have it worked out");
}

}  // namespace

Entry* find_same_paper(std::vector<Entry>& entries, const Entry& entry) {
  if (has_id(entry.paper))
    for (Entry& candidate : entries)
      if (candidate.paper.id == entry.paper.id)
        return &candidate;
  for (Entry& candidate : entries)
    if ((!has_id(entry.paper) || !has_id(candidate.paper)) && titles_agree(candidate.paper, entry.paper))
      return &candidate;
  return nullptr;
}

Edition merge_editions(Edition edition, Edition addition) {
  for (const auto& variant : addition.text.variants()) {
    const EditionText* known = edition.text.exact(variant.language);
    EditionText text = known != nullptr ? *known : EditionText();
    merge_text(text, variant.value);
    edition.text.set(variant.language, std::move(text));
  }
  // Papers are sought among those that were there before, so that one file's repeats stay visible.
  const std::size_t known = edition.entries.size();
  std::vector<Entry> added;
  for (Entry& entry : addition.entries) {
    Entry* same = known == 0 ? nullptr : find_same_paper(edition.entries, entry);
    if (same != nullptr)
      merge_entry(*same, std::move(entry));
    else
      added.push_back(std::move(entry));
  }
  std::move(added.begin(), added.end(), std::back_inserter(edition.entries));
  if (addition.state_given) {
    edition.state = addition.state;
    edition.state_given = true;
  }
  take_list(edition.runs, std::move(addition.runs));
  if (addition.counts.total || addition.counts.scanned || addition.counts.relevant)
    edition.counts = addition.counts;
  take_list(edition.prompts, std::move(addition.prompts));
  merge_object(edition.extra, addition.extra);
  std::move(addition.redirects.begin(), addition.redirects.end(), std::back_inserter(edition.redirects));
  for (const auto list : {&Edition::files, &Edition::accept, &Edition::languages})
    for (std::string& item : addition.*list)
      if (std::find((edition.*list).begin(), (edition.*list).end(), item) == (edition.*list).end())
        (edition.*list).push_back(std::move(item));
  if (!edition.span)
    edition.span = addition.span;
  return edition;
}

void complete_edition(Edition& edition, base::Diagnostics& diagnostics) {
  settle_state(edition, diagnostics);
  const EditionText* any = edition.text.exact("");
  if (any == nullptr || edition.text.variants().size() < 2)
    return;
  Localized<EditionText> completed;
  for (const auto& variant : edition.text.variants()) {
    EditionText text = *any;
    merge_text(text, variant.value);
    completed.set(variant.language, std::move(text));
  }
  edition.text = std::move(completed);
}

}  // namespace paperboy::model
