// What the script adds for readers: theme, filters, reading list, keys, what is new, BibTeX.
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { it } from "node:test";
import { findings } from "./axe.test.mjs";
import { desktop, phone, with_page } from "./browser.mjs";
import { expect_none } from "./expect.mjs";
import { base } from "./places.mjs";
import { pages } from "./site.mjs";

const editions = pages.filter((page) => page.kind === "edition" && page.html.includes("data-filters"))
  .filter((page) => page.html.includes("data-topic") && page.html.includes("data-score"));
const edition = editions.find((page) => page.language === "en");
const lists = Object.fromEntries(pages.filter((page) => page.kind === "reading_list")
  .map((page) => [page.language, page.address]));

const papers = (tab) => tab.$$eval("main [data-id]", (all) => all.map((item) => ({
  id: item.dataset.id,
  topics: (item.dataset.topic ?? "").split(" "),
  score: Number(item.dataset.score),
  is_shown: item.getClientRects().length > 0,
})));
const shown = async (tab) => (await papers(tab)).filter((paper) => paper.is_shown);
const go = (tab, address) => tab.goto(new URL(address, tab.url()).href, { waitUntil: "load" });
const message = (tab) => tab.$$eval("[role=status]", (all) => all.map((element) => element.textContent).join(" ").trim());
const query = (tab) => new URL(tab.url()).searchParams;

// How bright the page is, from 0 to 255.
const brightness = (tab) => tab.evaluate(() => {
  const [red, green, blue] = getComputedStyle(document.documentElement).backgroundColor.match(/[\d.]+/g).map(Number);
  return (red + green + blue) / 3;
});

async function set_filter(tab, name, value) {
  await tab.$eval("[data-filters]", (box) => { box.open = true; });
  await tab.$eval(`[data-filters] [name=${name}]`, (field, wanted) => {
    field.value = wanted;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }, value);
}

const focused_paper = (tab) => tab.evaluate(() => document.activeElement.closest("[data-id]")?.dataset.id ?? null);

function theme_tests() {
  it("theme: a chosen one holds on all pages against the system's", () =>
    with_page(edition.address, { theme: "dark", screen: phone }, async (tab) => {
      assert.ok(await brightness(tab) < 60, "follows the system at first");
      await tab.click("[data-tool=theme]");
      assert.ok(await brightness(tab) > 200, "light after one press");
      assert.notEqual(await message(tab), "", "says what was chosen");
      await go(tab, base);
      assert.ok(await brightness(tab) > 200, "light on another page");
      await tab.click("[data-tool=theme]");
      assert.ok(await brightness(tab) < 60, "dark after two");
    }));

  it("storage that refuses breaks nothing", () => with_page(edition.address, {}, async (tab, seen) => {
    const { identifier } = await tab.evaluateOnNewDocument(() => {
      Object.defineProperty(window, "localStorage", { get: () => { throw new Error("refused"); } });
    });
    await tab.reload({ waitUntil: "load" });
    await tab.click("[data-tool=theme]");
    // Papers are laid out as they come into view: the mouse may find the star moved on.
    await tab.$eval(".save", (star) => star.click());
    assert.equal(await tab.$eval(".save", (star) => star.ariaPressed), "true");
    expect_none(seen.complaints);
    await tab.removeScriptToEvaluateOnNewDocument(identifier);
  }));
}

function filter_tests() {
  it("scores for the script are as short as they are shown", () => {
    const scores = pages.flatMap((page) => [...page.html.matchAll(/ data-score="([^"]*)"/g)].map((match) => match[1]));
    assert.ok(scores.includes("17"));
    expect_none([...new Set(scores)].filter((score) => score !== String(Number(score))));
  });

  it("filters: a topic leaves its papers, stands in the address, and is taken off again", () =>
    with_page(edition.address, {}, async (tab) => {
      const all = await papers(tab);
      const [topic] = all.map((paper) => paper.topics[0]).filter(Boolean);
      await set_filter(tab, "topic", topic);
      const fitting = all.filter((paper) => paper.topics.includes(topic)).map((paper) => paper.id);
      assert.ok(fitting.length < all.length);
      assert.deepEqual((await shown(tab)).map((paper) => paper.id), fitting);
      assert.match(await message(tab), new RegExp(`\\b${fitting.length}\\b`));
      await tab.waitForFunction(() => location.search !== "");
      assert.equal(query(tab).get("topic"), topic);

      await tab.reload({ waitUntil: "load" });
      assert.deepEqual((await shown(tab)).map((paper) => paper.id), fitting);

      await tab.click("[data-filters] [type=reset]");
      await tab.waitForFunction(() => location.search === "");
      assert.equal((await shown(tab)).length, all.length);
    }));

  it("filters: score and words together", () => with_page(edition.address, {}, async (tab) => {
    const all = await papers(tab);
    const least = Math.floor(Math.max(...all.map((paper) => paper.score).filter(Number.isFinite)));
    await set_filter(tab, "score", String(least));
    const best = await shown(tab);
    assert.ok(best.length > 0 && best.length < all.length && best.every((paper) => paper.score >= least));
    await set_filter(tab, "q", "no paper has this word");
    assert.deepEqual(await shown(tab), []);
    assert.notEqual(await message(tab), "", "says that nothing fits");
  }));

  it("filters: a link to a paper that is filtered away shows it", () => with_page(edition.address, {}, async (tab) => {
    await set_filter(tab, "q", "no paper has this word");
    const anchor = await tab.$eval("main article[data-id][id]", (item) => item.id);
    await tab.evaluate((id) => { location.hash = id; }, anchor);
    await tab.waitForFunction((id) => document.getElementById(id).getClientRects().length > 0, {}, anchor);
  }));

  it("filters: none without script", () => with_page(edition.address, { script: "off" }, async (tab) => {
    assert.equal(await tab.$eval("[data-filters]", (box) => box.checkVisibility()), false);
    assert.equal(await tab.$$eval("button", (all) => all.filter((one) => one.checkVisibility()).length), 0);
  }));
}

// Saves the first papers of the edition and opens the list.
async function save_papers(tab, count) {
  const stars = (await tab.$$("main [data-id] .save")).slice(0, count);
  for (const star of stars) await star.evaluate((element) => element.click());
  assert.notEqual(await message(tab), "", "says that it is kept");
  await go(tab, lists.en);
}

const saved = (tab) => tab.$$eval("[data-reading-list] li .title", (all) => all.map((link) => link.textContent));

// What a press on an export button would put into a file.
const exported = (tab, format) => tab.evaluate(async (name) => {
  let text;
  const create = URL.createObjectURL;
  URL.createObjectURL = (blob) => {
    text = blob.text();
    return create.call(URL, blob);
  };
  HTMLAnchorElement.prototype.click = () => {};
  document.querySelector(`[data-export=${name}]`).click();
  URL.createObjectURL = create;
  return text;
}, format);

function list_tests() {
  it("reading list: papers are kept, exported and taken out again", () => with_page(edition.address, {}, async (tab) => {
    await save_papers(tab, 3);
    const titles = await saved(tab);
    assert.equal(titles.length, 3);
    assert.equal((await exported(tab, "bib")).match(/^@misc\{/gm).length, 3);
    assert.equal((await exported(tab, "md")).trim().split("\n").length, 3);
    await tab.click("[data-reading-list] [data-remove]");
    await tab.reload({ waitUntil: "load" });
    assert.deepEqual(await saved(tab), titles.slice(1));
  }));

  it("reading list: an exported file brings it back, another file changes nothing", () =>
    with_page(edition.address, {}, async (tab) => {
      await save_papers(tab, 2);
      const titles = await saved(tab);
      const folder = mkdtempSync(path.join(tmpdir(), "paperboy-"));
      writeFileSync(path.join(folder, "list.json"), await exported(tab, "json"));
      writeFileSync(path.join(folder, "odd.json"), '{"saved": [{"id": 1}], "theme": "<b>"}');
      await tab.evaluate(() => localStorage.clear());
      await tab.reload({ waitUntil: "load" });
      assert.deepEqual(await saved(tab), []);
      const field = await tab.$("[data-reading-list] [type=file]");
      await field.uploadFile(path.join(folder, "odd.json"));
      await tab.waitForFunction(() => [...document.querySelectorAll("[role=status]")].some((line) => line.textContent));
      assert.deepEqual(await saved(tab), []);
      await field.uploadFile(path.join(folder, "list.json"));
      await tab.waitForSelector("[data-reading-list] li .title");
      assert.deepEqual((await saved(tab)).sort(), titles.sort());
      rmSync(folder, { recursive: true });
    }));
}

function key_tests() {
  it("keys: j and k go from paper to paper", () => with_page(edition.address, {}, async (tab) => {
    const ids = (await papers(tab)).map((paper) => paper.id);
    await tab.keyboard.press("j");
    const first = await focused_paper(tab);
    assert.ok(ids.includes(first));
    await tab.keyboard.press("j");
    assert.equal(await focused_paper(tab), ids[ids.indexOf(first) + 1]);
    await tab.keyboard.press("k");
    assert.equal(await focused_paper(tab), first);
  }));

  it("keys: silent while typing and with a modifier held", () => with_page(edition.address, {}, async (tab) => {
    await tab.keyboard.down("Control");
    await tab.keyboard.press("j");
    await tab.keyboard.up("Control");
    assert.equal(await focused_paper(tab), null);
    await tab.keyboard.press("/");
    await tab.keyboard.type("jk?");
    assert.equal(await tab.evaluate(() => document.activeElement.value), "jk?");
    assert.equal(await tab.$("dialog[open]"), null);
  }));

  it("keys: ? tells them, and there they are switched off", () => with_page(edition.address, {}, async (tab) => {
    await tab.keyboard.press("?");
    await tab.waitForSelector("dialog[open]");
    expect_none(await findings(tab, "light"));
    await tab.click("dialog [data-switch]");
    await tab.keyboard.press("Escape");
    await tab.waitForFunction(() => !document.querySelector("dialog[open]"));
    await tab.keyboard.press("j");
    assert.equal(await focused_paper(tab), null);
  }));

  it("keys: n leads to the next edition", () => with_page(edition.address, {}, async (tab) => {
    const next = await tab.$eval("a[rel=next]", (link) => link.href);
    await Promise.all([tab.waitForNavigation(), tab.keyboard.press("n")]);
    assert.equal(tab.url(), next);
  }));
}

// An edition without topics has its contents in the rail; the longest do not fit on a screen.
const by_length = (one, other) => other.html.length - one.html.length;
const [longest] = pages.filter((page) => page.kind === "edition" && page.html.includes("data-contents") &&
  !page.html.includes("data-topic")).sort(by_length);

// Whether the focused link of the contents, or else the marked one, is on the screen.
const shows_link = (tab) => tab.evaluate(() => {
  const focused = document.activeElement.closest(".rail a");
  const { top, bottom } = (focused ?? document.querySelector(".rail [aria-current]")).getBoundingClientRect();
  return top >= 0 && bottom <= innerHeight;
});

// The rail stays where it is until the last papers.
const read_on = async (tab) => {
  await tab.evaluate(() => [...document.querySelectorAll("main article[id]")].at(-5).scrollIntoView({ behavior: "instant" }));
  await tab.waitForFunction(() => [...document.querySelectorAll(".rail li")].slice(-10).some((item) => item.querySelector("[aria-current]")));
};

function contents_tests() {
  it("contents: the link of what is read is marked and in view", () => with_page(longest.address, {}, async (tab) => {
    assert.ok(await tab.$eval(".rail", (rail) => rail.scrollHeight > rail.clientHeight));
    await read_on(tab);
    assert.ok(await shows_link(tab));
    assert.ok(await tab.$eval(".rail", (rail) => rail.scrollTop > 0));
  }));

  it("contents: the link that has the focus stays in view", () => with_page(longest.address, {}, async (tab) => {
    await tab.focus(".rail a[href^='#']");
    await read_on(tab);
    assert.ok(await shows_link(tab));
  }));
}

function other_tests() {
  it("what came since the last visit is marked until it is seen", () => with_page(base, {}, async (tab) => {
    assert.deepEqual(await tab.$$(".new"), [], "nothing is new at the first visit");
    await tab.evaluate(() => {
      const key = Object.keys(localStorage).find((name) => name.startsWith("paperboy:"));
      localStorage.setItem(key, JSON.stringify({ newest: "2026-05-07" }));
    });
    await tab.reload({ waitUntil: "load" });
    const dates = await tab.$$eval(".new", (all) =>
      all.map((mark) => mark.parentElement.querySelector("time").dateTime));
    assert.ok(dates.length > 0 && dates.every((date) => date > "2026-05-07"));
    await tab.click("[data-tool=new]");
    assert.deepEqual(await tab.$$(".new"), []);
    await tab.reload({ waitUntil: "load" });
    assert.deepEqual(await tab.$$(".new"), []);
  }));

  it("BibTeX of a paper is copied", () => {
    const { address } = pages.find((page) => page.kind === "paper" && page.html.includes("data-cite"));
    return with_page(address, {}, async (tab) => {
      await tab.evaluate(() => {
        navigator.clipboard.writeText = async (text) => { window.copied = text; };
      });
      await tab.click(".cite summary");
      await tab.click("[data-cite]");
      assert.equal(await tab.evaluate(() => window.copied), await tab.$eval(".cite pre", (block) => block.textContent));
    });
  });

  for (const screen of [phone, desktop]) {
    it(`axe finds nothing in the controls when they are used, ${screen.width} px`, () =>
      with_page(edition.address, { screen }, async (tab) => {
        await set_filter(tab, "q", "a");
        for (const theme of ["light", "dark"]) expect_none(await findings(tab, theme));
        await save_papers(tab, 2);
        for (const theme of ["light", "dark"]) expect_none(await findings(tab, theme));
      }));
  }
}

export function tests() {
  theme_tests();
  filter_tests();
  list_tests();
  key_tests();
  contents_tests();
  other_tests();
}
