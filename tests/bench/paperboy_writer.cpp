#include "base/json_writer.h"
#include "base/text.h"
#include "bench/writers.h"

namespace paperboy::bench {

namespace {

std::string pair_of(std::string_view english, std::string_view chinese) {
  return "{en: '" + std::string(english) + "', zh: '" + std::string(chinese) + "'}";
}

std::string site_file() {
  std::string text = "title: " + pair_of("Measured Archive", "测速论文档案") +
                     "\nbase_url: https://paperboy.example/\nlanguages: [en, zh]\n\ntopics:\n";
  for (const Topic& topic : kTopicList) {
    text +=
        "  - id: " + std::string(topic.id) + "\n    label: " + pair_of(topic.english, topic.chinese) + "\n";
  }
  return text +
         "\nseries:\n"
         "  - id: daily\n    title: " +
         pair_of("Daily", "每日论文") +
         "\n    languages: [en, zh]\n    edition_title: " + pair_of("Papers of {date}", "{date} 的论文") +
         "\n    sort: score\n"
         "  - id: weekly\n    title: " +
         pair_of("Weekly picks", "每周好文") +
         "\n    cadence: weekly\n    languages: [zh]\n    edition_title: 每周好文 {date}\n    grouping: "
         "flat\n"
         "    numbering: edition\n";
}

std::string cents(std::size_t amount) {
  const std::string digits = std::to_string(1000 + amount % 100).substr(2);
  return "$" + std::to_string(amount / 100) + "." + digits;
}

struct Run {
  std::size_t prompt = 0, completion = 0;
  std::string prompt_cost, completion_cost, total_cost;
};

Run run_of(const Day& day) {
  const std::size_t prompt = day.prompt_tokens / 4000;
  const std::size_t completion = day.completion_tokens / 700;
  return {day.prompt_tokens, day.completion_tokens, cents(prompt), cents(completion),
          cents(prompt + completion)};
}

void write_languages(base::JsonWriter& json, std::string_view key, const std::string& english,
                     const std::string& chinese) {
  json.key(key).begin_object().member("en", english).member("zh", chinese).end_object();
}

void write_entry(base::JsonWriter& json, const Entry& entry, const Paper& paper) {
  json.begin_object()
      .member("id", paper.id + (entry.version > 1 ? "v" + std::to_string(entry.version) : ""))
      .member("title", paper.title)
      .member("authors", paper.authors)
      .member("abstract", paper.abstract)
      .member("category", paper.category)
      .member("announce_type", std::string_view(entry.version > 1 ? "replace" : "new"));
  json.key("scores")
      .begin_object()
      .member("relevance", static_cast<std::int64_t>(entry.relevance))
      .member("novelty", static_cast<std::int64_t>(entry.novelty))
      .end_object();
  json.member("topic", kTopicList[paper.topic].id);
  if (entry.also_matches != paper.topic) {
    json.member("also_matches", std::vector<std::string>{std::string(kTopicList[entry.also_matches].id)});
  }
  write_languages(json, "comment", entry.comment, entry.chinese_comment);
  json.member("topic_match", entry.topic_match).end_object();
}

std::string json_file(const Day& day, const Archive& archive) {
  base::JsonWriter json;
  json.begin_object().member("date", base::to_string(day.date));
  std::vector<std::string> english;
  std::vector<std::string> chinese;
  for (const std::size_t topic : day.theme_topics) {
    english.emplace_back(kTopicList[topic].english);
    chinese.emplace_back(kTopicList[topic].chinese);
  }
  json.key("themes").begin_object().member("en", english).member("zh", chinese).end_object();
  json.key("counts")
      .begin_object()
      .member("total", static_cast<std::int64_t>(day.total))
      .member("scanned", static_cast<std::int64_t>(day.scanned))
      .member("relevant", static_cast<std::int64_t>(day.entries.size()))
      .end_object();
  const Run run = run_of(day);
  json.key("runs").begin_array().begin_object();
  json.member("model", std::string_view("scorer-1"))
      .member("prompt_tokens", static_cast<std::int64_t>(run.prompt))
      .member("completion_tokens", static_cast<std::int64_t>(run.completion))
      .member("total_tokens", static_cast<std::int64_t>(run.prompt + run.completion))
      .member("prompt_cost", run.prompt_cost)
      .member("completion_cost", run.completion_cost)
      .member("total_cost", run.total_cost);
  json.end_object().end_array().key("papers").begin_array();
  for (const Entry& entry : day.entries) {
    write_entry(json, entry, archive.papers[entry.paper]);
  }
  json.end_array().end_object();
  return json.str() + "\n";
}

// A scalar that any text may be.
std::string yaml_scalar(std::string_view text) {
  return "'" + base::replace_all(text, "'", "''") + "'";
}

std::string yaml_entry(const Entry& entry, const Paper& paper) {
  std::string text =
      "  - id: " + yaml_scalar(paper.id + (entry.version > 1 ? "v" + std::to_string(entry.version) : "")) +
      "\n    title: " + yaml_scalar(paper.title) + "\n    authors:\n";
  for (const std::string& author : paper.authors) {
    text += "      - " + yaml_scalar(author) + "\n";
  }
  text += "    abstract: >-\n      " + paper.abstract + "\n    category: " + paper.category +
          "\n    announce_type: " + (entry.version > 1 ? "replace" : "new") +
          "\n    scores: {relevance: " + std::to_string(entry.relevance) +
          ", novelty: " + std::to_string(entry.novelty) +
          "}\n    topic: " + std::string(kTopicList[paper.topic].id) + "\n";
  if (entry.also_matches != paper.topic) {
    text += "    also_matches: [" + std::string(kTopicList[entry.also_matches].id) + "]\n";
  }
  text += "    comment:\n      en: " + yaml_scalar(entry.comment) +
          "\n      zh: " + yaml_scalar(entry.chinese_comment) + "\n";
  return entry.topic_match.empty() ? text
                                   : text + "    topic_match: " + yaml_scalar(entry.topic_match) + "\n";
}

std::string yaml_file(const Day& day, const Archive& archive) {
  const Run run = run_of(day);
  std::string text =
      "date: " + base::to_string(day.date) + "\ncounts: {total: " + std::to_string(day.total) +
      ", scanned: " + std::to_string(day.scanned) + ", relevant: " + std::to_string(day.entries.size()) +
      "}\nruns:\n  - model: scorer-1\n    prompt_tokens: " + std::to_string(run.prompt) +
      "\n    completion_tokens: " + std::to_string(run.completion) +
      "\n    total_tokens: " + std::to_string(run.prompt + run.completion) +
      "\n    prompt_cost: " + run.prompt_cost + "\n    completion_cost: " + run.completion_cost +
      "\n    total_cost: " + run.total_cost + "\npapers:\n";
  for (const Entry& entry : day.entries) {
    text += yaml_entry(entry, archive.papers[entry.paper]);
  }
  return text;
}

std::string markdown_file(const Week& week, const Archive& archive) {
  std::vector<std::string> keywords;
  for (const Term& term : week.keywords) {
    keywords.emplace_back(term.chinese);
  }
  std::string text =
      "本周主题：" + keywords.front() + (keywords.size() > 1 ? "、" + keywords.back() : "") + "。\n";
  for (std::size_t pick = 0; pick < week.picks.size(); ++pick) {
    const Paper& paper = archive.papers[week.picks[pick].paper];
    text += "\n## " + std::to_string(pick + 1) + ". " + paper.title + "\n\narXiv: <https://arxiv.org/abs/" +
            paper.id + ">\n\n" + week.picks[pick].commentary + "\n";
  }
  text += "\n## 本周 Top 3 推荐\n";
  for (std::size_t pick = 0; pick < week.reasons.size(); ++pick) {
    text += "\n📌 " + archive.papers[week.picks[pick].paper].title + "\n\n" + week.reasons[pick] + "\n";
  }
  return text + "\n## 本周关键词\n\n" + base::join(keywords, " · ") + "\n";
}

}  // namespace

void write_paperboy(const Archive& archive, const std::filesystem::path& folder) {
  const std::filesystem::path content = folder / "content";
  write_file(content / "site.yaml", site_file());
  constexpr std::size_t kYamlShare = 5;  // one day in five
  for (std::size_t number = 0; number < archive.days.size(); ++number) {
    const Day& day = archive.days[number];
    const std::string name = base::to_string(day.date);
    if (number % kYamlShare == kYamlShare - 1) {
      write_file(content / "daily" / (name + ".yaml"), yaml_file(day, archive));
    } else {
      write_file(content / "daily" / (name + ".json"), json_file(day, archive));
    }
  }
  for (const Week& week : archive.weeks) {
    write_file(content / "weekly" / (base::to_string(week.date) + ".zh.md"), markdown_file(week, archive));
  }
}

}  // namespace paperboy::bench
