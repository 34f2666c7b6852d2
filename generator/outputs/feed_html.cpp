#include "outputs/feed_html.h"

#include <fmt/format.h>

#include "base/html.h"
#include "base/text.h"
#include "markup/formula_source.h"

namespace paperboy::outputs {

namespace {

// "https://example.org" of "https://example.org/papers/".
std::string_view origin_of(std::string_view url) {
  const std::size_t host = url.find("://");
  return host == std::string_view::npos ? url : url.substr(0, url.find('/', host + 3));
}

std::string escaped(std::string_view text) {
  std::string out;
  base::append_html_escaped(out, text);
  return out;
}

std::string without_mathml(std::string_view html) {
  constexpr std::string_view kEnd = "</math>";
  std::string out;
  while (true) {
    const std::size_t begin = html.find("<math");
    const std::size_t end = begin == std::string_view::npos ? begin : html.find(kEnd, begin);
    if (end == std::string_view::npos) {
      return out.append(html);
    }
    out.append(html.substr(0, begin));
    out.append("<code>").append(markup::formula_source(html.substr(begin, end - begin))).append("</code>");
    html.remove_prefix(end + kEnd.size());
  }
}

void add_text(std::string& out, std::string_view label, const pages::TextView& text) {
  if (text.text == nullptr) {
    return;
  }
  out += "<p>";
  if (!label.empty()) {
    out.append("<b>").append(escaped(label)).append("</b> ");
  }
  out.append(escaped(text.text->plain())).append("</p>\n");
}

void add_html(std::string& out, const base::Html* html, std::string_view page_url) {
  if (html != nullptr && !html->empty()) {
    out.append(portable_html(html->str(), page_url)).append("\n");
  }
}

std::string names_of(const pages::AuthorList& authors) {
  std::vector<std::string> names;
  for (const pages::AuthorView& author : pages::people_of(authors)) {
    names.emplace_back(author.name->plain());
  }
  return base::join(names, ", ");
}

void add_scores(std::string& out, const pages::EntryView& entry) {
  std::vector<std::string> scores;
  for (const pages::ScoreView& score : entry.scores) {
    scores.push_back(fmt::format("{} {}", score.label, score.value));
  }
  if (!scores.empty()) {
    out.append("<p>").append(escaped(base::join(scores, " · "))).append("</p>\n");
  }
}

void add_notes(std::string& out, const pages::EntryView& entry, std::string_view page_url) {
  for (const pages::CommentaryView& commentary : entry.commentary) {
    add_html(out, commentary.html, page_url);
  }
  for (const pages::StructuredNoteView& note : entry.notes) {
    if (note.html != nullptr) {
      out.append("<p><b>").append(escaped(note.label)).append("</b></p>\n");
      add_html(out, note.html, page_url);
    }
  }
  for (const pages::CommentaryView& note : entry.paper_notes) {
    add_html(out, note.html, page_url);
  }
}

std::string_view title_of(const pages::EntryView& entry) {
  return entry.title.text == nullptr ? entry.paper->plain_title : std::string_view(entry.title.text->plain());
}

}  // namespace

std::string portable_html(std::string_view html, std::string_view page_url) {
  std::string out = without_mathml(html);
  const std::string origin(origin_of(page_url));
  for (const std::string_view name : {"href", "src"}) {
    const std::string opening = std::string(name) + "=\"";
    out = base::replace_all(out, opening + "/", opening + origin + "/");
    out = base::replace_all(out, opening + "#", opening + std::string(page_url) + "#");
  }
  return out;
}

std::string entry_html(const pages::EntryView& entry, std::string_view page_url, const Words& words,
                       Abstracts abstracts) {
  std::string out;
  if (const std::string names = names_of(entry.authors); !names.empty()) {
    out.append("<p>").append(escaped(names)).append(entry.authors_cut ? " …" : "").append("</p>\n");
  }
  add_scores(out, entry);
  add_text(out, "", entry.comment);
  add_text(out, "", entry.topic_match);
  add_notes(out, entry, page_url);
  if (abstracts == Abstracts::Shown) {
    add_text(out, words("abstract"), entry.abstract);
  }
  return out;
}

std::string edition_html(const pages::EditionView& edition, std::string_view page_url, const Words& words,
                         Abstracts abstracts) {
  std::string out;
  add_html(out, edition.card.summary, page_url);
  add_html(out, edition.body, page_url);
  for (const pages::SectionView& section : edition.sections) {
    if (edition.grouped && section.topic) {
      out.append("<h2>").append(escaped(section.topic->label)).append("</h2>\n");
    }
    for (const pages::EntryView* entry : section.entries) {
      out.append("<h3><a href=\"").append(escaped(std::string(origin_of(page_url)) + entry->paper->address));
      out.append("\">").append(escaped(title_of(*entry))).append("</a></h3>\n");
      out += entry_html(*entry, page_url, words, abstracts);
    }
  }
  add_html(out, edition.closing, page_url);
  return out;
}

}  // namespace paperboy::outputs
