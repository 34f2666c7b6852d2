// axe finds nothing: WCAG 2.2 AA and best practice, at both widths, in both themes, with and without script.
import { readFileSync } from "node:fs";
import { it } from "node:test";
import { desktop, phone, set_media, with_page } from "./browser.mjs";
import { expect_none } from "./expect.mjs";
import { installed } from "./places.mjs";
import { few, sample } from "./site.mjs";

const kTags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const axe = readFileSync(installed.resolve("axe-core/axe.min.js"), "utf8");

// What axe finds on the page as it stands. axe is evaluated by the debugger, which the policy of the page does
// not bind.
export async function findings(tab, theme) {
  await set_media(tab, { theme });
  if (await tab.evaluate("!window.axe")) await tab.evaluate(axe);
  const found = await tab.evaluate(async (tags) => {
    const { violations } = await window.axe.run({ runOnly: tags, resultTypes: ["violations"] });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${node.target.join(" ")}: ${node.failureSummary.replace(/\s+/g, " ")}`));
  }, kTags);
  return found.map((finding) => `${tab.viewport().width} px, ${theme}: ${finding}`);
}

const kAllLooks = [phone, desktop].flatMap((screen) => ["light", "dark"].map((theme) => [screen, theme]));
const kTwoLooks = [[phone, "light"], [desktop, "dark"]];

async function expect_no_findings(address, script, looks) {
  await with_page(address, { screen: phone, script }, async (tab) => {
    const found = [];
    for (const [screen, theme] of looks) {
      await tab.setViewport(screen);
      found.push(...(await findings(tab, theme)));
    }
    expect_none(found);
  });
}

export function tests() {
  for (const page of sample) {
    const looks = few.includes(page) ? kAllLooks : kTwoLooks;
    it(page.address, () => expect_no_findings(page.address, "on", looks));
  }
  for (const { address } of few) {
    it(`${address} without script`, () => expect_no_findings(address, "parsed_without", kTwoLooks));
  }
}
