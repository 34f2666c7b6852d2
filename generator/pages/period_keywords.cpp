#include "pages/period_keywords.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

#include "base/packed.h"
#include "base/parallel.h"
#include "pages/catalog.h"
#include "pages/periods.h"

namespace paperboy::pages {

namespace {

bool name_keywords(const Catalog& catalog, const Period& period, const std::string& language) {
  return std::any_of(period.editions->begin(), period.editions->end(), [&](std::size_t edition) {
    const EditionWords words(catalog.archive.editions[edition], language);
    return words.first([](const model::EditionText& text) {
      return text.keywords.empty() ? nullptr : &text.keywords;
    }) != nullptr;
  });
}

std::vector<std::size_t> papers_of(const Catalog& catalog, const Period& period) {
  std::set<std::size_t> papers;
  for (const std::size_t edition : *period.editions) {
    for (const model::Entry& entry : catalog.archive.editions[edition].entries) {
      papers.insert(entry.record);
    }
  }
  return {papers.begin(), papers.end()};
}

// A period as languages with the same words show it.
struct Task {
  Period period;
  const Corpus* corpus = nullptr;
  std::vector<std::string> languages;
  std::vector<Keyword> keywords;
};

std::vector<Task> tasks_of(const Catalog& catalog, const Period& period) {
  std::map<const Corpus*, Task> by_corpus;
  for (const auto& [language, views] : catalog.languages) {
    if (!name_keywords(catalog, period, language)) {
      Task& task = by_corpus[&views.corpus()];
      task.corpus = &views.corpus();
      task.period = period;
      task.languages.push_back(language);
    }
  }
  std::vector<Task> tasks;
  for (auto& [corpus, task] : by_corpus) {
    tasks.push_back(std::move(task));
  }
  return tasks;
}

std::vector<Task> list_tasks(const Catalog& catalog) {
  std::vector<Task> tasks;
  const Periods periods = list_periods(catalog);
  // The longest come first, since they take longest.
  for (const std::vector<Period>* kind : {&periods.years, &periods.months, &periods.weeks}) {
    for (const Period& period : *kind) {
      std::vector<Task> more = tasks_of(catalog, period);
      std::move(more.begin(), more.end(), std::back_inserter(tasks));
    }
  }
  return tasks;
}

std::string pack(const std::vector<Task>& tasks) {
  base::PackedWriter out;
  for (const Task& task : tasks) {
    for (const std::string& language : task.languages) {
      out.text(language + " " + task.period.name).number(task.keywords.size());
      for (const Keyword& keyword : task.keywords) {
        out.text(keyword.shown).number(keyword.papers);
      }
    }
  }
  return out.bytes();
}

}  // namespace

PeriodKeywords find_period_keywords(const Catalog& catalog, std::size_t threads) {
  if (!catalog.archive.site.look.show.keywords) {
    return {};
  }
  const base::Memo::Value kept = catalog.memo.value("keywords", [&] {
    std::vector<Task> tasks = list_tasks(catalog);
    base::parallel_for(tasks.size(), threads, [&](std::size_t index) {
      Task& task = tasks[index];
      task.keywords = find_keywords(*task.corpus, papers_of(catalog, task.period), kMostKeywords);
    });
    return pack(tasks);
  });
  PeriodKeywords all;
  for (base::PackedReader in(kept.bytes); !in.done();) {
    std::vector<Keyword>& keywords = all[std::string(in.text())];
    for (std::uint64_t left = in.number(); left > 0 && !in.failed(); --left) {
      std::string shown(in.text());
      keywords.push_back({std::move(shown), in.number()});
    }
  }
  return all;
}

}  // namespace paperboy::pages
