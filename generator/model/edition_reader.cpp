#include "model/edition_reader.h"

#include <algorithm>

#include "base/text.h"
#include "model/accept.h"
#include "model/entry_reader.h"
#include "model/redirect_reader.h"

namespace paperboy::model {
namespace {

// What is no mapping is reported and left out: it would be a paper without a title and much more.
void add_entry(const value::Value& value, std::vector<Entry>& entries, ReadContext& context) {
  Entry entry = read_entry(value, context);
  if (value.object() != nullptr)
    entries.push_back(std::move(entry));
}

class EditionReader {
 public:
  EditionReader(const value::Value& root, base::Date date, ReadContext& context)
      : context_(context), fields_(root, "an edition", context) {
    file_.edition.date = date;
    file_.edition.span = root.span();
  }

  EditionFile read() {
    if (!fields_.is_mapping())
      return std::move(file_);
    read_head();
    read_texts();
    read_picks();
    read_runs();
    read_counts();
    if (const value::Array* papers = fields_.list("papers"))
      for (const value::Value& paper : *papers) add_entry(paper, edition().entries, context_);
    if (const value::Value* extra = fields_.mapping("extra"))
      edition().extra = *extra->object();
    fields_.finish();
    for (auto& [language, text] : texts_) edition().text.set(language, std::move(text));
    return std::move(file_);
  }

 private:
  Edition& edition() { return file_.edition; }

  EditionText& text(const std::string& language) {
    for (auto& [code, text] : texts_)
      if (code == language)
        return text;
    return texts_.emplace_back(language, EditionText()).second;
  }

  void read_head() {
    const std::optional<base::Date> given = fields_.date("date");
    if (given && *given != edition().date)
      context_.diagnostics.error(fields_.find("date")->span(), "date-mismatch",
                                 "the date is " + base::to_string(*given) + " here but " +
                                     base::to_string(edition().date) + " in the file's name",
                                 "`date` may be left out: the name says it");
    const std::optional<EditionState> state =
        fields_.choice<EditionState>("state", {{"published", EditionState::Published},
                                               {"quiet", EditionState::Quiet},
                                               {"empty", EditionState::Empty},
                                               {"failed", EditionState::Failed}});
    edition().state = state.value_or(EditionState::Published);
    edition().state_given = state.has_value();
    if (fields_.truth("draft").value_or(false))
      file_.publication = Publication::Draft;
    for (Located& code : fields_.texts("accept")) accept(std::move(code));
    edition().redirects = read_old_addresses(fields_, context_.language);
    file_.prompts = fields_.texts("prompts");
    for (const Located& name : file_.prompts) edition().prompts.push_back(name.text);
  }

  void accept(Located code) {
    const std::vector<std::string_view>& known = acceptable_codes();
    if (std::find(known.begin(), known.end(), code.text) == known.end()) {
      const bool near = base::nearest(code.text, known).has_value();
      context_.diagnostics.warning(
          code.span, "unknown-code", "`" + code.text + "` is no code of a warning about editions",
          (near ? name_hint(code.text, known) : "it stands in brackets behind the warning;") +
              " errors cannot be accepted");
    }
    edition().accept.push_back(std::move(code.text));
  }

  void read_texts() {
    const LocatedText title = fields_.localized("title");
    for (const LocatedText::Variant& variant : title.variants()) text(variant.language).title = variant.value;
    const LocatedText summary = fields_.localized("summary");
    for (const LocatedText::Variant& variant : summary.variants())
      text(variant.language).summary = variant.value;
    read_lists("themes", &EditionText::themes);
    read_lists("keywords", &EditionText::keywords);
    if (const value::Value* legend = fields_.mapping("legend"))
      read_legend(*legend);
  }

  // A list of texts, or a mapping from language to such a list.
  void read_lists(std::string_view key, std::vector<std::string> EditionText::*member) {
    const value::Value* found = fields_.find(key);
    if (found == nullptr)
      return;
    if (found->object() == nullptr) {
      add_list(*found, key, context_.language, member);
      return;
    }
    for (const value::Member& variant : found->object()->members())
      if (is_known_language(variant))
        add_list(variant.value, key, variant.key, member);
  }

  void add_list(const value::Value& list, std::string_view key, const std::string& language,
                std::vector<std::string> EditionText::*member) {
    std::vector<std::string>& target = text(language).*member;
    for (Located& element : FieldReader::read_texts(list, key, context_)) {
      if (element.text.empty())
        continue;
      if (std::find(target.begin(), target.end(), element.text) != target.end())
        context_.diagnostics.warning(
            element.span, "repeated-value",
            "\"" + element.text + "\" is listed twice in `" + std::string(key) + "`");
      else
        target.push_back(std::move(element.text));
    }
  }

  bool is_known_language(const value::Member& member) {
    const std::vector<std::string>& languages = context_.site.languages;
    const bool known = std::find(languages.begin(), languages.end(), member.key) != languages.end();
    if (!known)
      report_unknown_language(member.key, member.key_span, context_);
    return known;
  }

  void read_legend(const value::Value& legend) {
    const value::Object& object = *legend.object();
    const bool nested =
        std::all_of(object.members().begin(), object.members().end(),
                    [](const value::Member& member) { return member.value.object() != nullptr; });
    if (nested && is_by_language(object, context_.site)) {
      for (const value::Member& variant : object.members())
        for (const value::Member& tag : variant.value.object()->members()) add_meaning(tag, variant.key);
      return;
    }
    for (const value::Member& tag : object.members()) add_meaning(tag, context_.language);
  }

  void add_meaning(const value::Member& tag, const std::string& language) {
    if (tag.value.is_null())
      return;
    ReadContext context{context_.site, language, context_.diagnostics};
    const LocatedText meaning = FieldReader::read_localized(tag.value, "legend." + tag.key, context);
    for (const LocatedText::Variant& variant : meaning.variants())
      text(variant.language).legend.emplace_back(tag.key, variant.value.text);
  }

  void read_picks() {
    const value::Value* found = fields_.find("top_picks");
    if (found == nullptr)
      return;
    if (found->object() == nullptr) {
      read_pick_list(*found, context_.language);
      return;
    }
    for (const value::Member& variant : found->object()->members())
      if (is_known_language(variant))
        read_pick_list(variant.value, variant.key);
  }

  void read_pick_list(const value::Value& list, const std::string& language) {
    if (list.array() == nullptr) {
      report_wrong_kind(list, "top_picks", "a list", context_.diagnostics);
      return;
    }
    for (const value::Value& element : *list.array()) read_pick(element, language);
  }

  void read_pick(const value::Value& element, const std::string& language) {
    if (element.scalar() != nullptr) {
      const Located given = located_text(element);
      text(language).top_picks.push_back({given.text, std::nullopt, "", {}, given.span});
      return;
    }
    ReadContext context{context_.site, language, context_.diagnostics};
    FieldReader item(element, "a top pick", context);
    const std::optional<Located> paper = item.text("paper");
    const LocatedText title = item.localized("title");
    const LocatedText reason = item.localized("reason");
    const bool named = paper && !paper->text.empty();
    if (!named)
      item.report_missing("paper");
    item.finish();
    if (!named)
      return;
    std::vector<std::string> languages;
    for (const LocatedText* texts : {&title, &reason})
      for (const LocatedText::Variant& variant : texts->variants())
        if (std::find(languages.begin(), languages.end(), variant.language) == languages.end())
          languages.push_back(variant.language);
    if (languages.empty())
      languages.push_back(language);
    for (const std::string& code : languages) {
      TopPick pick{paper->text, std::nullopt, "", {}, paper->span};
      if (const LocatedText::Variant* variant = title.best(code))
        pick.title = variant->value.text;
      if (const LocatedText::Variant* variant = reason.best(code))
        pick.reason = variant->value;
      text(code).top_picks.push_back(std::move(pick));
    }
  }

  void read_runs() {
    const value::Array* runs = fields_.list("runs");
    if (runs == nullptr)
      return;
    for (const value::Value& element : *runs) {
      Run run;
      run.span = element.span();
      FieldReader item(element, "a run", context_);
      run.model = item.plain_text("model");
      run.prompt_tokens = item.count("prompt_tokens");
      run.completion_tokens = item.count("completion_tokens");
      run.total_tokens = item.count("total_tokens");
      run.prompt_cost = item.plain_text("prompt_cost");
      run.completion_cost = item.plain_text("completion_cost");
      run.total_cost = item.plain_text("total_cost");
      item.finish();
      if (item.is_mapping())
        edition().runs.push_back(std::move(run));
    }
  }

  void read_counts() {
    const value::Value* counts = fields_.mapping("counts");
    if (counts == nullptr)
      return;
    FieldReader item(*counts, "`counts`", context_);
    edition().counts = {item.count("total"), item.count("scanned"), item.count("relevant"), counts->span()};
    item.finish();
  }

  ReadContext& context_;
  FieldReader fields_;
  EditionFile file_;
  std::vector<std::pair<std::string, EditionText>> texts_;
};

}  // namespace

EditionFile read_edition(const value::Value& root, base::Date date, ReadContext& context) {
  return EditionReader(root, date, context).read();
}

EditionFile read_edition_lines(const std::vector<value::Value>& lines, base::Date date,
                               ReadContext& context) {
  EditionFile file;
  file.edition.date = date;
  std::vector<Entry> entries;
  const value::Value* head = nullptr;
  for (const value::Value& line : lines) {
    const value::Object* object = line.object();
    const value::Member* edition =
        object != nullptr && object->size() == 1 ? object->find_member("edition") : nullptr;
    if (edition == nullptr) {
      add_entry(line, entries, context);
      continue;
    }
    if (head != nullptr) {
      context.diagnostics.error(edition->key_span, "repeated-value", "a second line describes the edition");
      continue;
    }
    head = &edition->value;
    file = read_edition(*head, date, context);
  }
  std::move(entries.begin(), entries.end(), std::back_inserter(file.edition.entries));
  if (!file.edition.span && !lines.empty())
    file.edition.span = lines.front().span();
  return file;
}

}  // namespace paperboy::model
