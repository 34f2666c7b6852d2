#include <fmt/format.h>

#include <algorithm>

#include "base/reads.h"
#include "base/text.h"
#include "pages/catalog.h"
#include "pages/markdown_texts.h"

namespace paperboy::pages {

namespace {

// Headings in a text stand one level below the heading above it on its page.
constexpr int kBelowPageTitle = 1;
constexpr int kBelowSection = 2;
constexpr int kBelowEntry = 3;

void add_variants(const model::LocatedText& text, markup::TexField field, Texts& texts) {
  for (const auto& variant : text.variants()) {
    texts.add(variant.value, field);
  }
}

void add_paper_texts(const model::Paper& paper, Texts& texts) {
  for (const std::string& affiliation : paper.affiliations) {
    texts.add_affiliation(affiliation);
  }
  add_variants(paper.title, markup::TexField::Title, texts);
  add_variants(paper.abstract, markup::TexField::Abstract, texts);
  for (const model::Author& author : paper.authors) {
    texts.add_name(author);
    for (const std::string& affiliation : author.affiliations) {
      texts.add_affiliation(affiliation);
    }
  }
}

void add_edition_markdown(const model::Edition& edition, std::string_view language, Texts& texts) {
  const auto add = [&](const MarkdownText& text) { texts.add(text); };
  each_markdown(edition, language, add);
  for (const model::Entry& entry : edition.entries) {
    each_markdown(edition, entry, language, add);
  }
}

bool is_from(const model::Edition& edition, const ContentFiles* files) {
  return files == nullptr || std::any_of(edition.files.begin(), edition.files.end(),
                                         [&](const std::string& file) { return files->contains(file); });
}

bool is_from(const base::SourceSpan& span, const ContentFiles* files) {
  return files == nullptr || (span && files->contains(span.source->path()));
}

void add_descriptions(const model::Site& site, std::string_view language, Texts& texts) {
  for (const model::Topic& topic : site.topics) {
    if (const auto* description = topic.description.best(language)) {
      texts.add(description_text(*description, language));
    }
  }
  for (const model::Series& series : site.series) {
    if (const auto* description = series.description.best(language)) {
      texts.add(description_text(*description, language));
    }
  }
}

void add_markdown_in(const model::Archive& archive, std::string_view language, Texts& texts,
                     const ContentFiles* files) {
  if (files == nullptr) {
    add_descriptions(archive.site, language, texts);
  }
  for (const model::Edition& edition : archive.editions) {
    if (is_from(edition, files)) {
      add_edition_markdown(edition, language, texts);
    }
  }
  for (const model::PaperRecord& record : archive.papers) {
    for (const model::PaperNote& note : record.notes) {
      if (is_from(note.markdown.span, files)) {
        texts.add(paper_note(note, record.paper->id, language));
      }
    }
  }
  for (const model::RollupText& text : archive.rollups) {
    if (is_from(text.markdown.span, files)) {
      texts.add(rollup_text(text, language));
    }
  }
  for (const auto& [name, prompt] : archive.prompts) {
    if (is_from(prompt.markdown.span, files)) {
      texts.add(prompt_text(prompt, language));
    }
  }
  for (const model::FreePage& page : archive.pages) {
    if (is_from(page.markdown.span, files)) {
      texts.add(free_page_text(page, language));
    }
  }
}

MarkdownText place(const model::Located& text, std::string_view language, std::string anchor_prefix,
                   int shift) {
  return {text.text, text.span, std::string(language), std::move(anchor_prefix), shift};
}

// A paper's page shows what every edition said of it, so the edition is part of the prefix.
std::string entry_prefix(const model::Edition& edition, const model::Entry& entry) {
  return fmt::format("{}-{}-{}-", paper_anchor(entry.paper.id), edition.series,
                     base::to_string(edition.date));
}

}  // namespace

MarkdownText entry_commentary(const model::Edition& edition, const model::Entry& entry,
                              const model::Located& text, std::string_view language) {
  return place(text, language, entry_prefix(edition, entry), kBelowEntry);
}

MarkdownText entry_note(const model::Edition& edition, const model::Entry& entry, const model::Located& text,
                        std::string_view language, std::size_t position) {
  return place(text, language, fmt::format("{}{}-", entry_prefix(edition, entry), position), kBelowEntry);
}

MarkdownText paper_note(const model::PaperNote& note, const model::PaperId& id, std::string_view language) {
  return place(note.markdown, language, paper_anchor(id) + "-curated-", kBelowEntry);
}

MarkdownText edition_text(const model::Located& text, std::string_view part, std::string_view language) {
  return place(text, language, fmt::format("{}-", part), kBelowPageTitle);
}

MarkdownText rollup_text(const model::RollupText& text, std::string_view language) {
  base::Reads::note(&text);
  return place(text.markdown, language, "commentary-", kBelowPageTitle);
}

MarkdownText prompt_text(const model::Prompt& prompt, std::string_view language) {
  base::Reads::note(&prompt);
  return place(prompt.markdown, language, "prompt-" + base::slug(prompt.name) + "-", kBelowSection);
}

MarkdownText free_page_text(const model::FreePage& page, std::string_view language) {
  base::Reads::note(&page);
  return place(page.markdown, language, "", kBelowPageTitle);
}

MarkdownText description_text(const model::Text::Variant& variant, std::string_view language) {
  return {variant.value, {}, std::string(language), "description-", kBelowPageTitle};
}

void each_markdown(const model::Edition& edition, std::string_view language, const SeeMarkdown& see) {
  for (const auto& variant : edition.text.variants()) {
    const model::EditionText& text = variant.value;
    see(edition_text(text.summary, "summary", language));
    see(edition_text(text.body, "body", language));
    see(edition_text(text.closing, "closing", language));
    for (const model::TopPick& pick : text.top_picks) {
      see(edition_text(pick.reason, "pick", language));
    }
  }
}

void each_markdown(const model::Edition& edition, const model::Entry& entry, std::string_view language,
                   const SeeMarkdown& see) {
  if (const auto* commentary = entry.commentary.best(language)) {
    see(entry_commentary(edition, entry, commentary->value, language));
  }
  if (const auto* notes = entry.notes.best(language)) {
    for (std::size_t position = 0; position < notes->value.size(); ++position) {
      see(entry_note(edition, entry, notes->value[position].markdown, language, position));
    }
  }
}

void add_tex_texts(const model::Archive& archive, Texts& texts, const ContentFiles* files) {
  for (const model::Edition& edition : archive.editions) {
    if (!is_from(edition, files)) {
      continue;
    }
    for (const model::Entry& entry : edition.entries) {
      add_paper_texts(entry.paper, texts);
      add_variants(entry.comment, markup::TexField::Abstract, texts);
      add_variants(entry.topic_match, markup::TexField::Abstract, texts);
      add_variants(entry.headline, markup::TexField::Title, texts);
    }
  }
  // What papers say, merged of their entries.
  if (files == nullptr) {
    for (const model::PaperRecord& record : archive.papers) {
      add_paper_texts(*record.paper, texts);
    }
  }
}

void add_markdown_texts(const model::Archive& archive, Texts& texts, const ContentFiles* files) {
  for (const std::string& language : archive.site.languages) {
    add_markdown_in(archive, language, texts, files);
  }
}

}  // namespace paperboy::pages
