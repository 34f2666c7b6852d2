// One Chromium for all tests, a server for the built site, and pages opened as a reader would have them.
import { readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import path from "node:path";
import { base, installed, site_folder } from "./places.mjs";

const puppeteer = installed("puppeteer-core");

// How many pages are open at a time.
export const tabs = 3;

export const phone = { width: 360, height: 740 };
export const desktop = { width: 1280, height: 900 };
// 1280 × 1024 at 400 %, the screen that WCAG 1.4.10 asks about.
export const zoomed = { width: 320, height: 256 };

const kTypes = {
  ".css": "text/css",
  ".html": "text/html",
  ".ico": "image/x-icon",
  ".js": "text/javascript",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".xml": "application/xml",
};

function is_file(file) {
  return statSync(file, { throwIfNoEntry: false })?.isFile() ?? false;
}

// The file that a web server shows at an address, or null.
export function file_at(address) {
  if (!address.startsWith(base)) return null;
  const below = decodeURIComponent(address.slice(base.length));
  const file = path.join(site_folder, below.endsWith("/") || below === "" ? `${below}index.html` : below);
  return file.startsWith(site_folder) && is_file(file) ? file : null;
}

const server = createServer((request, response) => {
  const found = file_at(request.url.split("?")[0]);
  const file = found ?? path.join(site_folder, "404.html");
  response.writeHead(found ? 200 : 404, {
    "content-type": `${kTypes[path.extname(file)] ?? "application/octet-stream"}; charset=utf-8`,
  });
  response.end(readFileSync(file));
});

let browser;
export let origin;

export async function start() {
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  origin = `http://127.0.0.1:${server.address().port}`;
  browser = await puppeteer.launch({
    executablePath: process.env.CHROMIUM,
    args: [
      // Chromium refuses to be run by root inside its sandbox. The pages are our own.
      ...(process.getuid() === 0 ? ["--no-sandbox"] : []),
      "--disable-dev-shm-usage",
      "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
      "--hide-scrollbars",
      "--disable-gpu",
    ],
    protocolTimeout: 120_000,
  });
}

export async function stop() {
  await browser?.close();
  server.close();
}

// What a page complained about and asked for, beginning with the next one that is opened.
function watch(tab) {
  let seen = { complaints: [], requests: [] };
  tab.on("console", (message) => {
    if (["error", "warn", "warning"].includes(message.type())) seen.complaints.push(message.text());
  });
  tab.on("pageerror", (error) => seen.complaints.push(String(error)));
  tab.on("request", (request) => seen.requests.push(request.url()));
  tab.on("requestfailed", (request) => seen.complaints.push(`${request.url()}: ${request.failure()?.errorText}`));
  return () => (seen = { complaints: [], requests: [] });
}

// Tabs that no test uses at the moment. A new tab is a new process, which takes longer than most tests.
const idle = [];

async function new_tab() {
  const context = await browser.createBrowserContext();
  const tab = await context.newPage();
  await tab.setCacheEnabled(false);
  const session = await tab.createCDPSession();
  await session.send("Emulation.setFocusEmulationEnabled", { enabled: true });
  return { tab, session, watch_anew: watch(tab) };
}

// Sets what the reader asks of the system in an open page.
//   media     screen or print
//   theme     light or dark
//   features  further media features, for example {"forced-colors": "active"}
export async function set_media(tab, { media = "screen", theme = "light", features = {} }) {
  const wanted = { "prefers-color-scheme": theme, ...features };
  await tab.reader_session.send("Emulation.setEmulatedMedia", {
    media,
    features: Object.entries(wanted).map(([name, value]) => ({ name, value })),
  });
}

// Opens an address with empty storage and calls use(tab, seen).
//   screen    size of the window in CSS pixels
//   script    on, off, or parsed_without: the page is read with script off, and then script is let on for our
//             tools, which need timers
// and what set_media() takes.
export async function with_page(address, options, use) {
  const { screen = desktop, script = "on" } = options;
  const place = idle.pop() ?? (await new_tab());
  const { tab, session, watch_anew } = place;
  tab.reader_session = session;
  await session.send("Storage.clearDataForOrigin", { origin, storageTypes: "all" });
  await tab.setViewport(screen);
  await tab.setJavaScriptEnabled(script === "on");
  await set_media(tab, options);
  const seen = watch_anew();
  await tab.goto(origin + address, { waitUntil: "load" });
  if (script === "parsed_without") await tab.setJavaScriptEnabled(true);
  const result = await use(tab, seen);
  // A tab in which a test failed may be in any state: it is not used again.
  idle.push(place);
  return result;
}
