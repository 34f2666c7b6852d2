// Nothing is cut off and nothing scrolls sideways but tables, formulas, code and drawings, in regions that keys
// can scroll. Also with the text spacing of WCAG 1.4.12, and at 400 %.
import { it } from "node:test";
import { desktop, phone, with_page, zoomed } from "./browser.mjs";
import { expect_none } from "./expect.mjs";
import { few, sample } from "./site.mjs";

// As WCAG 1.4.12 words it. A sheet made by script is not bound by the policy of the page.
const kSpacing = `
  * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
  p { margin-block-end: 2em !important; }`;

function faults() {
  const found = [];
  const page = document.scrollingElement;
  const width = page.clientWidth;
  const name = (element) =>
    `${element.tagName.toLowerCase()}.${element.className.baseVal ?? element.className} “${element.textContent.trim().slice(0, 30)}”`;
  const scrolls = (style) => ["auto", "scroll"].includes(style.overflowX);
  // Text for screen readers only is a pixel in size; what has no size is not shown.
  const is_shown = (element) => element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }) &&
    element.getBoundingClientRect().width > 1 && element.getBoundingClientRect().height > 1;
  const has_text = (element) => [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());

  if (page.scrollWidth > width) found.push(`the page is ${page.scrollWidth} px wide`);
  for (const element of document.body.querySelectorAll("*")) {
    if (element.closest("math, svg") && !element.matches("math, svg")) continue;
    if (!is_shown(element)) continue;
    const style = getComputedStyle(element);
    const is_wider = element.scrollWidth > element.clientWidth + 1 && style.display !== "inline";
    if (is_wider && scrolls(style)) {
      if (!element.matches("pre, table, math") && !element.querySelector("table, math, pre, svg")) {
        found.push(`scrolls sideways: ${name(element)}`);
      }
      if (element.tabIndex < 0) found.push(`scrolls sideways but cannot be focused: ${name(element)}`);
    }
    const cuts_x = ["hidden", "clip"].includes(style.overflowX) && is_wider;
    // The boxes of formulas reach a little below the line without any ink there.
    const most = element.clientHeight + parseFloat(style.fontSize) / 4;
    const cuts_y = ["hidden", "clip"].includes(style.overflowY) && element.scrollHeight > most;
    if ((cuts_x || cuts_y) && style.display !== "inline" && element.textContent.trim()) found.push(`is cut off: ${name(element)}`);
    const box = element.getBoundingClientRect();
    // What is wholly beside the page waits there to be shown, as the skip link does.
    if ((box.right > width + 1 || (box.left < -1 && box.right > 0)) && has_text(element)) {
      let around = element.parentElement;
      while (around && !scrolls(getComputedStyle(around))) around = around.parentElement;
      if (!around) found.push(`reaches over the edge: ${name(element)}`);
    }
  }
  return found;
}

// Bars that stay in place leave most of a small screen to the text.
function bars() {
  const shown = [...document.body.querySelectorAll("*")].filter((element) =>
    ["fixed", "sticky"].includes(getComputedStyle(element).position) && element.checkVisibility());
  const most = innerHeight / 3;
  return shown.filter((element) => {
    const box = element.getBoundingClientRect();
    return box.width > innerWidth / 2 && box.height > most && box.bottom > 0 && box.top < innerHeight;
  }).map((element) => `takes more than a third of the screen: ${element.tagName} ${element.className}`);
}

function set_spacing(css) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}

const open_folded = () => document.querySelectorAll("details").forEach((element) => { element.open = true; });

async function faults_of(address, script) {
  return with_page(address, { screen: zoomed, script }, async (tab) => {
    await tab.evaluate(() => scrollTo(0, document.body.scrollHeight / 2));
    const found = (await tab.evaluate(bars)).map((fault) => `at 400 %: ${fault}`);
    const look = async (screen, manner) => {
      await tab.setViewport(screen);
      found.push(...(await tab.evaluate(faults)).map((fault) => `${screen.width} px${manner}: ${fault}`));
    };
    for (const screen of [zoomed, phone, desktop]) await look(screen, "");
    await tab.evaluate(open_folded);
    await look(zoomed, ", all open");
    await tab.evaluate(set_spacing, kSpacing);
    for (const screen of [zoomed, desktop]) await look(screen, ", wide spacing");
    return found;
  });
}

export function tests() {
  for (const { address } of sample) {
    it(address, async () => expect_none(await faults_of(address, "on")));
  }
  for (const { address } of few) {
    it(`${address} without script`, async () => expect_none(await faults_of(address, "off")));
  }
}
