// Pictures of every kind of page for people to look at: open build/test/screenshots/index.html.
import assert from "node:assert/strict";
import { mkdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { it } from "node:test";
import { desktop, phone, with_page } from "./browser.mjs";
import { base, screenshot_folder } from "./places.mjs";
import { biggest } from "./site.mjs";

// What is below is more of the same.
const kHighest = 3200;
// A blank picture of this size is smaller, in bytes.
const kBlank = 6000;

const looks = [phone, desktop].flatMap((screen) => ["light", "dark"].map((theme) => ({ screen, theme })));

function picture_name(page, { screen, theme }) {
  const words = page.address.slice(base.length).replace(/\/$/, "").replace(/[^\w.-]+/g, "_") || "first";
  return `${page.kind}-${words}-${screen.width}-${theme}.png`;
}

async function take(page, look) {
  const file = path.join(screenshot_folder, picture_name(page, look));
  await with_page(page.address, look, async (tab) => {
    // A tab nobody looks at may leave out what is laid out only when it is seen.
    await tab.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync("* { content-visibility: visible !important; }");
      document.adoptedStyleSheets = [sheet];
    });
    const height = await tab.evaluate(() => document.documentElement.scrollHeight);
    const clip = { x: 0, y: 0, width: look.screen.width, height: Math.min(height, kHighest) };
    await tab.screenshot({ path: file, clip, captureBeyondViewport: true });
  });
  return file;
}

// A table: a row a page, a column a look.
function contact_sheet() {
  const rows = biggest.map((page) => {
    const cells = looks.map((look) => picture_name(page, look)).map((name) =>
      `<td><a href="${name}"><img src="${name}" alt="" loading="lazy"></a></td>`);
    return `<tr><th scope="row">${page.kind}<br>${page.address}</th>${cells.join("")}</tr>`;
  });
  const heads = looks.map(({ screen, theme }) => `<th scope="col">${screen.width} px, ${theme}</th>`);
  return `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>The demo archive</title>
<style>
  body { font: 14px system-ui; } td, th { vertical-align: top; padding: 4px; text-align: start; }
  img { inline-size: 300px; block-size: 480px; object-fit: cover; object-position: top; border: 1px solid #999; }
</style>
<table><tr><th></th>${heads.join("")}</tr>
${rows.join("\n")}
</table></html>
`;
}

export function tests() {
  rmSync(screenshot_folder, { recursive: true, force: true });
  mkdirSync(screenshot_folder, { recursive: true });
  writeFileSync(path.join(screenshot_folder, "index.html"), contact_sheet());
  for (const page of biggest) {
    it(page.address, async () => {
      for (const look of looks) {
        assert.ok(statSync(await take(page, look)).size > kBlank, "the picture shows something");
      }
    });
  }
}
