// Runs the subjects named on the command line, or all: node main.mjs BUILD_FOLDER [SUBJECT…]
import { readdirSync } from "node:fs";
import path from "node:path";
import { after, before, describe } from "node:test";
import { pathToFileURL } from "node:url";
import { start, stop, tabs } from "./browser.mjs";
import { here } from "./places.mjs";

const kEnding = ".test.mjs";
const all = readdirSync(here).filter((name) => name.endsWith(kEnding)).map((name) => name.slice(0, -kEnding.length));
const named = process.argv.slice(3);
const unknown = named.filter((name) => !all.includes(name));
if (unknown.length > 0) {
  process.stderr.write(`no subject ${unknown.join(", ")}; there are ${all.sort().join(", ")}\n`);
  process.exit(2);
}

// Each exports tests(), which states its test cases.
const subjects = [];
for (const name of (named.length > 0 ? named : all).sort()) {
  subjects.push([name, await import(pathToFileURL(path.join(here, name + kEnding)))]);
}

describe("the demo archive in Chromium", () => {
  before(start);
  after(stop);
  for (const [name, subject] of subjects) {
    describe(name, { concurrency: tabs }, subject.tests);
  }
});
