#include "cli/starter.h"

#include "base/text.h"

namespace paperboy::cli {

namespace {

constexpr std::string_view kSite = R"(# What each key means: generator/docs/content.md of Paperboy.
title: My paper archive
description: Papers worth reading, every day and every week.
base_url: https://example.org/
languages: [en]

topics:
  - id: architecture
    label: Architecture
    description: How models are built.
  - id: training
    label: Training
    description: How models learn.

series:
  - id: daily
    title: Daily papers
    cadence: daily
    edition_title: Papers of {date}
    grouping: topic
    sort: score
  - id: weekly
    title: Weekly picks
    cadence: weekly
    edition_title: Picks of the week, {date}
    grouping: flat
    numbering: edition

menu:
  - label: About
    target: /about/

# Colours, fonts, widths, a logo, and what pages show: take away the marks before the lines you want. Further
# changes go into assets/extra.css, or into layouts of your own: generator/docs/layouts.md.
# look:
#   colors:
#     accent: {light: '#0b6b57', dark: '#6fd3bb'}
#   fonts:
#     serif: [Source Serif 4, Songti SC, serif]
#   width: {measure: 40rem}
#   logo: {file: logo.svg, alt: My logo}  # a file in assets/
#   show: {run_table: false}
)";

constexpr std::string_view kDaily = R"(# An edition: the papers of one day. The file's name is its date.
counts: {total: 2, scanned: 2, relevant: 2}

papers:
  - id: '1706.03762'
    title: Attention Is All You Need
    authors: [Ashish Vaswani, Noam Shazeer, Niki Parmar, Jakob Uszkoreit, Llion Jones, Aidan N. Gomez, Łukasz Kaiser, Illia Polosukhin]
    abstract: |
      Introduces the Transformer, a translation model that relates words by attention alone. Without
      recurrence it trains in parallel, and attention over $n$ words costs $O(n^2)$.
    category: cs.CL
    scores: {relevance: 10, novelty: 10}
    topic: architecture
    comment: The architecture that most later language models are built on.

  - id: '1412.6980'
    title: 'Adam: A Method for Stochastic Optimization'
    authors: [Diederik P. Kingma, Jimmy Ba]
    abstract: |
      An optimizer that scales each step by running averages of the gradient and of its square.
    category: cs.LG
    scores: {relevance: 9, novelty: 9}
    topic: training
    comment: A default choice for training deep networks to this day.
)";

constexpr std::string_view kWeekly = R"(Themes: Attention, Optimization

## 1. Attention Is All You Need

arXiv: <https://arxiv.org/abs/1706.03762>

Write here why this paper matters. **Markdown** works, and so do formulas: $\mathrm{softmax}(QK^\top)V$.

## 2. Adam: A Method for Stochastic Optimization

arXiv: <https://arxiv.org/abs/1412.6980>

Two paragraphs are fine.

A paper that also stands in a daily edition gets one page that lists both.

## Top 3

📌 Attention Is All You Need

The one to read first.

## Keywords

Attention · Optimization
)";

constexpr std::string_view kAbout = R"(---
title: About
---

This archive is made with Paperboy. Edit the files in `content/`, run `paperboy check` to find mistakes and
`paperboy build` to write the site.
)";

constexpr std::string_view kEnglishEdition = R"(---
draft: true  # remove this line to publish
---

Themes: 

## 1. Title of the paper

arXiv: <https://arxiv.org/abs/0000.00000>

Why it matters.

## Top 3

📌 Title of the paper

One line on why.

## Keywords

first · second
)";

constexpr std::string_view kChineseEdition = R"(---
draft: true  # 删去这一行即可发布
---

本周主题：

## 1. 论文标题

arXiv: <https://arxiv.org/abs/0000.00000>

为什么值得读。

## 本周 Top 3 推荐

📌 论文标题

一句话理由。

## 本周关键词

第一 · 第二
)";

}  // namespace

std::vector<StarterFile> starter_files(base::Date today) {
  std::string date = base::to_string(today);
  return {
      {"content/site.yaml", std::string(kSite)},
      {"content/daily/" + date + ".yaml", std::string(kDaily)},
      {"content/weekly/" + date + ".md", std::string(kWeekly)},
      {"content/pages/about.md", std::string(kAbout)},
      {".gitignore", "/site/\n"},
  };
}

std::string starter_edition(std::string_view language) {
  return std::string(base::starts_with(language, "zh") ? kChineseEdition : kEnglishEdition);
}

}  // namespace paperboy::cli
