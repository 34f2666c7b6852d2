// What readers ask of their system holds: light or dark, less motion, colours of their own.
import assert from "node:assert/strict";
import { it } from "node:test";
import { phone, set_media, with_page } from "./browser.mjs";
import { expect_none } from "./expect.mjs";
import { few } from "./site.mjs";

// Brightness of background and text, from 0 to 1.
function brightness() {
  const of = (colour) => {
    const context = document.createElement("canvas").getContext("2d");
    context.fillStyle = colour;
    context.fillRect(0, 0, 1, 1);
    const [red, green, blue] = context.getImageData(0, 0, 1, 1).data;
    return (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255;
  };
  const background = [document.body, document.documentElement].map((element) => getComputedStyle(element).backgroundColor)
    .find((colour) => colour !== "rgba(0, 0, 0, 0)");
  return { background: of(background ?? "Canvas"), text: of(getComputedStyle(document.querySelector("h1")).color) };
}

function moving() {
  const found = document.getAnimations().map((animation) => `is animated: ${animation.effect?.target?.className}`);
  for (const element of document.querySelectorAll("*")) {
    const style = getComputedStyle(element);
    const lasts = (list) => list.split(",").some((time) => parseFloat(time) > 0.01);
    const name = `${element.tagName.toLowerCase()}.${element.className.baseVal ?? element.className}`;
    if (style.scrollBehavior === "smooth") found.push(`scrolls smoothly: ${name}`);
    if (lasts(style.transitionDuration)) found.push(`has transitions: ${name}`);
    if (style.animationName !== "none" && lasts(style.animationDuration)) found.push(`is animated: ${name}`);
  }
  return [...new Set(found)];
}

// With forced colours only system colours are left. What was told by a background alone would be lost.
function keeping_colours() {
  const found = [];
  for (const element of document.querySelectorAll("body *")) {
    if (element.closest("svg, math")) continue;
    if (getComputedStyle(element).forcedColorAdjust === "none") found.push(`keeps its colours: ${element.className}`);
  }
  return [...new Set(found)];
}

async function focus_is_outlined(tab) {
  await tab.keyboard.press("Tab");
  await tab.keyboard.press("Tab");
  return tab.evaluate(() => {
    const style = getComputedStyle(document.activeElement);
    return document.activeElement !== document.body && style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1;
  });
}

async function expect_day_and_night(tab) {
  const day = await tab.evaluate(brightness);
  assert.ok(day.background > 0.8 && day.text < 0.4, `by day ${JSON.stringify(day)}`);
  await set_media(tab, { theme: "dark" });
  const night = await tab.evaluate(brightness);
  assert.ok(night.background < 0.2 && night.text > 0.6, `by night ${JSON.stringify(night)}`);
}

async function expect_colours_of_system(tab) {
  await set_media(tab, { features: { "forced-colors": "active" } });
  assert.ok(await tab.evaluate(() => matchMedia("(forced-colors: active)").matches));
  expect_none(await tab.evaluate(keeping_colours));
  assert.ok(await focus_is_outlined(tab), "the focus has an outline, which forced colours keep");
}

export function tests() {
  for (const { address } of few) {
    it(`${address}: day and night, less motion, colours of the system`, () =>
      with_page(address, { screen: phone }, async (tab) => {
        await expect_day_and_night(tab);
        await set_media(tab, { features: { "prefers-reduced-motion": "reduce" } });
        expect_none(await tab.evaluate(moving));
        await expect_colours_of_system(tab);
      }));
  }

  for (const { address } of few.filter((page) => page.language === "en")) {
    it(`${address}: day and night without script`, () => with_page(address, { script: "off" }, expect_day_and_night));
  }
}
