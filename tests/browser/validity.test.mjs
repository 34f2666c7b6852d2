// The Nu Html Checker has nothing to say about any page.
import { it } from "node:test";
import { expect_none } from "./expect.mjs";
import { site_folder } from "./places.mjs";
import { invalid } from "./validator.mjs";

export function tests() {
  it("every page is valid HTML", async () => expect_none(await invalid(site_folder)));
}
