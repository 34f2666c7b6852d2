#include "model/entry_reader.h"

#include <algorithm>

#include "base/text.h"
#include "model/site_address.h"

namespace paperboy::model {
namespace {

class EntryReader {
 public:
  EntryReader(const value::Value& value, ReadContext& context)
      : value_(value), context_(context), fields_(value, "an entry", context) {}

  Entry read() {
    entry_.span = value_.span();
    entry_.paper.span = value_.span();
    if (!fields_.is_mapping())
      return std::move(entry_);
    read_identity();
    read_people();
    read_origin();
    read_place();
    read_scores();
    read_texts();
    fields_.finish();
    if (paper().title.empty())
      recover_title();
    return std::move(entry_);
  }

 private:
  base::Diagnostics& diagnostics() { return context_.diagnostics; }
  Paper& paper() { return entry_.paper; }

  void read_identity() {
    if (const std::optional<Located> id = fields_.text("id"); id && !id->text.empty()) {
      set_reference(paper(), *id, diagnostics());
      paper().span = id->span;
    }
    paper().title = fields_.localized("title");
    if (fields_.find("id") == nullptr && !paper().title.empty())
      paper().span = paper().title.variants().front().value.span;
    if (const std::optional<std::int64_t> version = fields_.count("version"))
      paper().version = std::max(paper().version, static_cast<int>(std::min<std::int64_t>(*version, 999)));
  }

  // A title under a misspelt key or of the wrong kind was reported for that: it is not missing as well.
  void recover_title() {
    if (const value::Member* misspelt = fields_.find_misspelt("title"))
      paper().title = FieldReader::read_localized(misspelt->value, "title", context_);
    else if (const value::Value* given = fields_.find("title");
             given != nullptr && given->scalar() == nullptr)
      paper().title.set(context_.language, {base::shorten(given->span().text(), 80), given->span()});
  }

  void read_people() {
    const value::Member* member = fields_.find_member("authors");
    if (member != nullptr) {
      const value::Value& list = member->value;
      if (!list.is_null() && list.array() == nullptr)
        diagnostics().error(list.span(), "wrong-kind",
                            "`authors` must be a list of names, not " + std::string(list.kind_name()),
                            "write [Ada Lovelace, Charles Babbage]");
      else if (list.is_null() || list.array()->empty())
        diagnostics().warning(member->key_span, "empty-authors", "`authors` is given but names nobody",
                              "remove the key when the authors are not known");
      else {
        paper().authors.reserve(list.array()->size());
        for (const value::Value& author : *list.array()) read_author(author);
      }
    }
    paper().authors_cut = fields_.truth("authors_cut").value_or(false);
    for (Located& affiliation : fields_.texts("affiliations"))
      if (!affiliation.text.empty())
        paper().affiliations.push_back(std::move(affiliation.text));
  }

  void read_author(const value::Value& value) {
    Author author;
    author.span = value.span();
    if (value.object() != nullptr) {
      FieldReader item(value, "an author", context_);
      if (std::optional<Located> name = item.text("name")) {
        author.name = name->text;
        author.span = name->span;
      }
      for (Located& affiliation : item.texts("affiliations"))
        author.affiliations.push_back(std::move(affiliation.text));
      item.finish();
    } else if (value.scalar() != nullptr) {
      Located name = located_text(value);
      author.name = std::move(name.text);
      author.span = name.span;
    } else if (!value.is_null()) {
      diagnostics().error(value.span(), "wrong-kind",
                          "an item of `authors` must be a name, not " + std::string(value.kind_name()));
      return;
    }
    if (author.name.empty())
      diagnostics().warning(value.span(), "empty-authors", "this author has no name");
    else
      paper().authors.push_back(std::move(author));
  }

  void read_origin() {
    if (std::string source = fields_.plain_text("source"); !source.empty())
      paper().source = std::move(source);
    paper().category = fields_.plain_text("category");
    for (Located& category : fields_.texts("categories"))
      if (!category.text.empty() && category.text != paper().category)
        paper().categories.push_back(std::move(category.text));
    entry_.announce_type =
        fields_
            .choice<AnnounceType>("announce_type", {{"new", AnnounceType::New},
                                                    {"cross", AnnounceType::Cross},
                                                    {"replace", AnnounceType::Replace},
                                                    {"replace-cross", AnnounceType::ReplaceCross}})
            .value_or(AnnounceType::None);
    entry_.date = fields_.date("date");
    paper().published = entry_.date;
    const value::Value* links = fields_.mapping("links");
    if (links == nullptr)
      return;
    for (const value::Member& link : links->object()->members()) {
      if (link.value.scalar() == nullptr)
        report_wrong_kind(link.value, "links." + link.key, "an address", diagnostics());
      else
        add_link(paper(), link.key, located_text(link.value), diagnostics());
    }
  }

  void read_place() {
    entry_.number = fields_.plain_text("number");
    if (const std::optional<Located> topic = fields_.text("topic"); topic && !topic->text.empty())
      entry_.topic = resolve_topic(*topic, context_);
    for (const Located& name : fields_.texts("also_matches")) {
      std::string topic = resolve_topic(name, context_);
      const bool repeated = std::find(entry_.also_matches.begin(), entry_.also_matches.end(), topic) !=
                            entry_.also_matches.end();
      if (!topic.empty() && topic != entry_.topic && !repeated)
        entry_.also_matches.push_back(std::move(topic));
    }
    entry_.matched_by =
        fields_.choice<MatchedBy>("matched_by", {{"topic", MatchedBy::Topic}, {"author", MatchedBy::Author}})
            .value_or(MatchedBy::Topic);
    entry_.tag = fields_.plain_text("tag");
  }

  void read_scores() {
    if (const value::Value* scores = fields_.mapping("scores")) {
      for (const value::Member& score : scores->object()->members()) {
        if (score.value.scalar() == nullptr)
          report_wrong_kind(score.value, "scores." + score.key, "a number", diagnostics());
        else if (std::optional<Score> read = read_score(score.key, located_text(score.value), diagnostics()))
          entry_.scores.push_back(std::move(*read));
        check_axis(score);
      }
    }
    if (const std::optional<Located> total = fields_.text("score"))
      entry_.total = read_score("score", *total, diagnostics());
  }

  // An axis that is not listed is shown and counted all the same, but a slip would change the total.
  void check_axis(const value::Member& score) {
    const std::vector<std::string>& axes = context_.site.score_axes;
    if (axes.empty() || std::find(axes.begin(), axes.end(), score.key) != axes.end())
      return;
    const std::vector<std::string_view> known(axes.begin(), axes.end());
    const bool near = base::nearest(score.key, known).has_value();
    diagnostics().warning(score.key_span, "unknown-axis", "`" + score.key + "` is no score axis of this site",
                          near ? name_hint(score.key, known) : "list it under `scores` in content/site.yaml");
  }

  void read_texts() {
    paper().abstract = fields_.localized("abstract");
    paper().abstract_cut = fields_.truth("abstract_cut").value_or(false);
    entry_.comment = fields_.localized("comment");
    entry_.topic_match = fields_.localized("topic_match");
    entry_.commentary = fields_.localized("commentary");
    entry_.headline = fields_.localized("headline");
    if (const value::Value* notes = fields_.mapping("notes"))
      entry_.notes = read_notes(*notes, context_);
    if (const value::Value* extra = fields_.mapping("extra"))
      entry_.extra = *extra->object();
  }

  const value::Value& value_;
  ReadContext& context_;
  FieldReader fields_;
  Entry entry_;
};

std::vector<NoteField> read_note_fields(const value::Object& object, ReadContext& context) {
  std::vector<NoteField> notes;
  for (const value::Member& member : object.members()) {
    if (member.value.scalar() == nullptr && !member.value.is_null()) {
      report_wrong_kind(member.value, "notes." + member.key, "a text", context.diagnostics);
      continue;
    }
    notes.push_back(
        {member.key, member.value.is_null() ? Located{"", member.key_span} : located_text(member.value)});
  }
  return notes;
}

}  // namespace

Entry read_entry(const value::Value& value, ReadContext& context) {
  return EntryReader(value, context).read();
}

bool has_id(const Paper& paper) {
  return !paper.id.local.empty();
}

void set_reference(Paper& paper, const Located& reference, base::Diagnostics& diagnostics) {
  std::optional<PaperReference> found = parse_paper_reference(reference.text);
  if (!found) {
    diagnostics.error(reference.span, "bad-paper-id",
                      "\"" + base::shorten(reference.text, 80) + "\" names no paper",
                      "write an arXiv id (2605.03769), a DOI (10.1101/…) or an address of either");
    return;
  }
  paper.id = std::move(found->id);
  paper.version = std::max(paper.version, found->version);
  if (paper.source.empty())
    paper.source = std::move(found->source);
}

std::string resolve_topic(const Located& name, ReadContext& context) {
  if (name.text.empty())
    return {};
  if (const Topic* topic = context.site.find_topic(name.text))
    return topic->id;
  if (!context.site.topics_are_known)
    return {};
  std::vector<std::string_view> known;
  for (const Topic& topic : context.site.topics) known.push_back(topic.id);
  const std::string hint =
      known.empty() ? "list it under `topics` in content/site.yaml" : name_hint(name.text, known);
  context.diagnostics.error(name.span, "unknown-topic", "\"" + name.text + "\" is no topic of this site",
                            hint);
  return {};
}

std::optional<Score> read_score(std::string axis, const Located& given, base::Diagnostics& diagnostics) {
  if (given.text.empty())
    return std::nullopt;
  const std::optional<double> number = parse_number(given.text);
  if (!number) {
    diagnostics.error(given.span, "bad-number", "\"" + given.text + "\" is no number for `" + axis + "`");
    return std::nullopt;
  }
  const double most = axis == "score" ? 20 : 10;
  if (*number < 0 || *number > most)
    diagnostics.warning(
        given.span, "score-range",
        "`" + axis + "` is " + given.text + ", outside 0 to " + (axis == "score" ? "20" : "10"));
  return Score{std::move(axis), *number, given.text};
}

void add_link(Paper& paper, std::string kind, const Located& address, base::Diagnostics& diagnostics) {
  if (address.text.empty())
    return;
  if (!is_web_address(address.text)) {
    diagnostics.error(address.span, "bad-address",
                      "\"" + base::shorten(address.text, 80) + "\" is no web address",
                      "links begin with https:// or http://");
    return;
  }
  paper.links.push_back({std::move(kind), address.text, address.span});
}

Localized<std::vector<NoteField>> read_notes(const value::Value& value, ReadContext& context) {
  Localized<std::vector<NoteField>> notes;
  const value::Object& object = *value.object();
  const bool all_mappings =
      std::all_of(object.members().begin(), object.members().end(),
                  [](const value::Member& member) { return member.value.object() != nullptr; });
  if (object.size() == 0 || !all_mappings) {
    if (object.size() != 0)
      notes.set(context.language, read_note_fields(object, context));
    return notes;
  }
  for (const value::Member& member : object.members()) {
    const std::vector<std::string>& languages = context.site.languages;
    if (std::find(languages.begin(), languages.end(), member.key) == languages.end())
      report_unknown_language(member.key, member.key_span, context);
    else
      notes.set(member.key, read_note_fields(*member.value.object(), context));
  }
  return notes;
}

}  // namespace paperboy::model
