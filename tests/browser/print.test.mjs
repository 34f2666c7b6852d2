// On paper: what is folded is open, what only leads elsewhere is left out, ink is dark, nothing is cut off.
import assert from "node:assert/strict";
import { it } from "node:test";
import { with_page } from "./browser.mjs";
import { expect_none } from "./expect.mjs";
import { biggest } from "./site.mjs";

// The width of A4 between margins of 10 mm.
const kSheet = { width: 718, height: 1040 };

// The brightness of a colour from 0 to 1, after WCAG's relative luminance, without its gamma.
const brightness = `(colour) => {
  const [red, green, blue] = colour.match(/[\\d.]+/g).map(Number);
  return (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255;
}`;

function faults(brightness_text) {
  const brightness = (0, eval)(brightness_text);
  const found = [];
  const is_shown = (element) => element.checkVisibility({ contentVisibilityAuto: true, visibilityProperty: true });
  for (const details of document.querySelectorAll("main details")) {
    if (!is_shown(details)) continue;
    const inside = [...details.children].filter((child) => child.tagName !== "SUMMARY");
    if (inside.some((child) => !is_shown(child) || child.getBoundingClientRect().height === 0)) {
      found.push(`stays folded: ${details.textContent.trim().slice(0, 40)}`);
    }
  }
  for (const nav of document.querySelectorAll("nav")) {
    if (is_shown(nav)) found.push(`navigation is printed: ${nav.ariaLabel ?? nav.className}`);
  }
  for (const control of document.querySelectorAll("button, input, select")) {
    if (is_shown(control)) found.push(`a control is printed: ${control.textContent || control.ariaLabel}`);
  }
  for (const element of document.querySelectorAll("main p, main li, main h1, main h2, main h3, main td")) {
    const colour = getComputedStyle(element).color;
    if (is_shown(element) && brightness(colour) > 0.5) {
      found.push(`pale ink ${colour}: ${element.textContent.trim().slice(0, 40)}`);
      break;
    }
  }
  if (!is_shown(document.querySelector("h1"))) found.push("the heading is not printed");
  if (document.scrollingElement.scrollWidth > innerWidth) found.push(`is ${document.scrollingElement.scrollWidth} px wide`);
  return found;
}

export function tests() {
  for (const { address, kind } of biggest) {
    for (const [theme, script] of [["dark", "on"], ["light", "off"]]) {
      it(`${address}, ${theme}, script ${script}`, () =>
        with_page(address, { screen: kSheet, media: "print", theme, script }, async (tab) => {
          expect_none(await tab.evaluate(faults, brightness));
        }));
    }

    if (kind !== "edition") continue;
    it(`${address}: no heading stands at the foot of a sheet, addresses are shown`, () =>
      with_page(address, { screen: kSheet, media: "print", script: "off" }, async (tab) => {
        expect_none(await tab.evaluate(() => {
          const headings = [...document.querySelectorAll("main h2, main h3")].filter((heading) => heading.checkVisibility());
          const loose = headings.filter((heading) => getComputedStyle(heading).breakAfter !== "avoid");
          return loose.map((heading) => heading.textContent.slice(0, 60));
        }));
        const shown = await tab.evaluate(() => [...document.querySelectorAll("main a[href^='http']")].some((link) =>
          getComputedStyle(link, "::after").content.includes(link.getAttribute("href"))));
        assert.ok(shown, "the addresses of papers are printed");
      }));
  }
}
