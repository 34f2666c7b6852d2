// What a first query costs a reader, with Paperboy's search and with Pagefind's, in Chromium with an empty cache:
//   node search.mjs INSTALLED SITE TRACE PAGEFIND TOOK
// The server counts what a site on GitHub Pages would send: text is compressed, what is compressed already is not.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import path from "node:path";
import { gzipSync } from "node:zlib";

const [installed, site, trace, pagefind, took] = process.argv.slice(2);
const puppeteer = createRequire(path.resolve(installed, "package.json"))("puppeteer-core");

const kQueries = {
  en: [
    "attention heads", "quantization", "world models", "sparse autoencoders", "chain-of-thought", "diffusion",
    "memory consolidation", "tree search", "policy gradients", "optimal transport", "scaling laws",
    "theorem proving", "Wen Yu", "Larsen", "training", "low-rank kernel regimes", "benchmark datasets",
    "robust tool use", "federated curiosity", "edge of stability",
  ],
  zh: [
    "注意力头", "权重量化", "世界模型", "稀疏自编码器", "思维链", "扩散模型", "记忆巩固", "树搜索", "策略梯度",
    "最优传输", "缩放定律", "定理证明", "残差流", "相变", "训练", "智能体记忆", "训练 方法", "好奇心", "知识蒸馏",
    "缓存淘汰",
  ],
};
const kTags = { en: "en", zh: "zh-Hans" };  // as the pages of the site have them
const kShown = 10;  // results, as Paperboy's page shows them
const kTypes = { ".css": "text/css", ".html": "text/html", ".js": "text/javascript", ".json": "application/json" };

// Pagefind has no page of its own: the least one that searches and reads what it would show.
const pagefind_page = (language) => `<!doctype html><html lang="${kTags[language]}"><title>Pagefind</title><script type="module">
const pagefind = await import("/pagefind/pagefind.js");
const {results} = await pagefind.search(new URLSearchParams(location.search).get("q"));
await Promise.all(results.slice(0, ${kShown}).map((result) => result.data()));
document.body.dataset.found = results.length;
</script><body></body></html>`;

let sent = [];  // [path, bytes] since the page was opened

function answer(address) {
  const page = /^\/pagefind-(en|zh)\.html$/.exec(address);
  if (page) return Buffer.from(pagefind_page(page[1]));
  const file = address.startsWith("/pagefind/")
    ? path.join(pagefind, address.slice("/pagefind".length))
    : path.join(site, address.endsWith("/") ? `${address}index.html` : address);
  return statSync(file, { throwIfNoEntry: false })?.isFile() ? readFileSync(file) : null;
}

const server = createServer((request, response) => {
  const address = decodeURIComponent(request.url.split("?")[0]);
  const bytes = answer(address);
  const ending = address.endsWith("/") ? ".html" : path.extname(address);
  const body = bytes && kTypes[ending] ? gzipSync(bytes) : bytes;
  if (body) sent.push([address, body.length]);
  response.writeHead(body ? 200 : 404, {
    "content-type": kTypes[ending] ?? "application/octet-stream",
    ...(body !== bytes && { "content-encoding": "gzip" }),
  });
  response.end(body ?? "");
});

// Opens a page, waits until `found` gives a number of results, and says what search asked for.
async function ask(browser, address, is_of_search, found) {
  const context = await browser.createBrowserContext();
  const tab = await context.newPage();
  sent = [];
  await tab.goto(`http://127.0.0.1:${server.address().port}${address}`);
  const handle = await tab.waitForFunction(found, { timeout: 60_000, polling: 20 });
  const results = await handle.jsonValue();
  await context.close();
  const counted = sent.filter(([name]) => is_of_search(name));
  return { results: Number(results), requests: counted.length, bytes: counted.reduce((sum, [, bytes]) => sum + bytes, 0) };
}

const ask_paperboy = (browser, language, query) => ask(
  browser,
  `${language === "en" ? "" : `/${language}`}/search/?q=${encodeURIComponent(query)}`,
  (name) => /^\/search\/.*\.json$|^\/assets\/search[^/]*\.js$/.test(name),
  () => {
    const said = document.querySelector("[data-results] [role=status]")?.textContent;
    return said && String(document.querySelectorAll("[data-results] ol > li").length);
  },
);
const ask_pagefind = (browser, language, query) => ask(
  browser,
  `/pagefind-${language}.html?q=${encodeURIComponent(query)}`,
  (name) => name.startsWith("/pagefind/"),
  () => document.body.dataset.found,
);

function weigh(folder, is_part) {
  const sizes = readdirSync(folder, { recursive: true })
    .filter(is_part).map((name) => statSync(path.join(folder, name))).filter((found) => found.isFile());
  return { files: sizes.length, bytes: sizes.reduce((sum, { size }) => sum + size, 0) };
}

const { version } = JSON.parse(readFileSync(path.join(installed, "node_modules/pagefind/package.json"), "utf8"));
const mean = (list, key) => list.reduce((sum, one) => sum + one[key], 0) / list.length;

const events = JSON.parse(readFileSync(trace, "utf8")).traceEvents;
const span = events.find(({ name }) => name === "search");
const [pagefind_seconds] = readFileSync(took, "utf8").split(" ");

await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
const browser = await puppeteer.launch({
  executablePath: process.env.CHROMIUM,
  args: [
    // Chromium refuses to be run by root inside its sandbox. The pages are our own.
    ...(process.getuid() === 0 ? ["--no-sandbox"] : []),
    "--disable-dev-shm-usage",
    "--disable-gpu",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
  ],
});
const asked = { paperboy: [], pagefind: [] };
for (const [language, queries] of Object.entries(kQueries)) {
  for (const query of queries) {
    asked.paperboy.push(await ask_paperboy(browser, language, query));
    asked.pagefind.push(await ask_pagefind(browser, language, query));
  }
}
await browser.close();
server.close();

const own = weigh(path.join(site, "search"), (name) => name.endsWith(".json"));
const other = weigh(pagefind, (name) => /\.pf_|pagefind-entry|^wasm|^pagefind\.js|worker\.js/.test(name));
const kilobytes = (bytes) => `${(bytes / 1e3).toFixed(0)} kB`;
const found = (list) => `${list.filter(({ results }) => results > 0).length} of ${list.length}`;
const rows = [
  ["Search", "Paperboy", `Pagefind ${version}`],
  ["---", "--:", "--:"],
  ["Making the index, seconds", span ? (span.dur / 1e6).toFixed(2) : "", Number(pagefind_seconds).toFixed(2)],
  ["Index, files", own.files, other.files],
  ["Index, bytes", `${(own.bytes / 1e6).toFixed(1)} MB`, `${(other.bytes / 1e6).toFixed(1)} MB`],
  ["A first query, requests", mean(asked.paperboy, "requests").toFixed(1), mean(asked.pagefind, "requests").toFixed(1)],
  ["A first query, bytes sent", kilobytes(mean(asked.paperboy, "bytes")), kilobytes(mean(asked.pagefind, "bytes"))],
  ["Queries that found something", found(asked.paperboy), found(asked.pagefind)],
];
console.log(`\n${rows.map((row) => `| ${row.join(" | ")} |`).join("\n")}`);
