// Texts in charts stand inside of their charts and do not meet; the newest value of a line does not stand on the line.
import assert from "node:assert/strict";
import { it } from "node:test";
import { desktop, phone, with_page } from "./browser.mjs";
import { expect_none } from "./expect.mjs";
import { pages } from "./site.mjs";

const with_charts = pages.filter((page) => page.html.includes('<svg class="plot"'));

function faults() {
  const kNoInk = 3;  // above and below the letters, in the chart's units
  const found = [];
  for (const details of document.querySelectorAll("details")) details.open = true;
  for (const chart of document.querySelectorAll("svg.plot")) {
    const width = chart.viewBox.baseVal.width;
    const texts = [...chart.querySelectorAll("text")].map((text) => ({ text, says: text.textContent, box: text.getBBox() }));
    for (const { says, box } of texts) {
      if (box.x < -1 || box.x + box.width > width + 1) found.push(`reaches over the edge: ${says}`);
    }
    const meet = ({ box: a }, { box: b }) =>
      Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x) > 0.5 &&
      Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y) > kNoInk;
    texts.forEach((one, at) => texts.slice(at + 1).filter((other) => meet(one, other))
      .forEach((other) => found.push(`meet: ${one.says} and ${other.says}`)));

    const line = chart.querySelector("path.line");
    const value = texts.find(({ text }) => text.matches(".value"));
    for (let at = 0; line && value && at < line.getTotalLength(); ++at) {
      const { x, y } = line.getPointAtLength(at);
      const { x: left, y: top, width: wide, height } = value.box;
      if (x > left && x < left + wide && y > top + kNoInk && y < top + height - kNoInk) {
        found.push(`stands on the line: ${value.says}`);
        break;
      }
    }
  }
  return found;
}

export function tests() {
  it("there are charts in both languages, of every kind", () => {
    for (const language of ["en", "zh-Hans"]) assert.ok(with_charts.some((page) => page.language === language), language);
    for (const part of ['class="bars', 'class="line', 'class="dots']) assert.ok(with_charts.some((page) => page.html.includes(part)), part);
  });

  for (const { address } of with_charts) {
    it(address, () => with_page(address, {}, async (tab) => {
      for (const screen of [phone, desktop]) {
        await tab.setViewport(screen);
        expect_none((await tab.evaluate(faults)).map((fault) => `${screen.width} px: ${fault}`));
      }
    }));
  }
}
