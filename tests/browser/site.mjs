// The pages of the built site, and which of them the tests look at.
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { base, site_folder, site_origin } from "./places.mjs";

// A page: its address on the server, its kind (the name of its layout), its language tag, its HTML.
function read_page(file) {
  const html = readFileSync(path.join(site_folder, file), "utf8");
  return {
    address: base + file.replace(/(^|\/)index\.html$/, "$1"),
    file: path.join(site_folder, file),
    kind: /<body[^>]* class="(?:[^"]* )?(\w+)-page[ "]/.exec(html)?.[1] ?? "",
    language: /<html[^>]* lang="([^"]*)"/.exec(html)?.[1] ?? "",
    html,
    bytes: Buffer.byteLength(html),
  };
}

function files_below(folder, prefix = "") {
  return readdirSync(path.join(folder, prefix), { withFileTypes: true }).flatMap((entry) => {
    const name = prefix + entry.name;
    return entry.isDirectory() ? files_below(folder, `${name}/`) : [name];
  });
}

export const files = files_below(site_folder).sort();
export const text_of = (file) => readFileSync(path.join(site_folder, file), "utf8");

// Every address of this site that stands anywhere in a value.
export function own_addresses(value) {
  if (typeof value === "string") return value.startsWith(`${site_origin}/`) ? [value] : [];
  return value && typeof value === "object" ? Object.values(value).flatMap(own_addresses) : [];
}

// What only leads on to another address is no page to read.
export const pages = files.filter((file) => file.endsWith(".html")).map(read_page)
  .filter((page) => !page.html.includes('<meta http-equiv="refresh"'));

// Groups pages by kind and language, each group from the smallest page to the biggest.
function groups(of) {
  const by_group = new Map();
  for (const page of of) {
    const name = `${page.kind} ${page.language}`;
    by_group.set(name, [...(by_group.get(name) ?? []), page]);
  }
  return [...by_group.values()].map((group) =>
    group.sort((a, b) => a.bytes - b.bytes || (a.address < b.address ? -1 : 1)));
}

// Editions differ most (grouped or flat, curated or not, quiet, failed): all of them are looked at.
// Of any other kind the smallest, the middle and the biggest page in each language.
export const sample = groups(pages).flatMap((group) =>
  group[0].kind === "edition"
    ? group
    : [...new Set([group[0], group[Math.floor(group.length / 2)], group[group.length - 1]])]);

// One page a kind and language, for what takes long: the one in the middle, which has some of everything.
export const few = groups(pages).map((group) => group[Math.floor(group.length / 2)]);

// The biggest page of each kind, in whichever language, for screenshots and for what breaks by mass.
export const biggest = groups(pages).map((group) => group[group.length - 1]);
