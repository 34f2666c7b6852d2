#include "edited_archive.h"

#include <algorithm>
#include <iterator>

namespace paperboy::tests {

namespace {

std::string id(unsigned number) {
  return "2605." + std::to_string(10001 + number);
}

// Two of eight people; who they are changes with the edition.
std::string authors(const unsigned number, const unsigned which) {
  constexpr const char* kPeople[] = {"Ann Abel",  "Bo Chen", "王小明",   "Dan Dee",
                                     "Eve Évora", "Flo Fox", "Bo  Chen", "Dan-Dee"};
  return std::string("[") + kPeople[(number + which) % 8] + ", " + kPeople[(number * 3 + which * 5 + 1) % 8] +
         "]";
}

std::string day_name(unsigned day) {
  const unsigned month = 5 + (day - 1) / 28;
  const unsigned in_month = 1 + (day - 1) % 28;
  return "2026-0" + std::to_string(month) + (in_month < 10 ? "-0" : "-") + std::to_string(in_month);
}

}  // namespace

EditedArchive::EditedArchive(unsigned seed) : random_(seed) {
  for (unsigned count = 0; count < 6; ++count) {
    add_edition();
  }
  write_all();
}

std::string EditedArchive::edit() {
  std::string what = below(2) == 0 ? edit_text() : edit_facts();
  while (below(4) == 0) {
    what += "; " + (below(2) == 0 ? edit_text() : edit_facts());
  }
  write_all();
  return what;
}

// What is only shown.
std::string EditedArchive::edit_text() {
  const auto write = [&](const std::string& path, const std::string& text) {
    others_[path] = text;
    return "write " + path;
  };
  switch (below(9)) {
    case 0:
    case 1:
    case 2:
      if (Entry* entry = entry_of_any()) {
        entry->comment = "On " + word() + (below(3) == 0 ? " and " + word() : "");
        entry->headline = below(3) == 0 ? "News of " + word() : entry->headline;
      }
      return "another comment";
    case 3:
      if (Edition* edition = any_edition()) {
        edition->text = "# 导读\n\n" + word() + " 与 " + word() + "。\n";
      }
      return "another text of an edition";
    case 4:
      return write("content/papers/" + id(below(12)) + ".md", "A note about " + word() + ".\n");
    case 5:
      return write("content/months/2026-05.md", "A month of " + word() + ".\n\n## " + word() + "\n");
    case 6:
      return write("content/pages/about.md",
                   "---\ntitle: About\n---\n\nWe like [topics](/topics/).\n\n## " + word() + "\n");
    case 7:
      return write("layouts/parts/" + std::string(below(2) == 0 ? "footer" : "scores") + ".html",
                   "<p>" + word() + (below(3) == 0 ? " {{ site.paper_count }}" : "") + "</p>\n");
    default:
      if (Entry* entry = entry_of_any()) {
        entry->links_to = below(16);
      }
      return "another link";
  }
}

std::string EditedArchive::edit_facts() {
  switch (below(12)) {
    case 0:
    case 1:
    case 2:
    case 3:
      return add_edition();
    case 4:
    case 5:
    case 6:
      return edit_entry();
    case 7:
    case 8:
      return change_entries();
    case 9:
      others_["assets/extra.css"] = ".card { order: " + std::to_string(below(9)) + "; }\n";
      return "another style";
    case 10:
      topics_ += below(3) == 0 ? 1U : 0U;
      return "maybe one more topic";
    default:
      return remove_something();
  }
}

std::string EditedArchive::add_edition() {
  const std::string path = any_path();
  Edition edition;
  for (unsigned left = below(5); left > 0; --left) {
    edition.entries.push_back(any_entry());
  }
  editions_[path] = std::move(edition);
  return "write " + path;
}

std::string EditedArchive::edit_entry() {
  Entry* entry = entry_of_any();
  if (entry == nullptr) {
    return "nothing";
  }
  switch (below(6)) {
    case 0:
      entry->title = below(3);
      return "another title";
    case 1:
      entry->authors = below(3);
      return "other authors";
    case 2:
      entry->category = below(4);
      return "another category";
    case 3:
      entry->topic = below(topics_ + 1);
      return "another topic";
    case 4:
      entry->score = 1 + below(10);
      return "another score";
    default:
      entry->abstract = "We show " + word() + " by " + word();
      return "another abstract";
  }
}

std::string EditedArchive::change_entries() {
  Edition* edition = any_edition();
  if (edition == nullptr) {
    return "nothing";
  }
  std::vector<Entry>& entries = edition->entries;
  if (!entries.empty() && below(2) == 0) {
    entries.erase(entries.begin() + below(entries.size()));
    return "one paper less";
  }
  entries.insert(entries.begin() + below(entries.size() + 1), any_entry());
  return "one paper more";
}

std::string EditedArchive::remove_something() {
  if (!editions_.empty() && below(3) == 0) {
    const auto edition = std::next(editions_.begin(), below(editions_.size()));
    const std::string what = "remove " + edition->first;
    editions_.erase(edition);
    return what;
  }
  if (!others_.empty()) {
    const auto other = std::next(others_.begin(), below(others_.size()));
    const std::string what = "remove " + other->first;
    others_.erase(other);
    return what;
  }
  return "nothing";
}

std::string EditedArchive::word() {
  constexpr const char* kWords[] = {"memory",    "sparse",   "agents", "记忆",
                                    "$\\alpha$", "residual", "world",  "scaling"};
  return kWords[below(8)];
}

std::string EditedArchive::any_path() {
  constexpr const char* kSeries[] = {"daily", "daily", "picks", "notes"};
  return "content/" + std::string(kSeries[below(4)]) + "/" + day_name(1 + below(40));
}

EditedArchive::Entry EditedArchive::any_entry() {
  Entry entry;
  entry.number = below(24);
  entry.topic = below(topics_ + 1);
  entry.score = 1 + below(10);
  entry.authors = below(6) == 0 ? 1 : 0;
  entry.category = below(3);
  entry.abstract = "About " + word() + " and " + word();
  return entry;
}

EditedArchive::Edition* EditedArchive::any_edition() {
  return editions_.empty() ? nullptr : &std::next(editions_.begin(), below(editions_.size()))->second;
}

EditedArchive::Entry* EditedArchive::entry_of_any() {
  Edition* edition = any_edition();
  return edition == nullptr || edition->entries.empty() ? nullptr
                                                        : &edition->entries[below(edition->entries.size())];
}

bool EditedArchive::has_paper(unsigned number) const {
  return std::any_of(editions_.begin(), editions_.end(), [&](const auto& edition) {
    const std::vector<Entry>& entries = edition.second.entries;
    return std::any_of(entries.begin(), entries.end(),
                       [&](const Entry& entry) { return entry.number == number; });
  });
}

void EditedArchive::write_all() {
  files_ = others_;
  write_site();
  for (const auto& [path, edition] : editions_) {
    write_edition(path, edition);
  }
}

void EditedArchive::write_site() {
  std::string text =
      "title: {en: Papers, zh: 论文}\nbase_url: https://example.org/\nlanguages: [en, zh]\n"
      "look: {show: {cards: false}}\nlists: {page_size: 2}\nseries:\n"
      "  - {id: daily, title: Daily, languages: [en, zh], grouping: topic}\n"
      "  - {id: picks, title: {en: Picks, zh: 精选}, cadence: weekly, languages: [zh], sort: score}\n"
      "  - {id: notes, title: Notes, languages: [en]}\ntopics:\n";
  for (unsigned topic = 0; topic < topics_; ++topic) {
    text += "  - {id: t" + std::to_string(topic) + ", label: Topic " + std::to_string(topic) + "}\n";
  }
  files_["content/site.yaml"] = text;
}

void EditedArchive::write_edition(const std::string& path, const Edition& edition) {
  constexpr const char* kCategories[] = {"cs.CL", "CS.CL", "cs.LG", "stat.ML"};
  constexpr const char* kTitles[] = {"", " again", " with $\\\\beta$"};
  std::string text = edition.entries.empty() ? "state: quiet\npapers: []\n" : "papers:\n";
  std::vector<unsigned> seen;
  for (const Entry& entry : edition.entries) {
    if (std::find(seen.begin(), seen.end(), entry.number) != seen.end()) {
      continue;  // an edition has a paper once
    }
    seen.push_back(entry.number);
    text += "  - id: '" + id(entry.number) + "'\n    title: \"Paper " + std::to_string(entry.number) +
            kTitles[entry.title] + "\"\n    authors: " + authors(entry.number, entry.authors) +
            "\n    category: " + kCategories[entry.category] +
            "\n    scores: {relevance: " + std::to_string(entry.score) + "}\n    comment: '" + entry.comment +
            "'\n    abstract: '" + entry.abstract + "'\n";
    text += entry.topic < topics_ ? "    topic: t" + std::to_string(entry.topic) + "\n" : "";
    text += entry.score == 7 ? "    also_matches: [t0]\n" : "";
    text += entry.headline.empty() ? "" : "    headline: '" + entry.headline + "'\n";
    if (entry.links_to != 0 && has_paper(entry.links_to)) {
      text += "    commentary: 'See [[" + id(entry.links_to) + "]] and [all](/authors/).'\n";
    }
  }
  files_[path + ".yaml"] = text;
  if (!edition.text.empty()) {
    files_[path + ".zh.md"] = edition.text;
  }
}

}  // namespace paperboy::tests
