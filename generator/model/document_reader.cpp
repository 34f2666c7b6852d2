#include "model/document_reader.h"

#include "base/text.h"
#include "model/redirect_reader.h"

namespace paperboy::model {
namespace {

Located trimmed(base::SourceSpan span) {
  const std::string_view whole = span.text();
  const std::string_view text = base::trim(whole);
  if (text.empty())
    return {"", span};
  const auto offset = static_cast<std::uint32_t>(text.data() - whole.data());
  return {std::string(text),
          {span.source, span.begin + offset, span.begin + offset + static_cast<std::uint32_t>(text.size())}};
}

struct Titled {
  std::string title;
  Located markdown;
};

// The title is the key `title`, else a `# heading` on top, which then is no part of the text.
Titled read_titled(FieldReader& fields, base::SourceSpan body) {
  Titled result{fields.plain_text("title"), trimmed(body)};
  Located& markdown = result.markdown;
  if (!result.title.empty() || !base::starts_with(markdown.text, "# "))
    return result;
  const std::size_t end = std::min(markdown.text.find('\n'), markdown.text.size());
  result.title = std::string(base::trim(std::string_view(markdown.text).substr(2, end - 2)));
  markdown.span.begin += static_cast<std::uint32_t>(end);
  markdown = trimmed(markdown.span);
  return result;
}

}  // namespace

Prompt read_prompt(std::string name, const value::Value& fields, base::SourceSpan body,
                   ReadContext& context) {
  FieldReader reader(fields, "a prompt", context);
  Titled titled = read_titled(reader, body);
  reader.finish();
  if (titled.title.empty())
    titled.title = name;
  return {std::move(name), std::move(titled.title), std::move(titled.markdown)};
}

FreePage read_page(std::string name, const value::Value& fields, base::SourceSpan body,
                   ReadContext& context) {
  FieldReader reader(fields, "a page", context);
  Titled titled = read_titled(reader, body);
  std::vector<OldAddress> redirects = read_old_addresses(reader, context.language);
  reader.finish();
  return {std::move(name), context.language, std::move(titled.title), std::move(titled.markdown),
          std::move(redirects)};
}

RollupText read_rollup_text(std::string period, const value::Value& fields, base::SourceSpan body,
                            ReadContext& context) {
  FieldReader reader(fields, "commentary on a period", context);
  Titled titled = read_titled(reader, body);
  reader.finish();
  return {std::move(period), context.language, std::move(titled.title), std::move(titled.markdown)};
}

NamedNote read_note(const std::string& name, const value::Value& fields, base::SourceSpan body,
                    ReadContext& context) {
  FieldReader reader(fields, "a note", context);
  const std::optional<Located> given = reader.text("paper");
  NamedNote note;
  note.note.author = reader.plain_text("author");
  note.note.language = context.language;
  note.note.markdown = trimmed(body);
  reader.finish();
  const Located id = given ? *given : Located{name, body};
  if (const std::optional<PaperReference> reference = parse_paper_reference(id.text))
    note.paper = reference->id.canonical();
  else if (!given && base::slug(name) == name)
    note.paper = PaperId{IdScheme::Slug, name}.canonical();
  else
    context.diagnostics.error(given ? given->span : base::SourceSpan{body.source, 0, 0}, "bad-paper-id",
                              "\"" + base::shorten(id.text, 80) + "\" names no paper",
                              "name the file after the paper's id, or give the id as `paper:`");
  return note;
}

}  // namespace paperboy::model
