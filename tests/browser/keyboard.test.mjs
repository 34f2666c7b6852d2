// Pages are used by keyboard alone: Tab reaches everything in the order it is written, the focus can be seen and
// nothing covers it, and what is folded opens.
import assert from "node:assert/strict";
import { it } from "node:test";
import { desktop, phone, with_page } from "./browser.mjs";
import { expect_none } from "./expect.mjs";
import { few, pages } from "./site.mjs";

const kStill = { "prefers-reduced-motion": "reduce" };

// Numbers everything that the keyboard must reach, keeps how it looks without the focus, and returns how much it is.
function number_controls() {
  const controls = [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex]")]
    .filter((element) => element.tabIndex >= 0 && !element.disabled && !element.closest("[inert]") &&
      element.checkVisibility({ visibilityProperty: true }));
  // Of radio buttons of one name Tab reaches the chosen one only.
  const reached = controls.filter((element) => element.type !== "radio" || element.checked);
  window.look_of = (element) => {
    const style = getComputedStyle(element);
    const has_outline = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1;
    return [has_outline && style.outline, style.boxShadow, style.backgroundColor, style.borderColor].join(" ");
  };
  window.looks_unfocused = reached.map(window.look_of);
  reached.forEach((element, index) => { element.dataset.control = index; });
  return reached.length;
}

// What has the focus: its number, and what is wrong with how it shows.
async function look_at_focus() {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const name = `${element.tagName.toLowerCase()} “${(element.textContent || element.ariaLabel || "").trim().slice(0, 40)}”`;
  const faults = [];
  const number = element.dataset.control === undefined ? null : Number(element.dataset.control);
  if (window.looks_unfocused[number] === window.look_of(element)) faults.push(`the focus cannot be seen: ${name}`);
  const boxes_now = () => [...element.getClientRects()].filter((box) => box.width > 0 && box.height > 0);
  const is_on_screen = (box) => box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
  let boxes = boxes_now();
  // The page may be moved to the focus with the next frame only.
  for (let frame = 0; frame < 3 && !boxes.some(is_on_screen); ++frame) {
    await new Promise((done) => requestAnimationFrame(done));
    boxes = boxes_now();
  }
  if (!boxes.some(is_on_screen)) faults.push(`the focus is off the screen: ${name}`);
  const is_met = (x, y) => {
    const met = document.elementFromPoint(x, y);
    return met && (met === element || element.contains(met) || met.contains(element));
  };
  const is_open_to_view = boxes.filter(is_on_screen).some((box) =>
    [0.5, 0.1, 0.9].some((across) => is_met(
      Math.min(Math.max(box.left + box.width * across, 0), innerWidth - 1),
      Math.min(Math.max(box.top + box.height / 2, 0), innerHeight - 1))));
  if (boxes.some(is_on_screen) && !is_open_to_view) faults.push(`something covers the focus: ${name}`);
  return { number, name, faults };
}

async function tab_through(tab) {
  const count = await tab.evaluate(number_controls);
  const faults = [];
  const reached = [];
  for (let step = 0; step < count + 5; ++step) {
    await tab.keyboard.press("Tab");
    const focus = await tab.evaluate(look_at_focus);
    // Behind the last control comes the browser itself, or at once the first control again.
    if (!focus || (focus.number === 0 && reached.length > 0)) break;
    faults.push(...focus.faults);
    if (focus.number === null) faults.push(`not expected to take the focus: ${focus.name}`);
    else reached.push(focus.number);
  }
  if (reached.length !== count) faults.push(`Tab reaches ${reached.length} of ${count} controls`);
  const late = reached.findIndex((number, index) => index > 0 && number < reached[index - 1]);
  if (late > 0) faults.push(`Tab goes back from control ${reached[late - 1]} to ${reached[late]}`);
  return faults;
}

// Where the focus is after the skip link was followed, and where after one more Tab.
async function skip(tab) {
  await tab.keyboard.press("Tab");
  const first = await tab.evaluate(() => ({
    href: document.activeElement.getAttribute("href"),
    is_shown: document.activeElement.getBoundingClientRect().top >= 0 && document.activeElement.getBoundingClientRect().height > 10,
  }));
  await tab.keyboard.press("Enter");
  await tab.keyboard.press("Tab");
  const is_in_main = await tab.evaluate(() => {
    const main = document.querySelector("main");
    const has_controls = main.querySelector("a[href], button, input, summary, select");
    return main.contains(document.activeElement) || !has_controls;
  });
  return { ...first, is_in_main };
}

const of_kind = (kind) => few.filter((page) => page.kind === kind);

export function tests() {
  for (const { address } of few) {
    for (const [screen, script] of [[phone, "on"], [desktop, "on"], [desktop, "off"]]) {
      it(`${address} at ${screen.width} px, script ${script}`, () =>
        with_page(address, { screen, script, features: kStill }, async (tab) => expect_none(await tab_through(tab))));
    }

    it(`${address}: the first link skips to the content`, () => with_page(address, { features: kStill }, async (tab) => {
      const found = await skip(tab);
      assert.match(found.href ?? "", /^#./);
      assert.ok(found.is_shown, "the skip link is shown when it has the focus");
      assert.ok(found.is_in_main, "Tab goes on within the content");
    }));
  }

  const folded = pages.filter((page) => page.kind === "edition" && /<details(?![^>]* open)/.test(page.html));
  const { address } = folded[0];
  for (const key of ["Enter", "Space"]) {
    it(`${address}: ${key} opens and closes what is folded`, () => with_page(address, { script: "off" }, async (tab) => {
      const details = await tab.evaluateHandle(() =>
        [...document.querySelectorAll("details:not([open])")].find((element) => element.querySelector("summary").checkVisibility()));
      await (await details.$("summary")).focus();
      const is_open = () => details.evaluate((element) => element.open);
      await tab.keyboard.press(key);
      assert.equal(await is_open(), true);
      await tab.keyboard.press(key);
      assert.equal(await is_open(), false);
    }));
  }

  for (const { address: edition } of of_kind("edition")) {
    it(`${edition}: a link of the contents leads to its paper, in full view`, () =>
      with_page(edition, { screen: phone, features: kStill }, async (tab) => {
        const faults = await tab.evaluate(async () => {
          const links = [...document.querySelectorAll("nav a[href^='#']")].filter((link) => link.checkVisibility()).slice(-3);
          const found = links.length === 0 ? ["no contents"] : [];
          for (const link of links) {
            link.click();
            await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
            const target = document.getElementById(decodeURIComponent(link.hash.slice(1)));
            const heading = target.querySelector("h2, h3, h4") ?? target;
            const box = heading.getBoundingClientRect();
            const met = document.elementFromPoint(box.left + 3, box.top + 3);
            if (!met || !(target.contains(met) || met.contains(target))) found.push(`${link.hash} is covered or off the screen`);
          }
          return found;
        });
        expect_none(faults);
      }));
  }
}
