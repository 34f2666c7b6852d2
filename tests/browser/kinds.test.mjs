// Every kind of page is in the demo archive, and so is looked at by the other tests.
import assert from "node:assert/strict";
import { it } from "node:test";
import { biggest, few, pages, sample } from "./site.mjs";
import { kinds } from "./places.mjs";

export function tests() {
  for (const kind of kinds) {
    it(`has a page of the kind ${kind}`, () => {
      for (const list of [pages, sample, few, biggest]) assert.ok(list.some((page) => page.kind === kind));
    });
  }

  it("knows the kind of every page", () => {
    assert.deepEqual(pages.filter((page) => !kinds.includes(page.kind)).map((page) => page.address), []);
  });
}
