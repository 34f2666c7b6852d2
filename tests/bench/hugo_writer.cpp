#include <map>

#include "base/json_writer.h"
#include "base/text.h"
#include "bench/writers.h"

namespace paperboy::bench {

namespace {

constexpr std::size_t kPapersOfAnAuthor = 2;  // for a page of their own, as Paperboy has it

// Where a paper's entries are, and how many papers an author has.
struct Lookup {
  std::vector<std::vector<std::pair<const Day*, const Entry*>>> entries;  // by paper
  std::map<std::string, std::size_t> papers_of;                           // by author
};

Lookup look_up(const Archive& archive) {
  Lookup lookup;
  lookup.entries.resize(archive.papers.size());
  for (const Day& day : archive.days) {
    for (const Entry& entry : day.entries) {
      lookup.entries[entry.paper].emplace_back(&day, &entry);
    }
  }
  for (const Paper& paper : archive.papers) {
    for (const std::string& author : paper.authors) {
      ++lookup.papers_of[author];
    }
  }
  return lookup;
}

enum class Language { English, Chinese };

std::string_view code(Language language) {
  return language == Language::English ? "en" : "zh";
}

const std::string& comment_in(Language language, const Entry& entry) {
  return language == Language::English ? entry.comment : entry.chinese_comment;
}

void write_scores(base::JsonWriter& json, const Entry& entry) {
  json.member("relevance", static_cast<std::int64_t>(entry.relevance))
      .member("novelty", static_cast<std::int64_t>(entry.novelty))
      .member("score", static_cast<std::int64_t>(entry.relevance + entry.novelty));
}

std::string paper_file(const Archive& archive, const Lookup& lookup, std::size_t number, Language language) {
  const Paper& paper = archive.papers[number];
  std::vector<std::string> with_pages;
  for (const std::string& author : paper.authors) {
    if (lookup.papers_of.at(author) >= kPapersOfAnAuthor) {
      with_pages.push_back(author);
    }
  }
  const auto& entries = lookup.entries[number];
  base::JsonWriter json;
  json.begin_object()
      .member("title", paper.title)
      .member("date", base::to_string(entries.front().first->date))
      .member("authors", with_pages)
      .member("topics", std::vector<std::string>{std::string(kTopicList[paper.topic].id)})
      .member("categories", std::vector<std::string>{paper.category})
      .member("id", paper.id)
      .member("names", paper.authors)
      .member("abstract", paper.abstract);
  json.key("entries").begin_array();
  for (const auto& [day, entry] : entries) {
    json.begin_object()
        .member("day", base::to_string(day->date))
        .member("comment", comment_in(language, *entry));
    json.member("match", entry->topic_match);
    write_scores(json, *entry);
    json.end_object();
  }
  json.end_array().end_object();
  return json.str() + "\n";
}

void write_periods(base::JsonWriter& json, base::Date date) {
  json.member("months", std::vector<std::string>{base::to_string(base::year_month(date))})
      .member("weeks", std::vector<std::string>{base::to_string(base::iso_week(date))})
      .member("years", std::vector<std::string>{std::to_string(date.year)});
}

std::string day_file(const Day& day, const Archive& archive, Language language) {
  const std::string date = base::to_string(day.date);
  base::JsonWriter json;
  json.begin_object()
      .member("title", language == Language::English ? "Papers of " + date : date + " 的论文")
      .member("date", date)
      .member("total", static_cast<std::int64_t>(day.total))
      .member("scanned", static_cast<std::int64_t>(day.scanned))
      .member("tokens", static_cast<std::int64_t>(day.prompt_tokens + day.completion_tokens));
  write_periods(json, day.date);
  json.key("entries").begin_array();
  for (const Entry& entry : day.entries) {
    const Paper& paper = archive.papers[entry.paper];
    json.begin_object()
        .member("paper", "/papers/" + paper.id + ".md")
        .member("topic", kTopicList[paper.topic].id);
    json.member("comment", comment_in(language, entry)).member("match", entry.topic_match);
    write_scores(json, entry);
    json.end_object();
  }
  json.end_array().end_object();
  return json.str() + "\n";
}

std::string week_file(const Week& week, const Archive& archive) {
  const std::string date = base::to_string(week.date);
  base::JsonWriter json;
  json.begin_object().member("title", "每周好文 " + date).member("date", date);
  write_periods(json, week.date);
  json.end_object();
  std::string text = json.str() + "\n\n";
  for (std::size_t pick = 0; pick < week.picks.size(); ++pick) {
    const Paper& paper = archive.papers[week.picks[pick].paper];
    text += "## " + std::to_string(pick + 1) + ". [" + paper.title + "](/zh/papers/" + paper.id + "/)\n\n" +
            week.picks[pick].commentary + "\n\n";
  }
  text += "## 本周 Top 3 推荐\n\n";
  for (std::size_t pick = 0; pick < week.reasons.size(); ++pick) {
    text += "📌 " + archive.papers[week.picks[pick].paper].title + "\n\n" + week.reasons[pick] + "\n\n";
  }
  return text;
}

// Topics have titles of their own; papers have pages but no list of all of them.
void write_lists(const std::filesystem::path& content, Language language) {
  write_file(content / "papers" / "_index.md",
             "{\"title\": \"Papers\", \"_build\": {\"render\": \"never\"}}\n");
  for (const Topic& topic : kTopicList) {
    base::JsonWriter json;
    json.begin_object()
        .member("title", language == Language::English ? topic.english : topic.chinese)
        .end_object();
    write_file(content / "topics" / topic.id / "_index.md", json.str() + "\n");
  }
}

}  // namespace

void write_hugo(const Archive& archive, const std::filesystem::path& folder) {
  const Lookup lookup = look_up(archive);
  for (const Language language : {Language::English, Language::Chinese}) {
    const std::filesystem::path content = folder / "content" / code(language);
    write_lists(content, language);
    for (std::size_t number = 0; number < archive.papers.size(); ++number) {
      write_file(content / "papers" / (archive.papers[number].id + ".md"),
                 paper_file(archive, lookup, number, language));
    }
    for (const Day& day : archive.days) {
      write_file(content / "daily" / (base::to_string(day.date) + ".md"), day_file(day, archive, language));
    }
  }
  for (const Week& week : archive.weeks) {
    write_file(folder / "content" / "zh" / "weekly" / (base::to_string(week.date) + ".md"),
               week_file(week, archive));
  }
}

}  // namespace paperboy::bench
