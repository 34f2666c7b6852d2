// Pages load without a word in the console: no script error, nothing the page's policy refuses, nothing that
// fails to load. And they ask for little, and for nothing from elsewhere.
import assert from "node:assert/strict";
import { it } from "node:test";
import { desktop, origin, phone, with_page } from "./browser.mjs";
import { expect_none } from "./expect.mjs";
import { base } from "./places.mjs";
import { sample } from "./site.mjs";

const kMostRequests = 3;
// Its script is its own.
const kMostRequestsOfSearch = 4;

const kLooks = [
  { screen: phone, theme: "light", script: "on" },
  { screen: desktop, theme: "dark", script: "on" },
  { screen: desktop, script: "off" },
];

export function tests() {
  for (const { address, kind } of sample) {
    const most = kind === "search" ? kMostRequestsOfSearch : kMostRequests;
    it(address, async () => {
      for (const look of kLooks) {
        await with_page(address, look, async (tab, seen) => {
          expect_none(seen.complaints);
          expect_none(seen.requests.filter((url) => !url.startsWith(origin + base) && !url.startsWith("data:")));
          const asked = seen.requests.filter((url) => !url.startsWith("data:"));
          assert.ok(asked.length <= most, `asks for ${asked.length} files: ${asked.join(" ")}`);
        });
      }
    });
  }

  it("an address that leads nowhere shows the page of its kind", async () => {
    await with_page(`${base}no/such/page/`, {}, async (tab, seen) => {
      const found = await tab.$$eval("a[href], link[href]", (all) => all.map((element) => element.getAttribute("href")));
      expect_none(found.filter((href) => !/^(https?:|data:|\/|#)/.test(href)));
      expect_none(seen.complaints.filter((text) => !text.includes("404")));
    });
  });
}
