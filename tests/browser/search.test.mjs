// Search: what is found in both languages, how it is shown, filters, the address, what is loaded, and that the script
// cuts words as the build does.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { it } from "node:test";
import { gzipSync } from "node:zlib";
import { findings } from "./axe.test.mjs";
import { desktop, file_at, origin, phone, with_page } from "./browser.mjs";
import { expect_none } from "./expect.mjs";
import { base, root_folder, site_folder } from "./places.mjs";
import { pages } from "./site.mjs";

const kFirstQueryCompressed = 60_000;

const search_pages = Object.fromEntries(pages.filter((page) => page.kind === "search")
  .map((page) => [page.language, page.address]));
const english = search_pages.en;

// Waits for the answer to what stands in the form, and returns it.
async function results(tab) {
  await tab.waitForFunction(() => {
    const section = document.querySelector("[data-results]");
    return !section.hidden && section.querySelector("[role=status]").textContent && !section.ariaBusy;
  });
  return tab.evaluate(() => ({
    message: document.querySelector("[data-results] [role=status]").textContent,
    papers: [...document.querySelectorAll("[data-results] li")].map((line) => ({
      address: new URL(line.querySelector("a").href).pathname,
      title: line.querySelector("a").textContent,
      text: line.textContent,
      topics: line.querySelector(".facts-of").textContent,
      date: line.querySelector("time").dateTime,
      score: Number(line.querySelector(".total")?.lastChild.textContent ?? NaN),
      marks: [...line.querySelectorAll("mark")].map((mark) => mark.textContent),
    })),
  }));
}

// Types a query into the search page in a language.
const ask = (query, options = {}, address = english) => with_page(address, options, async (tab, seen) => {
  await tab.type("[data-search] [name=q]", query);
  await tab.waitForFunction((wanted) => (new URLSearchParams(location.search).get("q") ?? "") === wanted, {}, query.trim());
  const answer = await results(tab);
  expect_none(seen.complaints);
  return { ...answer, requests: seen.requests, search: new URL(tab.url()).search };
});
const open = (query, use, address = english) => with_page(`${address}?${new URLSearchParams(query)}`, {}, use);
const names = (answer) => answer.papers.map((paper) => paper.address.split("/").at(-2));

const kNora = "2605.03769";

function found_tests() {
  it("a Chinese and an English word find the same paper, on pages of both languages", async () => {
    for (const address of Object.values(search_pages)) {
      for (const query of ["残差流", "residual stream geometric arithmetic"]) {
        assert.equal(names(await ask(query, {}, address))[0], "2606.03645", `${query} on ${address}`);
      }
    }
  });

  it("ids, names and titles", async () => {
    for (const query of [kNora, `${kNora}v2`, "2605.0376", "jinghui yuan", "Nora orthogonal row", "NORA: Normalized"]) {
      assert.equal(names(await ask(query))[0], kNora, query);
    }
  });

  it("an address leads to the paper below the site's path", async () => {
    for (const [language, address] of Object.entries(search_pages)) {
      const { papers } = await ask(kNora, {}, address);
      assert.ok(papers[0].address.startsWith(address.replace(/search\/$/, "papers/")), language);
      assert.ok(file_at(papers[0].address));
    }
  });

  it("the beginning of the last word is enough, and words come in any case and number", async () => {
    const whole = names(await ask("optimizer"));
    assert.ok(whole.length > 0);
    assert.deepEqual(new Set(names(await ask("OPTIMIZERS "))), new Set(names(await ask("optimizer "))));
    assert.ok(names(await ask("optimiz")).length > 0);
  });

  it("quotes: words follow each other", async () => {
    const { papers, message } = await ask("\"language models\"");
    assert.ok(papers.length > 0 && papers.every((paper) => paper.marks.length > 0));
    const apart = await ask("language models ");
    assert.ok(Number(/\d+/.exec(message)) < Number(/\d+/.exec(apart.message)));
    assert.match((await ask("\"models world orthogonal\"")).message, /Nothing found/);
  });

  it("the text found is marked", async () => {
    const { papers } = await ask("残差流");
    assert.ok(papers.length > 0 && papers.every((paper) => paper.marks.includes("残差流")));
    const [first] = (await ask("orthogonal row")).papers;
    assert.deepEqual([...new Set(first.marks.map((mark) => mark.toLowerCase()))].sort().slice(0, 2), ["orthogonal", "row"]);
  });

  it("no paper with all the words: those with some are shown, and that is said", async () => {
    const { message, papers } = await ask("muon xyzzyplugh ");
    assert.match(message, /No paper has all/);
    assert.ok(papers.length > 0);
  });

  it("nothing found is said", async () => {
    const { message, papers } = await ask("xyzzyplugh");
    assert.match(message, /Nothing found/);
    assert.deepEqual(papers, []);
  });

  it("what a reader types is no HTML", async () => {
    const { message } = await ask("<img src=x onerror=alert(1)>");
    assert.notEqual(message, "");
  });
}

function filter_tests() {
  it("filters from the address: topic, score, dates, and all together", async () => {
    const topics = await open({ topic: "memory_systems" }, results);
    assert.ok(topics.papers.length > 0 && topics.papers.every((paper) => paper.topics.includes("Memory")));
    const best = await open({ score: "18" }, results);
    assert.ok(best.papers.length > 0 && best.papers.every((paper) => paper.score >= 18));
    const days = await open({ q: "model", from: "2026-05-06", to: "2026-05-07" }, results);
    assert.ok(days.papers.length > 0 && days.papers.every(({ date }) => date >= "2026-05-06" && date <= "2026-05-07"));
    const none = await open({ q: "model", from: "2031-01-01" }, results);
    assert.deepEqual(none.papers, []);
  });

  it("without words the newest papers come first", async () => {
    const { papers } = await open({ topic: "memory_systems" }, results);
    const dates = papers.map((paper) => paper.date);
    assert.deepEqual(dates, [...dates].sort().reverse());
  });

  it("a chosen filter stands in the address and survives a reload", () => with_page(english, {}, async (tab) => {
    await tab.click("[data-search] summary");
    await tab.waitForSelector("[name=source] [value=medRxiv]");
    await tab.select("[data-search] [name=source]", "medRxiv");
    await tab.waitForFunction(() => location.search === "?source=medRxiv");
    const few = await results(tab);
    assert.ok(few.papers.length > 0 && few.papers.every((paper) => paper.text.includes("medRxiv")));
    await tab.reload({ waitUntil: "load" });
    assert.deepEqual(await results(tab), few);
    assert.equal(await tab.$eval("[data-search] details", (box) => box.open), true);
    await tab.click("[data-search] [type=reset]");
    await tab.waitForFunction(() => location.search === "");
    assert.equal(await tab.$eval("[data-results]", (section) => section.hidden), true);
  }));

  it("taking the filters off leaves the words", () => open({ q: "model", score: "18" }, async (tab) => {
    await results(tab);
    await tab.click("[data-search] [type=reset]");
    await tab.waitForFunction(() => location.search === "?q=model");
  }));

  it("more results on demand, focus at the first of them", () => open({ q: "model" }, async (tab) => {
    assert.equal((await results(tab)).papers.length, 10);
    await tab.click("[data-more]");
    await tab.waitForFunction(() => document.querySelectorAll("[data-results] li").length > 10);
    await tab.waitForFunction(() => document.activeElement === document.querySelector("[data-results] li:nth-child(11) a"));
  }));
}

function page_tests() {
  it("the first page sends its words here; other pages have a link and the key /", async () => {
    await with_page(base, {}, async (tab) => {
      await tab.keyboard.press("/");
      await tab.keyboard.type(kNora);
      await Promise.all([tab.waitForNavigation(), tab.keyboard.press("Enter")]);
      assert.equal(new URL(tab.url()).pathname, english);
      assert.equal(names(await results(tab))[0], kNora);
    });
    const paper = pages.find((page) => page.kind === "paper" && page.language.startsWith("zh"));
    await with_page(paper.address, {}, async (tab) => {
      await Promise.all([tab.waitForNavigation(), tab.keyboard.press("/")]);
      assert.equal(new URL(tab.url()).pathname, search_pages["zh-Hans"]);
      assert.equal(await tab.evaluate(() => document.activeElement.name), "q");
    });
    for (const page of pages.filter((one) => one.kind === "topic")) assert.ok(page.html.includes(`href="${search_pages[page.language]}"`));
  });

  it("search engines know one page, whatever is asked, and only this page loads the script", () => {
    for (const page of pages) {
      assert.equal(page.html.includes("search."), page.kind === "search" || /search\.(?!\w+\.js")/.test(page.html), page.address);
      if (page.kind === "search") assert.match(page.html, /<link rel="canonical" href="[^"?]*\/search\/">/);
    }
  });

  it("without script: no form, and a list of where to look", () => with_page(english, { script: "off" }, async (tab) => {
    assert.equal(await tab.$eval("[data-search]", (form) => form.checkVisibility()), false);
    assert.ok(await tab.$$eval("[aria-labelledby=_browse] a", (all) => all.filter((link) => link.checkVisibility()).length) > 3);
  }));

  it("an index that is not there is said", () => with_page(english, {}, async (tab) => {
    await tab.setRequestInterception(true);
    const refuse = (request) => request.url().includes("/search/index.json") ? request.abort() : request.continue();
    tab.on("request", refuse);
    await tab.type("[data-search] [name=q]", "model");
    assert.match((await results(tab)).message, /could not be loaded/);
    tab.off("request", refuse);
    await tab.setRequestInterception(false);
  }));

  for (const screen of [phone, desktop]) {
    it(`axe finds nothing in results, ${screen.width} px`, () => with_page(`${english}?q=model&score=16`, { screen }, async (tab) => {
      await results(tab);
      for (const theme of ["light", "dark"]) expect_none(await findings(tab, theme));
      const [inner, outer] = await tab.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
      assert.ok(inner <= outer);
    }));
  }
}

// What names the files of a shard, as docs/search.md says.
function key_of(term) {
  let key = 2166136261n;
  for (const character of term) key = ((key ^ BigInt(character.codePointAt())) * 16777619n) % (1n << 32n);
  return key.toString(16);
}

function index_tests() {
  it("the script cuts texts as the build does", () => with_page(english, {}, async (tab) => {
    const golden = readFileSync(path.join(root_folder, "tests/golden/search/tokens.txtar"), "utf8");
    const part = (name) => new RegExp(`-- ${name} --\n([^]*?)(?=\n-- |$)`).exec(golden)[1].trim().split("\n");
    const cut = await tab.$eval("[data-search]", (form, texts) => texts.map((text) => {
      const tokens = form.cutTokens(text);
      return tokens.map((term, at) => at % 2 ? "" : `${term}@${tokens[at + 1]}`).filter(Boolean).join(" ");
    }), part("texts.txt"));
    assert.deepEqual(cut, part("expect.txt"));
  }));

  it("a first query loads little", async () => {
    for (const query of ["model", "残差流", "\"world model\""]) {
      const { requests } = await ask(query);
      const loaded = [...new Set(requests)].filter((url) => url.includes("/search") && url.endsWith("js") || url.endsWith(".json"));
      const bytes = loaded.reduce((sum, url) => sum + gzipSync(readFileSync(file_at(url.slice(origin.length)))).length, 0);
      assert.ok(bytes <= kFirstQueryCompressed, `${query}: ${bytes} bytes`);
    }
  });

  it("all files are named, and records have fewer files than there are papers", () => {
    const head = JSON.parse(readFileSync(path.join(site_folder, "search/index.json"), "utf8"));
    const search = path.join(site_folder, "search");
    const files = readdirSync(search, { recursive: true }).filter((file) => file.endsWith(".json"));
    const digests = (text) => text.match(/.{6}/g) ?? [];
    const named = ["index.json", `filters/0-${head.filters}.json`];
    for (const [number, digest] of digests(head.terms).entries()) {
      const key = key_of(head.first_terms[number]);
      const file = `terms/${key}-${digest}.json`;
      const { places } = JSON.parse(readFileSync(path.join(search, file), "utf8"));
      named.push(file, ...digests(places).map((one, at) => `places/${key}-${at}-${one}.json`));
    }
    for (let file = 0; file * head.records_in_file < head.papers; file += 1) {
      named.push(`records/${file}-${digests(head.records)[Math.floor(file / head.record_files_in_group)]}.json`);
    }
    assert.deepEqual(files.sort(), named.sort());
    assert.ok(files.filter((file) => file.startsWith("records/")).length < head.papers);
  });
}

export function tests() {
  found_tests();
  filter_tests();
  page_tests();
  index_tests();
}
