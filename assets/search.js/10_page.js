// The search page. The build wrote an index in small files; a query loads the few that hold its words. How they are
// laid out: generator/docs/search.md. Nothing leaves the browser but requests for these files.

const form = document.querySelector('[data-search]');
const section = document.querySelector('[data-results]');
const find = (selector, within = section) => within.querySelector(selector);
const fill = (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
const base = document.documentElement.dataset.site || '/';
const kVersion = 3;
const kResults = 10;  // shown at a time
const kMostShards = 6;  // that the beginning of a word is looked up in
