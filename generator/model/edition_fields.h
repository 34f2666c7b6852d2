#pragma once

#include <concepts>
#include <type_traits>

#include "model/edition.h"

// Every field of an edition, told one after the other to an `Io` that packs, unpacks or digests them: the one
// place that lists them. `io(field)` is what other parts of the site may follow from: which pages there are,
// how they are ordered, counted and found. `io.shown(field)` is text that is only shown, wherever the entry
// or edition is shown.
namespace paperboy::model {

template <typename T, typename Of>
concept Is = std::same_as<std::remove_const_t<T>, Of>;

template <typename Io, Is<Located> T>
void tell_fields(Io& io, T& located) {
  io(located.text);
  io(located.span);
}

template <typename Io, Is<Author> T>
void tell_fields(Io& io, T& author) {
  io(author.name);
  io(author.affiliations);
  io(author.span);
}

template <typename Io, Is<PaperLink> T>
void tell_fields(Io& io, T& link) {
  io(link.kind);
  io(link.url);
  io(link.span);
}

template <typename Io, Is<PaperId> T>
void tell_fields(Io& io, T& id) {
  io(id.scheme);
  io(id.local);
}

template <typename Io, Is<base::Date> T>
void tell_fields(Io& io, T& date) {
  io(date.year);
  io(date.month);
  io(date.day);
}

template <typename Io, Is<Paper> T>
void tell_fields(Io& io, T& paper) {
  io(paper.id);
  io(paper.version);
  io(paper.title);
  io(paper.abstract);
  io(paper.abstract_cut);
  io(paper.authors);
  io(paper.authors_cut);
  io(paper.affiliations);
  io(paper.source);
  io(paper.category);
  io(paper.categories);
  io(paper.published);
  io(paper.links);
  io(paper.span);
}

template <typename Io, Is<Score> T>
void tell_fields(Io& io, T& score) {
  io(score.axis);
  io(score.value);
  io(score.given);
}

template <typename Io, Is<NoteField> T>
void tell_fields(Io& io, T& note) {
  io(note.label);
  io(note.markdown);
}

template <typename Io, Is<Entry> T>
void tell_fields(Io& io, T& entry) {
  io(entry.paper);
  io(entry.date);
  io(entry.announce_type);
  io(entry.number);
  io(entry.rank);
  io(entry.scores);
  io(entry.total);
  io(entry.topic);
  io(entry.also_matches);
  io(entry.matched_by);
  io.shown(entry.comment);
  io.shown(entry.topic_match);
  io.shown(entry.commentary);
  io.shown(entry.notes);
  io.shown(entry.headline);
  io.shown(entry.tag);
  io.shown(entry.extra);
  io(entry.span);
}

template <typename Io, Is<Run> T>
void tell_fields(Io& io, T& run) {
  io(run.model);
  io(run.prompt_tokens);
  io(run.completion_tokens);
  io(run.total_tokens);
  io(run.prompt_cost);
  io(run.completion_cost);
  io(run.total_cost);
  io(run.span);
}

template <typename Io, Is<Counts> T>
void tell_fields(Io& io, T& counts) {
  io(counts.total);
  io(counts.scanned);
  io(counts.relevant);
  io(counts.span);
}

template <typename Io, Is<TopPick> T>
void tell_fields(Io& io, T& pick) {
  io(pick.given);
  io(pick.paper);
  io(pick.title);
  io.shown(pick.reason);
  io(pick.span);
}

template <typename Io, Is<EditionText> T>
void tell_fields(Io& io, T& text) {
  io(text.title);
  io.shown(text.themes);
  io.shown(text.summary);
  io.shown(text.legend);
  io(text.top_picks);
  io(text.keywords);
  io.shown(text.body);
  io.shown(text.closing);
}

template <typename Io, Is<OldAddress> T>
void tell_fields(Io& io, T& redirect) {
  io(redirect.address);
  io(redirect.language);
}

template <typename Io, Is<Edition> T>
void tell_fields(Io& io, T& edition) {
  io(edition.series);
  io(edition.date);
  io(edition.state);
  io(edition.state_given);
  io(edition.languages);
  io(edition.text);
  io(edition.runs);
  io(edition.counts);
  io(edition.prompts);
  io(edition.entries);
  io(edition.extra);
  io(edition.files);
  io(edition.accept);
  io(edition.redirects);
  io(edition.span);
}

}  // namespace paperboy::model
