// Links of all pages: to files that are there, to anchors that are there, and every page can be reached.
import assert from "node:assert/strict";
import { it } from "node:test";
import { file_at } from "./browser.mjs";
import { expect_none } from "./expect.mjs";
import { base, site_origin } from "./places.mjs";
import { files, pages, text_of } from "./site.mjs";

const kSchemes = ["https:", "http:", "mailto:"];

// Servers show the one; the script, without which the other is empty, links to it.
const kUnlinked = ["not_found", "reading_list"];

const kEntities = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };

function decode(text) {
  return text.replace(/&(amp|lt|gt|quot|#39);/g, (_, name) => kEntities[name]);
}

function values(html, pattern) {
  return [...html.matchAll(pattern)].map((match) => decode(match[1]));
}

const ids = new Map(pages.map((page) => [page.file, new Set(values(page.html, /\sid="([^"]*)"/g))]));
const links = new Map(pages.map((page) => [page, values(page.html, /<a\b[^>]*?\shref="([^"]*)"/g)]));

// Addresses of the site itself are told from others by their origin.
function local(page, href) {
  const url = new URL(href, site_origin + page.address);
  return url.origin === site_origin ? url : null;
}

// What is wrong with a link of a page, or an empty text.
function fault(page, href) {
  if (href.trim() === "") return "is empty";
  const url = new URL(href, site_origin + page.address);
  if (url.origin !== site_origin) return kSchemes.includes(url.protocol) ? "" : "has an odd scheme";
  const file = file_at(url.pathname);
  if (!file) return "leads to no file";
  const anchor = decodeURIComponent(url.hash.slice(1));
  return anchor === "" || !ids.has(file) || ids.get(file).has(anchor) ? "" : "leads to no such place";
}

function faults(of) {
  return [...new Set(pages.flatMap((page) =>
    of(page).map((href) => [href, fault(page, href)]).filter(([, what]) => what !== "")
      .map(([href, what]) => `${page.address}: ${href} ${what}`)))];
}

// The addresses of this site in a file that is no page, in whatever format. Feeds hold HTML within XML.
function written_addresses(file) {
  return values(decode(decode(text_of(file))), /(https:\/\/paperboy\.example\b[^\s"'<>()\\{}]*)/g);
}

// The pages met by following links from the first page.
function reachable() {
  const by_address = new Map(pages.map((page) => [page.address, page]));
  const met = new Set([base]);
  for (const address of met) {
    for (const href of links.get(by_address.get(address))) {
      const target = local(by_address.get(address), href)?.pathname;
      if (by_address.has(target)) met.add(target);
    }
  }
  return met;
}

export function tests() {
  it("links lead to pages and places that are there", () => expect_none(faults((page) => links.get(page))));

  it("what pages load is there", () => expect_none(faults((page) =>
    values(page.html, /<(?:link|img|script|source|use)\b[^>]*?\s(?:href|src)="([^"]*)"/g)
      .filter((address) => !address.startsWith("data:image/")))));

  it("what is written beside the pages leads to files that are there too", () => {
    const beside = files.filter((file) => /\.(xml|json|txt|opml|bib|ris)$/.test(file));
    for (const kind of [/^sitemap\.xml$/, /^robots\.txt$/, /^llms\.txt$/, /(^|\/)feed\.xml$/, /^feeds\.opml$/, /^api\//]) {
      assert.ok(beside.some((file) => kind.test(file) && written_addresses(file).length > 0), String(kind));
    }
    expect_none(beside.flatMap((file) => [...new Set(written_addresses(file))]
      .filter((url) => !file_at(new URL(url).pathname)).map((url) => `${file}: ${url}`)));
  });

  it("the sitemap has every page that is to be found, once", () => {
    const listed = values(text_of("sitemap.xml"), /<loc>([^<]*)<\/loc>/g);
    const wanted = pages.filter((page) => !["not_found", "search", "reading_list"].includes(page.kind));
    assert.deepEqual(listed.sort(), wanted.map((page) => site_origin + page.address).sort());
  });

  it("addresses that are promised to stay are pages", () =>
    expect_none(text_of("addresses.txt").trim().split("\n").filter((address) => !file_at(base + address.slice(1)))));

  it("every page can be reached from the first", () => {
    const met = reachable();
    expect_none(pages.filter((page) => !kUnlinked.includes(page.kind) && !met.has(page.address)).map((page) => page.address));
  });

  it("versions in other languages name each other", () => {
    const versions = new Map(pages.map((page) =>
      [site_origin + page.address, values(page.html, /<link rel="alternate" hreflang="[^"]*" href="([^"]*)"/g)]));
    expect_none([...versions].flatMap(([url, others]) =>
      others.filter((other) => !versions.get(other)?.includes(url)).map((other) => `${url}: ${other}`)));
  });

  it("ids are on a page once", () => expect_none(pages.flatMap((page) => {
    const all = values(page.html, /\sid="([^"]*)"/g);
    return all.filter((id, index) => all.indexOf(id) !== index).map((id) => `${page.address}: ${id}`);
  })));

  it("finds the links of a page", () => assert.ok(pages.every((page) => links.get(page).length > 2)));
}
