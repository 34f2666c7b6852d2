// Texts that break what is badly written, in an archive of their own: real parsers find them whole in every format that
// the program writes, and nothing of them does anything.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { before, describe, it } from "node:test";
import { with_page } from "./browser.mjs";
import { expect_none } from "./expect.mjs";
import { decode, read_feed } from "./feed.mjs";
import { base, build_folder, installed } from "./places.mjs";
import { invalid } from "./validator.mjs";

const { parseOpml: parse_opml } = installed("feedsmith");
const { Cite } = installed("@citation-js/core");
for (const format of ["bibtex", "ris"]) installed(`@citation-js/plugin-${format}`);

// What readers shall find; as it was written where that differs.
const kTexts = [
  ["Ends ]]> early, then <![CDATA[ begins"],
  ["</script><script>window.hurt = 1</script> in a title"],
  ["</title></textarea></style><svg onload=\"window.hurt = 1\">"],
  ["<!– <script> of a comment –!> that ends", "<!-- <script> of a comment --!> that ends"],
  ["\" onmouseover=\"window.hurt = 1\" it's 'quoted'"],
  ["Fish &amp; chips, AT&T, &lt;b&gt;, &#39; and &nosuch;"],
  ["\u202Eback\u202C, مرحبا بالعالم and שלום"],
  ["👩🏽‍🔬 finds 🧪, 你好，世界 and 𝔘"],
  ["zero\u200Bwidth, so\u00ADft and \uFEFFmark"],
  ["lines\u2028that end\u2029oddly"],
  ["[a link](javascript:window.hurt=1), `code`, **bold** # no"],
  ["site.title % if true % # no template #", "{{ site.title }} {% if true %} {# no template #}"],
  ["=HYPERLINK(\"https://evil.example\") | @SUM(1)"],
  ["ER - and TY - JOUR on lines", "ER  - and\r\nTY  - JOUR\n on lines"],
  ["Bold & 50%, x and É", "\\textbf{Bold} \\& 50\\%, $x$ and \\'E"],
];
const wanted = kTexts.map(([text]) => text);

const folder = path.join(build_folder, "browser/hostile");
const site = path.join(folder, "site");

function write(name, content) {
  const file = path.join(folder, "archive/content", name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(content));
}

function write_archive() {
  rmSync(folder, { recursive: true, force: true });
  write("site.yaml", {
    title: `Site ${wanted[1]}`, description: `About ${wanted[0]}`, base_url: "https://hostile.example/a/", languages: ["en"],
    topics: [{ id: "t", label: `Topic ${wanted[4]}`, description: wanted[2] }],
    series: [{ id: "daily", title: `Series ${wanted[5]}`, grouping: "topic" }],
  });
  write("daily/2026-05-06.json", {
    papers: kTexts.map(([text, written = text], number) => ({
      id: `2605.${10_000 + number}`, title: written, authors: [written, "A. Nother"], abstract: `Abstract: ${written}`,
      comment: `Comment: ${written}`, commentary: `Note: ${written}`, source: text, category: text, tag: text,
      topic: "t", scores: { relevance: 5 }, links: { code: "https://example.org/?a=1&b=c" },
    })),
  });
  // There are warnings, of HTML that is shown as text; errors are none.
  execFileSync(path.join(build_folder, "paperboy"),
    ["build", "--quiet", "--root", path.join(folder, "archive"), "--output", site], { stdio: "ignore" });
}

const text_of = (file) => readFileSync(path.join(site, file), "utf8");
const json_of = (file) => JSON.parse(text_of(file));
const page_of = (number) => `papers/2605.${10_000 + number}/index.html`;
const kEdition = "daily/2026-05-06/";

// Without what some programs take for the end of a line.
const in_lines = (text) => text.replace(/[\u2028\u2029]/g, " ");
// As the reader of BibTeX has it.
const collapsed = (text) => text.replace(/\s+/g, " ");

// What was found by the numbers of the papers is what was wanted.
function expect_texts(found, as = (text) => text) {
  const lines = wanted.map((text, number) => [as(text), found[number]]);
  expect_none(lines.filter(([text, other]) => text !== other).map((both) => JSON.stringify(both)));
}

// The values of `of` the items, by the number of the paper that `address` of them names.
function by_number(items, address, of) {
  const found = [];
  for (const item of items) found[Number(/2605\.(\d{5})/.exec(address(item))[1]) - 10_000] = of(item);
  return found;
}

function data_tests() {
  it("data has titles, authors, abstracts, comments and notes", () => {
    const papers = wanted.map((_, number) => json_of(`api/v1/papers/2605.${10_000 + number}.json`));
    const first = (texts) => Object.values(texts)[0];
    expect_texts(papers.map(({ title }) => first(title)));
    expect_texts(papers.map(({ abstract }) => first(abstract)), (text) => `Abstract: ${text}`);
    expect_texts(papers.map(({ appearances }) => first(appearances[0].comment)), (text) => `Comment: ${text}`);
    const notes = kTexts.map(([text, written = text]) => `Note: ${written}`);
    assert.deepEqual(papers.map(({ appearances }) => first(appearances[0].commentary)), notes);
    assert.deepEqual(papers.map(({ authors }) => authors.length), wanted.map(() => 2));
  });

  it("feeds have titles, in all formats", async () => {
    for (const name of ["feed.xml", "rss.xml", "feed.json"]) {
      const file = `topics/t/${name}`;
      for (const { title, items } of await read_feed(file, text_of(file))) {
        expect_texts(by_number(items, ({ url }) => url, (item) => item.title));
        assert.equal(title, `Topic ${wanted[4]} · Site ${wanted[1]}`);
      }
    }
  });

  it("items of editions have every title, comment and abstract", async () => {
    for (const name of ["feed.xml", "rss.xml", "feed.json"]) {
      for (const { items: [{ text }] } of await read_feed(name, text_of(name))) {
        expect_none(wanted.flatMap((title) => [title, `Comment: ${title}`, `Abstract Abstract: ${title}`])
          .filter((part) => !text.includes(part)).map((part) => `${name}: ${part}`));
      }
    }
  });

  it("OPML has the titles of feeds", () => {
    const titles = parse_opml(text_of("feeds.opml")).body.outlines.map(({ title }) => title);
    const about = ["", `Series ${wanted[5]} · `, `Topic ${wanted[4]} · `];
    assert.deepEqual(titles, about.map((what) => `${what}Site ${wanted[1]}`));
  });

  it("search has titles, authors and comments", () => {
    const records = readdirSync(path.join(site, "search/records")).flatMap((name) => json_of(`search/records/${name}`));
    expect_texts(by_number(records, ({ name }) => name, ({ titles }) => titles[1]));
    expect_none(records.filter(({ texts }) => !texts.some((text) => text.startsWith("Comment: "))).map(({ name }) => name));
  });

  it("llms.txt stays a list of links", () => {
    const line = /^(|#{1,2} .+|> .+|- \[[^[\]]+\]\(https:\/\/hostile\.example\/a\/[\w./-]+\)(: \d+ papers)?)$/;
    expect_none(text_of("llms.txt").split("\n").filter((one) => !line.test(one)));
  });
}

function citation_tests() {
  const titles_in = (name, type) => {
    const { data } = new Cite(text_of(`${kEdition}citations.${name}`), { forceType: type });
    return by_number(data, (item) => item.id, ({ title }) => title);
  };

  it("BibTeX has titles", () => expect_texts(titles_in("bib", "@bibtex/text").map(collapsed), collapsed));
  it("RIS has titles", () => expect_texts(titles_in("ris", "@ris/file"), in_lines));

  it("RIS breaks no line, whatever takes one for broken", () => {
    const lines = text_of(`${kEdition}citations.ris`).split(/\r\n|[\n\r\u000B\u000C\u0085\u2028\u2029]/u);
    expect_none(lines.filter((line) => !/^([A-Z][A-Z0-9] {2}- .*)?$/.test(line)));
  });

  it("CSL-JSON has titles", () =>
    expect_texts(by_number(json_of(`${kEdition}citations.json`), ({ id }) => id, ({ title }) => title)));

  it("COinS has titles", () => {
    const spans = [...text_of(`${kEdition}index.html`).matchAll(/<span class="Z3988" title="([^"]*)">/g)];
    const contexts = spans.map((match) => new URLSearchParams(decode(match[1])));
    expect_texts(by_number(contexts, (context) => context.get("rft_id"), (context) => context.get("rft.atitle")));
  });
}

// What a browser makes of a page, without running it.
function parsed(html) {
  const page = new DOMParser().parseFromString(html, "text/html");
  const all = [...page.querySelectorAll("*")];
  const addresses = all.flatMap((element) => [element.href?.baseVal ?? element.href, element.src]);
  return {
    title: page.querySelector("h1").textContent.trim(),
    head: page.title,
    citation: page.querySelector("meta[name=citation_title]")?.content,
    data: JSON.parse(page.querySelector('script[type="application/ld+json"]')?.textContent ?? "{}"),
    scripts: [...page.querySelectorAll("script:not([type]), style")].map((part) => part.textContent)
      .filter((text) => text.includes("hurt")),
    handlers: all.flatMap((element) => element.getAttributeNames().filter((name) => name.startsWith("on"))),
    links: addresses.filter((address) => /^(javascript|data:text)/.test(address)),
  };
}

const is_well_formed = (text) => !new DOMParser().parseFromString(text, "application/xml").querySelector("parsererror");
const in_browser = (what, texts) => with_page(base, {}, (tab) => Promise.all(texts.map((text) => tab.evaluate(what, text))));
const all_files = (ending) => readdirSync(site, { recursive: true }).filter((name) => name.endsWith(ending)).sort();

function browser_tests() {
  it("XML is well-formed", async () => {
    const files = [...all_files(".xml"), ...all_files(".opml")];
    assert.ok(files.length > 5);
    const found = await in_browser(is_well_formed, files.map(text_of));
    expect_none(files.filter((_, number) => !found[number]));
    assert.deepEqual(await in_browser(is_well_formed, ["<a>&b</a>"]), [false]);
  });

  it("pages of papers have titles, for people and for programs", async () => {
    const pages = await in_browser(parsed, wanted.map((_, number) => text_of(page_of(number))));
    expect_texts(pages.map(({ title }) => title));
    expect_texts(pages.map(({ citation }) => citation));
    expect_texts(pages.map(({ data }) => data.headline));
    expect_none(pages.filter(({ head }, number) => !head.includes(wanted[number])).map(({ head }) => head));
  });

  it("no page runs what a text says", async () => {
    const files = all_files(".html");
    const found = await in_browser(parsed, files.map(text_of));
    expect_none(found.flatMap(({ scripts, handlers, links }, number) =>
      [...scripts, ...handlers, ...links].map((what) => `${files[number]}: ${what.slice(0, 80)}`)));
  });

  it("every page is valid HTML", async () => expect_none(await invalid(site)));
}

export function tests() {
  before(write_archive);
  describe("data", data_tests);
  describe("citations", citation_tests);
  describe("in Chromium", browser_tests);
}
