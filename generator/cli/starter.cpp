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

constexpr std::string_view kWorkflow =
    R"(# Builds the archive and publishes it on GitHub Pages, at every push and on request. Where something must be mended,
# or a page of the published site would be gone, nothing is published and the lines are marked.
#
# Once, in the repository's settings: Pages → Source: GitHub Actions; Secrets and variables → Actions → Variables:
#   PAPERBOY_REPOSITORY  where Paperboy comes from: owner/name
#   PAPERBOY_REF         which of its commits, in full: a pinned version builds the same site for years
# GitHub stops `schedule` triggers after 60 days without activity in the repository.
name: pages

on:
  push:
    branches: [main]
  workflow_dispatch:

permissions:
  contents: read

concurrency:
  group: pages
  cancel-in-progress: false

jobs:
  build:
    runs-on: ubuntu-latest
    container: debian:12
    permissions:
      contents: read
      pages: read
    steps:
      - run: apt-get update && apt-get install -y --no-install-recommends ca-certificates curl git
      - uses: actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683  # v4.2.2
        with:
          persist-credentials: false
      - uses: actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683  # v4.2.2
        with:
          repository: ${{ vars.PAPERBOY_REPOSITORY }}
          ref: ${{ vars.PAPERBOY_REF }}
          path: .paperboy
          persist-credentials: false
      - uses: actions/cache@1bd1e32a3bdc45362d1e726936510720a7c30a57  # v4.2.0
        with:
          path: .paperboy/build
          key: paperboy-${{ vars.PAPERBOY_REF }}
      - uses: actions/cache@1bd1e32a3bdc45362d1e726936510720a7c30a57  # v4.2.0
        with:
          path: .paperboy/cache
          key: paperboy-cache-${{ github.run_id }}
          restore-keys: paperboy-cache-
      - run: sh .paperboy/generator/start.sh
      - id: pages
        uses: actions/configure-pages@983d7736d9b0ae728b81ab479565c72886d7745b  # v5.0.0
      - name: Build
        env:
          SITE: ${{ steps.pages.outputs.base_url }}
        run: |
          curl -fsSL "$SITE/addresses.txt" -o published.txt || : > published.txt
          .paperboy/build/paperboy build --format=github --base-url "$SITE/" --published published.txt
      - uses: actions/upload-pages-artifact@56afc609e74202658d3ffba0e8f6dda462b719fa  # v3.0.1
        with:
          path: site

  deploy:
    needs: build
    runs-on: ubuntu-latest
    timeout-minutes: 10
    permissions:
      pages: write
      id-token: write
    environment:
      name: github-pages
      url: ${{ steps.deployment.outputs.page_url }}
    steps:
      - id: deployment
        uses: actions/deploy-pages@d6db90164ac5ed86f2b6aed7e0febac5b3c0c03e  # v4.0.5
)";

}  // namespace

std::vector<StarterFile> starter_files(base::Date today) {
  std::string date = base::to_string(today);
  return {
      {"content/site.yaml", std::string(kSite)},
      {"content/daily/" + date + ".yaml", std::string(kDaily)},
      {"content/weekly/" + date + ".md", std::string(kWeekly)},
      {"content/pages/about.md", std::string(kAbout)},
      {".github/workflows/pages.yml", std::string(kWorkflow)},
      {".gitignore", "/site/\n"},
  };
}

std::string starter_edition(std::string_view language) {
  return std::string(base::starts_with(language, "zh") ? kChineseEdition : kEnglishEdition);
}

}  // namespace paperboy::cli
