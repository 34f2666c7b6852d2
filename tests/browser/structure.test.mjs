// How pages are built: one main part, one heading of the first level, landmarks, what search engines read, and
// every run of another language marked as such.
import { readFileSync } from "node:fs";
import { it } from "node:test";
import { file_at, with_page } from "./browser.mjs";
import { expect_none } from "./expect.mjs";
import { base, site_origin } from "./places.mjs";
import { pages, sample } from "./site.mjs";

function count(html, pattern) {
  return [...html.matchAll(pattern)].length;
}

// All pages, read as text.
function faults(page) {
  const wanted = page.address.startsWith(`${base}zh/`) ? "zh-Hans" : "en";
  return [
    [page.language === wanted, `lang="${page.language}"`],
    [count(page.html, /<main\b/g) === 1, "not one main"],
    [count(page.html, /<h1\b/g) === 1, "not one h1"],
    [count(page.html, /<title>[^<]+<\/title>/g) === 1, "not one title"],
    [page.kind === "not_found" || count(page.html, /<meta name="description" content="[^"]+/g) === 1, "not one description"],
    [count(page.html, /<meta name="viewport" content="width=device-width/g) === 1, "not one viewport"],
    [count(page.html, /\sstyle="/g) === 0, "styles within elements, which the policy refuses"],
    [count(page.html, /\son[a-z]+="/g) === 0, "scripts within elements, which the policy refuses"],
  ].filter(([fine]) => !fine).map(([, what]) => `${page.address}: ${what}`);
}

const kEntities = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };
const decode = (text) => text.replace(/&(amp|lt|gt|quot|#39);/g, (_, name) => kEntities[name]);
const own_address = (page) => site_origin + encodeURI(page.address);
// What a tag of the head holds, once for each such tag.
const contents = (page, tag) => [...page.html.matchAll(/<meta (?:name|property)="([^"]*)" content="([^"]*)"(?: property="([^"]*)")?>/g)]
  .filter((match) => match[1] === tag || match[3] === tag).map((match) => decode(match[2]));

// The width and height of a PNG.
function size_of(file) {
  const bytes = readFileSync(file);
  return bytes.toString("latin1", 1, 4) === "PNG" ? [bytes.readUInt32BE(16), bytes.readUInt32BE(20)].join() : "no PNG";
}

// What is shown of a page where a link to it is shared (https://ogp.me).
const kOnce = ["og:title", "og:type", "og:url", "og:description", "twitter:card"];
function sharing_faults(page) {
  if (page.kind === "not_found") return [];
  const only = (tag) => contents(page, tag).join(" | ");
  const canonical = /<link rel="canonical" href="([^"]*)"/.exec(page.html)?.[1];
  const image = only("og:image");
  const file = image.startsWith(site_origin) ? file_at(image.slice(site_origin.length)) : null;
  const is_paper = page.kind === "paper";
  const is_dated = is_paper || page.kind === "edition";
  const once = is_paper ? kOnce : [...kOnce, "og:site_name", "og:image", "og:image:width", "og:image:height", "og:image:alt"];
  return [
    ...once.map((tag) => [contents(page, tag).filter((text) => text !== "").length === 1, `not one ${tag}`]),
    [[...only("description")].length <= 160, "a description of more than 160 characters"],
    [canonical === own_address(page) && only("og:url") === canonical, "not its own address"],
    [is_paper || only("og:locale") === (page.language === "en" ? "en_US" : "zh_CN"), "another locale"],
    [is_paper || file && size_of(file) === [only("og:image:width"), only("og:image:height")].join(), `no picture of that size: ${image}`],
    [only("twitter:card") === (is_paper ? "summary" : "summary_large_image"), "another kind of card"],
    [!is_dated || /^\d{4}-\d\d-\d\d$/.test(only("article:published_time")), "no date"],
  ].filter(([fine]) => !fine).map(([, what]) => `${page.address}: ${what}`);
}

// A page in several languages names each of them and what to show to all others, and they name it.
function language_faults(page) {
  const named = (of) => new Map([...of.html.matchAll(/<link rel="alternate" hreflang="([^"]*)" href="([^"]*)">/g)].map((match) => [match[1], match[2]]));
  const versions = named(page);
  if (versions.size === 0) return [];
  const own = own_address(page);
  const others = [...versions].filter(([language]) => language !== "x-default");
  const back = ([, address]) => {
    const other = pages.find((one) => own_address(one) === address);
    return other && named(other).get(page.language) === own;
  };
  return versions.get(page.language) === own && others.length > 1 && others.every(back) &&
    others.some(([, address]) => address === versions.get("x-default")) ? [] : [`${page.address}: ${[...versions].join(" ")}`];
}

// Runs of text whose language differs from what is said of them. Chinese is told by its characters, English by
// its small words; terms such as chain of thought may stand in Chinese as they are.
function wrong_languages() {
  const found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode.data.trim();
    const element = walker.currentNode.parentElement;
    // Keywords are terms of art, in the spelling of whoever chose them.
    if (text === "" || element.closest("code, pre, script, style, math, svg, .keywords")) continue;
    const said = element.closest("[lang]").lang;
    const han = (text.match(/\p{Script=Han}/gu) ?? []).length;
    const english = (text.match(/\b(the|of|and|for|with|from|that|is|are|in|to|we|this|on|by|via)\b/gi) ?? []).length;
    if (han > 1 && !said.startsWith("zh")) found.push(`Chinese as ${said}: ${text.slice(0, 60)}`);
    if (english > 2 && han === 0 && !said.startsWith("en")) found.push(`English as ${said}: ${text.slice(0, 60)}`);
  }
  return found;
}

function landmark_faults() {
  const count = (selector) => document.querySelectorAll(selector).length;
  const parts = ["header", "main", "footer"];
  return [
    ...parts.filter((part) => count(`body > ${part}`) !== 1).map((part) => `not one ${part} in the body`),
    ...[...document.querySelectorAll("nav")].filter((nav) => !nav.ariaLabel && !nav.getAttribute("aria-labelledby"))
      .map((nav) => `a navigation without a name: ${nav.className}`),
    ...[...document.querySelectorAll("body *")]
      .filter((element) => element.tagName === "IMG" && !(element.getAttribute("width") && element.getAttribute("height")))
      .map((image) => `an image without a size: ${image.src}`),
  ];
}

export function tests() {
  it("every page has one main part, one first heading and what machines read", () => expect_none(pages.flatMap(faults)));

  it("no two pages of a language have the same title", () => {
    const titles = pages.map((page) => `${page.language}: ${/<title>([^<]*)/.exec(page.html)?.[1]}`);
    expect_none(titles.filter((title, index) => titles.indexOf(title) !== index));
  });

  it("no two pages of a language other than papers have the same description", () => {
    // Versions of one paper may have the same abstract.
    const said = pages.filter((page) => page.kind !== "paper").map((page) => `${page.language}: ${contents(page, "description")}`);
    expect_none(said.filter((text, index) => said.indexOf(text) !== index));
  });

  it("every page has what is shown where it is shared", () => expect_none(pages.flatMap(sharing_faults)));

  it("versions of a page in other languages name each other", () => expect_none(pages.flatMap(language_faults)));

  for (const { address } of sample) {
    it(address, () => with_page(address, { script: "off" }, async (tab) => {
      expect_none(await tab.evaluate(landmark_faults));
      expect_none(await tab.evaluate(wrong_languages));
    }));
  }
}
