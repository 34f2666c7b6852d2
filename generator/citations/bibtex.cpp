#include "base/text.h"
#include "citations/citation.h"

namespace paperboy::citations {

namespace {

// Programs part authors at the word "and".
std::string name_part(std::string_view plain) {
  std::string tex = tex_text(plain);
  return (" " + base::to_lower_ascii(tex) + " ").find(" and ") == std::string::npos ? tex : "{" + tex + "}";
}

std::string name_text(const Name& name) {
  if (name.family.empty()) {
    return "{" + tex_text(name.literal) + "}";
  }
  std::string text = name_part(name.family);
  for (const std::string* part : {&name.suffix, &name.given}) {
    if (!part->empty()) {
      text += ", " + name_part(*part);
    }
  }
  return text;
}

std::string authors_text(const Citation& citation) {
  std::vector<std::string> names;
  for (const Name& name : citation.authors) {
    names.push_back(name_text(name));
  }
  if (citation.authors_cut && !names.empty()) {
    names.emplace_back("others");
  }
  return base::join(names, " and ");
}

// Addresses and identifiers stand as they are: styles print these fields letter by letter. What would end the
// field is percent-encoded.
std::string verbatim(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool is_plain = c != '{' && c != '}' && c != '\\' && !base::is_space(c);
    out += is_plain ? std::string(1, c) : base::percent_encode_path(std::string_view(&c, 1));
  }
  return out;
}

class Entry {
 public:
  Entry(std::string_view type, std::string_view key) {
    text_.append("@").append(type) += '{' + std::string(key);
  }

  void add(std::string_view field, std::string_view value) {
    if (!value.empty()) {
      text_.append(",\n  ").append(field).append(" = {").append(value) += '}';
    }
  }
  std::string str() const { return text_ + "\n}\n"; }

 private:
  std::string text_;
};

}  // namespace

std::string bibtex(const Citation& citation) {
  const bool is_article = citation.arxiv_id.empty() && !citation.source.empty();
  Entry entry(is_article ? "article" : "misc", citation.key);
  // The inner braces keep styles from setting capitals small.
  entry.add("title",
            "{" + (citation.tex_title.empty() ? tex_text(citation.title) : citation.tex_title) + "}");
  entry.add("author", authors_text(citation));
  entry.add("journal", is_article ? tex_text(citation.source) : "");
  entry.add("year", citation.date.year == 0 ? "" : std::to_string(citation.date.year));
  if (!citation.arxiv_id.empty()) {
    // `archivePrefix` is arXiv's own word; biblatex and Zotero know the field as `eprinttype`.
    entry.add("eprint", verbatim(citation.arxiv_id));
    entry.add("archivePrefix", "arXiv");
    entry.add("eprinttype", "arXiv");
    entry.add("primaryClass", tex_text(citation.category));
  }
  entry.add("doi", verbatim(citation.doi));
  entry.add("url", verbatim(citation.url));
  return entry.str();
}

}  // namespace paperboy::citations
