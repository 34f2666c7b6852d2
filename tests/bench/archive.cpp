#include "bench/archive.h"

#include <algorithm>
#include <map>

#include "bench/people.h"

namespace paperboy::bench {

namespace {

constexpr base::Date kFirstDay{2022, 1, 3};
constexpr std::array<std::string_view, 9> kCategories = {"cs.LG", "cs.CL", "cs.LG", "cs.CV",  "stat.ML",
                                                         "cs.AI", "cs.NE", "cs.RO", "math.OC"};
constexpr unsigned kComingAgain = 30;  // papers in a thousand
constexpr std::size_t kPicks = 8;
constexpr std::size_t kReasons = 3;

class Maker {
 public:
  explicit Maker(const Size& size) : size_(size), random_(size.seed), writer_(random_) {}

  Archive make() {
    base::Date date = kFirstDay;
    for (std::size_t number = 0; number < size_.days; ++number) {
      add_day(number, date);
      const bool is_friday = base::iso_weekday(date) == 5;
      if (is_friday) {
        add_week(base::add_days(date, 1));
      }
      date = base::add_days(date, is_friday ? 3 : 1);
    }
    return std::move(archive_);
  }

 private:
  // Ids rise through the month as arXiv's do, with gaps.
  std::string next_id(base::Date date) {
    if (base::year_month(date) != month_) {
      month_ = base::year_month(date);
      last_number_ = 0;
    }
    constexpr std::size_t kMonth = 40'000;  // ids, for at most 23 days
    last_number_ += random_.between(1, std::max<std::size_t>(1, kMonth / (23 * size_.papers)));
    const std::string digits = std::to_string(100'000 + last_number_).substr(1);
    return std::to_string(month_.year % 100) + (month_.month < 10 ? "0" : "") + std::to_string(month_.month) +
           "." + digits;
  }

  std::size_t add_paper(base::Date date) {
    Paper paper;
    paper.id = next_id(date);
    paper.topic = random_.below(kTopics);
    paper.title = writer_.title(paper.topic);
    paper.authors = people_.authors(random_);
    paper.abstract = writer_.abstract(paper.topic);
    paper.category = random_.one_of(kCategories);
    archive_.papers.push_back(std::move(paper));
    return archive_.papers.size() - 1;
  }

  Entry make_entry(std::size_t paper, std::size_t version) {
    const std::size_t topic = archive_.papers[paper].topic;
    Entry entry;
    entry.paper = paper;
    entry.version = version;
    entry.relevance = random_.between(5, 10);
    entry.novelty = random_.between(4, 10);
    entry.also_matches = random_.chance(300) ? random_.below(kTopics) : topic;
    entry.comment = writer_.comment(topic);
    entry.chinese_comment = writer_.chinese_comment(topic);
    if (random_.chance(250)) {
      entry.topic_match = writer_.comment(topic);
    }
    return entry;
  }

  void add_day(std::size_t number, base::Date date) {
    Day day;
    day.date = date;
    for (std::size_t count = 0; count < size_.papers; ++count) {
      const std::size_t paper = add_paper(date);
      day.entries.push_back(make_entry(paper, 1));
      if (random_.chance(kComingAgain)) {
        coming_again_[number + random_.between(1, 30)].push_back(paper);
      }
    }
    for (const std::size_t paper : coming_again_[number]) {
      day.entries.push_back(make_entry(paper, 2));
    }
    const std::size_t theme = random_.below(kTopics);
    day.theme_topics = {theme, (theme + random_.between(1, kTopics - 1)) % kTopics};
    day.total = day.entries.size() * random_.between(15, 30);
    day.scanned = day.total - random_.below(day.total / 3);
    day.prompt_tokens = day.scanned * random_.between(500, 700);
    day.completion_tokens = day.entries.size() * random_.between(700, 1000);
    archive_.days.push_back(std::move(day));
  }

  // What stood out on the last five days.
  void add_week(base::Date saturday) {
    std::vector<const Entry*> entries;
    const std::size_t first = archive_.days.size() - std::min<std::size_t>(5, archive_.days.size());
    for (std::size_t day = first; day < archive_.days.size(); ++day) {
      for (const Entry& entry : archive_.days[day].entries) {
        if (entry.version == 1) {
          entries.push_back(&entry);
        }
      }
    }
    std::ranges::stable_sort(entries, std::ranges::greater(),
                             [](const Entry* entry) { return entry->relevance + entry->novelty; });
    Week week;
    week.date = saturday;
    for (std::size_t pick = 0; pick < std::min(kPicks, entries.size()); ++pick) {
      const std::size_t topic = archive_.papers[entries[pick]->paper].topic;
      const Term& subject = writer_.term(topic);
      std::string commentary = writer_.chinese(topic, random_.between(60, 120)) + "\n\n**" +
                               std::string(subject.chinese) + "（" + std::string(subject.english) + "）**";
      commentary += writer_.chinese(topic, random_.between(30, 80));
      week.picks.push_back({entries[pick]->paper, std::move(commentary)});
      if (std::ranges::find(week.keywords, subject.english, &Term::english) == week.keywords.end()) {
        week.keywords.push_back(subject);
      }
      if (pick < kReasons) {
        week.reasons.push_back(writer_.chinese(topic, 20));
      }
    }
    archive_.weeks.push_back(std::move(week));
  }

  Size size_;
  Random random_;
  Writer writer_;
  People people_;
  base::YearMonth month_;
  std::size_t last_number_ = 0;
  std::map<std::size_t, std::vector<std::size_t>> coming_again_;  // by the number of the day
  Archive archive_;
};

}  // namespace

Archive make_archive(const Size& size) {
  return Maker(size).make();
}

}  // namespace paperboy::bench
