// What feed readers get: each feed in three formats, read by two parsers that have nothing in common. All tell the
// same, miss nothing that the archive's data has, and lead to what is there. Nothing here needs a browser.
import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { file_at } from "./browser.mjs";
import { expect_none } from "./expect.mjs";
import { read_feed } from "./feed.mjs";
import { base, installed, site_origin } from "./places.mjs";
import { files, own_addresses, text_of } from "./site.mjs";

const { parseOpml: parse_opml } = installed("feedsmith");

const kNewest = /(^|\/)feed\.xml$/;
const kOlder = /(^|\/)feed-\d+\.xml$/;
const url_of = (file) => `${site_origin}${base}${file}`;
const file_of = (url) => url.slice(`${site_origin}${base}`.length);
const beside = (file, name) => file.replace(/feed\.xml$/, name);
const newest = files.filter((file) => kNewest.test(file));
const older = files.filter((file) => kOlder.test(file));

const data = (file) => JSON.parse(text_of(`api/v1/${file}`));
const editions = data("index.json").series.flatMap(({ id }) => data(`series/${id}.json`).editions)
  .filter(({ paper_count }) => paper_count > 0);

// By file, as both parsers read it.
const feeds = new Map();

async function read_all() {
  for (const file of newest.flatMap((atom) => [atom, beside(atom, "rss.xml"), beside(atom, "feed.json")]).concat(older)) {
    feeds.set(file, await read_feed(file, text_of(file)));
  }
}

// What a feed is about: {language, kind, id}.
function scope_of(file) {
  const [, zh, folder] = /^(zh\/)?(.*?)\/?[^/]*$/.exec(file);
  const language = zh ? "zh" : "en";
  if (folder === "") return { language, kind: "site" };
  if (folder.startsWith("topics/")) return { language, kind: "topic", id: folder.slice("topics/".length) };
  return { language, kind: "series", id: folder };
}

// The addresses of the pages of all items that a feed should have had by now, oldest first.
function expected_pages(file) {
  const { language, kind, id } = scope_of(file);
  const of_editions = (some) => some.map(({ urls }) => urls[language]).filter(Boolean);
  if (kind === "site") return of_editions(editions);
  if (kind === "series") return of_editions(editions.filter(({ series }) => series === id));
  return data(`topics/${id}.json`).papers.map((paper) => page_of(paper.id, language));
}

// Of a paper on arXiv; the demo has no others under topics.
const page_of = (id, language) => url_of(`${language === "zh" ? "zh/" : ""}papers/${id.replace(/^arxiv:/, "")}/`);
const pages_of = (file) => feeds.get(file)[0].items.map(({ url }) => url);

function parser_tests() {
  it("there are feeds of the site, of series and of topics, in both languages", () => {
    const scopes = newest.map(scope_of);
    for (const language of ["en", "zh"]) {
      for (const kind of ["site", "series", "topic"]) {
        assert.ok(scopes.some((scope) => scope.language === language && scope.kind === kind), `${language} ${kind}`);
      }
    }
    const others = newest.flatMap((file) => [beside(file, "rss.xml"), beside(file, "feed.json")]);
    expect_none(others.filter((file) => !files.includes(file)));
  });

  it("both parsers read the same", () => {
    for (const [file, [one, other]] of feeds) assert.deepEqual(one, other, file);
  });

  it("a feed tells the same in every format", () => {
    for (const file of newest) {
      const [{ title, page, items }] = feeds.get(file);
      assert.ok(title && items.length > 0, file);
      for (const name of ["rss.xml", "feed.json"]) {
        const [same] = feeds.get(beside(file, name));
        assert.deepEqual([same.title, same.page, same.items], [title, page, items], beside(file, name));
      }
    }
  });
}

function content_tests() {
  it("an id is in a document once, and stands for one page everywhere", () => {
    const page_by_id = new Map();
    for (const [file, [{ items }]] of feeds) {
      assert.equal(new Set(items.map(({ id }) => id)).size, items.length, file);
      for (const { id, url } of items) assert.equal(page_by_id.get(id) ?? url, url, `${file}: ${id}`);
      for (const { id, url } of items) page_by_id.set(id, url);
    }
  });

  it("feeds have what the data has, the newest first", () => {
    for (const file of newest) {
      const found = pages_of(file);
      const expected = expected_pages(file);
      const { items } = feeds.get(file)[0];
      assert.deepEqual(items.map(({ date }) => date), items.map(({ date }) => date).sort().reverse(), file);
      expect_none(found.filter((url) => !expected.includes(url)).map((url) => `${file}: ${url}`));
      const bytes = items.reduce((sum, { html }) => sum + Buffer.byteLength(html), 0);
      const is_full = found.length === 30 || bytes > 100_000;
      assert.ok(found.length === expected.length || is_full, `${file}: ${found.length} of ${expected.length}`);
    }
  });

  it("older documents have the rest, and each names the one before it", () => {
    for (const file of newest.filter((one) => scope_of(one).kind === "site")) {
      const met = new Set(pages_of(file));
      const documents = [];
      for (let at = feeds.get(file)[0].previous; at; at = feeds.get(file_of(at))[0].previous) {
        documents.push(file_of(at));
        pages_of(file_of(at)).forEach((url) => met.add(url));
      }
      assert.deepEqual(documents.sort(), older.filter((one) => scope_of(one).language === scope_of(file).language));
      assert.deepEqual([...met].sort(), expected_pages(file).sort(), file);
    }
    assert.ok(older.length > 0);
  });

  it("an edition's item has every paper: its title, its page, what was said of it", () => {
    const of_site = [...feeds].filter(([file]) => !file.endsWith(".json") && scope_of(file).kind === "site");
    const items = of_site.flatMap(([file, [{ items: all }]]) => all.map((item) => [file, item]));
    expect_none(items.flatMap(([file, { url, text, html }]) => {
      const { language } = scope_of(file);
      const { series, date } = editions.find(({ urls }) => urls[language] === url);
      return data(`editions/${series}/${date}.json`).papers.flatMap(({ id, title, headline, comment, authors }) => {
        const titles = [title, headline ?? {}].flatMap(Object.values);
        const comments = Object.values(comment ?? {});
        const misses = [
          titles.some((one) => text.includes(one)) ? "" : "title",
          html.includes(`<a href="${page_of(id, language)}">`) || !id.startsWith("arxiv:") ? "" : "page",
          comments.length === 0 || comments.some((one) => text.includes(one)) ? "" : "comment",
          authors.every(({ name }) => text.includes(name)) ? "" : "authors",
        ].filter(Boolean);
        return misses.map((what) => `${file}: ${date}: ${id}: no ${what}`);
      });
    }));
  });

  it("a paper's item has its title and its abstract", () => {
    const of_topics = [...feeds].filter(([file]) => kNewest.test(file) && scope_of(file).kind === "topic");
    expect_none(of_topics.flatMap(([file, [{ items }]]) => items.filter(({ title, text, id }) => {
      const paper = data(`papers/${/:arxiv:(.*)\//.exec(id)[1]}.json`);
      const abstracts = Object.values(paper.abstract ?? {});
      return !Object.values(paper.title).includes(title) || abstracts.length > 0 && !abstracts.some((one) => text.includes(one));
    }).map(({ id }) => `${file}: ${id}`)));
  });

  it("what readers do not know is not in items: MathML, scripts, addresses without a host", () => expect_none(
    [...feeds].flatMap(([file, [{ items }]]) => items
      .filter(({ html }) => /<(math|script|style|iframe|form)\b/i.test(html) || /\s(?:href|src)="(?!https?:|mailto:)/.test(html))
      .map(({ id }) => `${file}: ${id}`))));
}

function address_tests() {
  it("all addresses of the site in feeds lead to files that are there", () => expect_none([...feeds].flatMap(([file, [feed]]) => {
    const in_items = feed.items.flatMap(({ html }) => [...html.matchAll(/\s(?:href|src)="([^"]*)"/g)].map((match) => match[1]));
    return own_addresses([{ ...feed, items: feed.items.map(({ url }) => url) }, in_items])
      .filter((url) => !file_at(new URL(url).pathname)).map((url) => `${file}: ${url}`);
  })));

  it("a feed says where it is", () => {
    for (const [file, [{ self }]] of feeds) assert.equal(self, url_of(file));
  });

  it("OPML lists every feed once, with its title and its page", () => {
    const { outlines } = parse_opml(text_of("feeds.opml")).body;
    assert.deepEqual(outlines.map(({ xmlUrl }) => file_of(xmlUrl)).sort(), newest);
    for (const { xmlUrl, htmlUrl, title, text } of outlines) {
      const [feed] = feeds.get(file_of(xmlUrl));
      assert.deepEqual([feed.page, feed.title, feed.title], [htmlUrl, title, text]);
      assert.ok(file_at(new URL(htmlUrl).pathname), htmlUrl);
    }
  });
}

export function tests() {
  before(read_all);
  describe("parsers", parser_tests);
  describe("content", content_tests);
  describe("addresses", address_tests);
}
