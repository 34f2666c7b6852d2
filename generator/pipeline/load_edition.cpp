#include "pipeline/load_edition.h"

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "model/consistency.h"
#include "model/edition_merge.h"
#include "model/markdown_edition.h"
#include "value/read.h"

namespace paperboy::pipeline {
namespace {

// Orders languages as the site does.
void sort_languages(std::vector<std::string>& languages, const model::Site& site) {
  const auto place = [&](const std::string& code) {
    return std::find(site.languages.begin(), site.languages.end(), code) - site.languages.begin();
  };
  std::stable_sort(languages.begin(), languages.end(),
                   [&](const std::string& a, const std::string& b) { return place(a) < place(b); });
}

}  // namespace

struct EditionLoader::Part {
  FileName name;
  std::string language;
  const base::Source* source = nullptr;
  model::EditionFile file;  // a data file's content, or the front matter
  base::SourceSpan body;    // of Markdown
};

const base::Source* read_source(const base::FileSystem& files, base::SourceStore& sources,
                                const std::string& path, base::Diagnostics& diagnostics) {
  base::Result<std::string> text = files.read(path, value::Limits().bytes);
  if (!text) {
    std::string_view reason = text.error().message;
    if (base::starts_with(reason, path + ": "))
      reason.remove_prefix(path.size() + 2);
    diagnostics.error_at(path, "unreadable-file", "this file cannot be read: " + std::string(reason));
    return nullptr;
  }
  return &sources.add(path, std::move(*text));
}

std::string EditionLoader::language_of(const FileName& name) const {
  if (!name.language.empty() || name.format != FileFormat::Markdown)
    return name.language;
  // Prose is always in some language; without a code it is the series' first.
  return site_.series[name.series].languages.front();
}

std::optional<model::EditionFile> EditionLoader::read_data(const FileName& name,
                                                           const base::Source& source) const {
  model::ReadContext context{site_, name.language, diagnostics_};
  if (name.format == FileFormat::JsonLines)
    return model::read_edition_lines(value::read_json_lines(source, diagnostics_), name.date, context);
  const std::optional<value::Value> root =
      name.format == FileFormat::Json ? value::read_json(source, diagnostics_)
                                      : value::read_yaml(source, value::Aliases::Refused, diagnostics_);
  if (!root)
    return std::nullopt;
  return model::read_edition(*root, name.date, context);
}

std::optional<EditionLoader::Part> EditionLoader::read_part(const EditionSource& read) const {
  const FileName& name = read.name;
  Part part;
  part.name = name;
  part.language = language_of(name);
  part.source = read.source;
  if (name.format != FileFormat::Markdown) {
    std::optional<model::EditionFile> file = read_data(name, *part.source);
    if (!file)
      return std::nullopt;
    part.file = std::move(*file);
  } else {
    const std::optional<value::FrontMatter> text = value::read_front_matter(*part.source, diagnostics_);
    if (!text)
      return std::nullopt;
    model::ReadContext context{site_, part.language, diagnostics_};
    part.file = model::read_edition(text->fields, name.date, context);
    part.body = text->body;
  }
  if (part.file.publication == model::Publication::Draft)
    return std::nullopt;
  check_prompts(part.file);
  return part;
}

void EditionLoader::check_prompts(const model::EditionFile& file) const {
  const std::vector<std::string_view> known(prompts_.begin(), prompts_.end());
  for (const model::Located& prompt : file.prompts)
    if (std::find(prompts_.begin(), prompts_.end(), prompt.text) == prompts_.end())
      diagnostics_.error(prompt.span, "unknown-prompt", "there is no content/prompts/" + prompt.text + ".md",
                         model::name_hint(prompt.text, known));
}

void EditionLoader::refuse_second_data_file(const Part& first, const Part& second) const {
  base::Diagnostic diagnostic;
  diagnostic.code = "two-data-files";
  diagnostic.message = "this edition already has a data file, " + first.name.path;
  diagnostic.path = second.name.path;
  diagnostic.hint = "keep one of " + first.name.path + " and " + second.name.path;
  diagnostics_.add(std::move(diagnostic));
}

std::vector<EditionLoader::Part> EditionLoader::read_parts(const std::vector<EditionSource>& files) const {
  std::vector<Part> parts;
  for (const EditionSource& file : files)
    if (std::optional<Part> part = read_part(file))
      parts.push_back(std::move(*part));
  return parts;
}

// What each Markdown file says by itself, unreported: one language's file may name papers by the titles
// that another's gives.
std::vector<model::Edition> EditionLoader::read_trials(const model::Edition& edition,
                                                       const std::vector<Part>& parts) const {
  std::vector<model::Edition> trials;
  for (const Part& part : parts) {
    base::Diagnostics unheard;
    model::ReadContext context{site_, part.language, unheard};
    trials.push_back(model::read_markdown_edition(part.body, edition.entries, context));
  }
  return trials;
}

model::Edition EditionLoader::merge_markdown(model::Edition edition, std::vector<Part> parts) const {
  for (Part& part : parts) edition = model::merge_editions(std::move(edition), std::move(part.file.edition));
  const std::vector<model::Edition> trials =
      parts.size() > 1 ? read_trials(edition, parts) : std::vector<model::Edition>();
  for (std::size_t i = 0; i < parts.size(); ++i) {
    std::vector<model::Entry> known = edition.entries;
    for (std::size_t other = 0; other < trials.size(); ++other)
      if (other != i)
        known.insert(known.end(), trials[other].entries.begin(), trials[other].entries.end());
    model::ReadContext context{site_, parts[i].language, diagnostics_};
    model::Edition text = model::read_markdown_edition(parts[i].body, known, context);
    text.languages = {parts[i].language};
    text.files = {parts[i].name.path};
    edition = model::merge_editions(std::move(edition), std::move(text));
  }
  return edition;
}

std::optional<model::Edition> EditionLoader::load(const std::vector<EditionSource>& files) const {
  std::vector<Part> parts = read_parts(files);
  if (parts.empty())
    return std::nullopt;
  const model::Series& series = site_.series[files.front().name.series];
  model::Edition edition;
  const Part* data = nullptr;
  for (Part& part : parts) {
    if (part.name.format == FileFormat::Markdown)
      continue;
    if (data != nullptr) {
      refuse_second_data_file(*data, part);
      continue;
    }
    data = &part;
    edition = std::move(part.file.edition);
    edition.files = {part.name.path};
    edition.languages = part.language.empty() ? series.languages : std::vector<std::string>{part.language};
  }
  std::erase_if(parts, [](const Part& part) { return part.name.format != FileFormat::Markdown; });
  edition.series = series.id;
  edition.date = files.front().name.date;
  edition = merge_markdown(std::move(edition), std::move(parts));
  sort_languages(edition.languages, site_);
  std::sort(edition.files.begin(), edition.files.end());
  model::complete_edition(edition, diagnostics_);
  model::check_edition(edition, diagnostics_);
  return edition;
}

}  // namespace paperboy::pipeline
