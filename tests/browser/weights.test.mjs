// How much a reader loads. Compressed as servers do it (gzip, level 6).
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { it } from "node:test";
import { gzipSync } from "node:zlib";
import { file_at } from "./browser.mjs";
import { expect_none } from "./expect.mjs";
import { pages } from "./site.mjs";

// In bytes. One flight of TCP is 14 kB: the reader sees the contents after the first answer of the server.
const kEdition = 130_000;
const kEditionCompressed = 32_000;
const kFirstScreenCompressed = 14 * 1024;
// Pages of papers are what an archive grows by, so it is their mean that counts.
const kPaper = 8 * 1024;
const kBiggestPaper = 11 * 1024;
const kOther = 100_000;

const kPapersOfEdition = 35;

function compressed(text) {
  return gzipSync(text, { level: 6 }).length;
}

function count(text, pattern) {
  return [...text.matchAll(pattern)].length;
}

// The files that come with a page, as text: style sheets and scripts.
function loaded(page, pattern) {
  return [...page.html.matchAll(pattern)].map((match) => readFileSync(file_at(match[1]), "utf8"));
}

const styles = (page) => loaded(page, /<link rel="stylesheet" href="([^"]*)"/g);
const scripts = (page) => loaded(page, /<script\b[^>]*\ssrc="([^"]*)"/g);

// A page up to the end of its contents: the navigation with most links within the page.
function up_to_contents(html) {
  const parts = html.split("</nav>");
  const within = parts.slice(0, -1).map((part) => count(part.slice(part.lastIndexOf("<nav")), /href="#/g));
  const most = Math.max(0, ...within);
  return most === 0 ? null : parts.slice(0, within.indexOf(most) + 1).join("</nav>");
}

const articles = (page) => count(page.html, /<article\b/g);
const editions = pages.filter((page) => page.kind === "edition" && articles(page) <= kPapersOfEdition);

function heavier(of, most, weight) {
  return of.map((page) => [page, weight(page)]).filter(([, bytes]) => bytes > most)
    .map(([page, bytes]) => `${page.address}: ${bytes} of ${most} bytes`);
}

export function tests() {
  it("there is a full edition to weigh", () => assert.ok(editions.some((page) => articles(page) >= kPapersOfEdition - 1)));

  it("editions of up to 35 papers", () => expect_none(heavier(editions, kEdition, (page) => page.bytes)));

  it("editions of up to 35 papers, compressed", () =>
    expect_none(heavier(editions, kEditionCompressed, (page) => compressed(page.html))));

  it("the first screen: an edition to the end of its contents and the style, compressed", () => {
    const with_contents = editions.filter((page) => up_to_contents(page.html));
    assert.ok(with_contents.length > editions.length / 2, "finds the contents");
    expect_none(heavier(with_contents, kFirstScreenCompressed, (page) =>
      compressed(up_to_contents(page.html)) + styles(page).reduce((sum, style) => sum + compressed(style), 0)));
  });

  it("papers", () => {
    const papers = pages.filter((page) => page.kind === "paper");
    expect_none(heavier(papers, kBiggestPaper, (page) => page.bytes));
    const mean = papers.reduce((sum, page) => sum + page.bytes, 0) / papers.length;
    assert.ok(mean <= kPaper, `${mean} of ${kPaper} bytes in the mean`);
  });

  it("all other pages, with style and script", () => {
    const others = pages.filter((page) => !["edition", "paper"].includes(page.kind));
    expect_none(heavier(others, kOther, (page) =>
      page.bytes + [...styles(page), ...scripts(page)].reduce((sum, text) => sum + Buffer.byteLength(text), 0)));
  });
}
