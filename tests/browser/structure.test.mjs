// How pages are built: one main part, one heading of the first level, landmarks, what search engines read, and
// every run of another language marked as such.
import { it } from "node:test";
import { with_page } from "./browser.mjs";
import { expect_none } from "./expect.mjs";
import { base } from "./places.mjs";
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

  for (const { address } of sample) {
    it(address, () => with_page(address, { script: "off" }, async (tab) => {
      expect_none(await tab.evaluate(landmark_faults));
      expect_none(await tab.evaluate(wrong_languages));
    }));
  }
}
