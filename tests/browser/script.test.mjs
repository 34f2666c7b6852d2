// Pages are whole without script: it adds controls and takes nothing away.
import { it } from "node:test";
import { with_page } from "./browser.mjs";
import { expect_none } from "./expect.mjs";
import { sample } from "./site.mjs";

// What there is to read and where it leads, folded parts included: lines of text of all elements, and links.
function content() {
  const lines = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode.data.replace(/\s+/g, " ").trim();
    const element = walker.currentNode.parentElement;
    if (text === "" || element.closest("noscript, script, style, [hidden]")) continue;
    if (!element.checkVisibility() && !element.closest("details:not([open])")) continue;
    lines.push(text);
  }
  const links = [...document.querySelectorAll("a[href]")].map((link) => `${link.textContent.trim()} → ${link.href}`);
  return [...lines, ...links];
}

// Those of the first list that the second has not, or not as often.
function missing(from, other) {
  const left = new Map();
  for (const line of other) left.set(line, (left.get(line) ?? 0) + 1);
  return from.filter((line) => {
    left.set(line, (left.get(line) ?? 0) - 1);
    return left.get(line) < 0;
  });
}

export function tests() {
  for (const { address } of sample) {
    it(address, async () => {
      const read = (script) => with_page(address, { script }, async (tab) => {
        const found = await tab.evaluate(content);
        return found.map((line) => line.replace(/127\.0\.0\.1:\d+/, ""));
      });
      const without = await read("off");
      expect_none(without.length > 0 ? missing(without, await read("on")) : ["no text at all"]);
    });
  }
}
