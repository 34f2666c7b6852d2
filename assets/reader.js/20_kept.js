// What is kept: {theme, keys, since, newest, opened, saved}. The storage may hold anything; only what has the right
// form is taken from it.

const key = 'paperboy:1:' + base;
const kMostPapers = 2000;
let state = {};  // as last read or written; stays the truth where the storage refuses it
let raw;         // what it was read from
let refused = false;

const isDate = value => /^\d{4}-\d\d-\d\d$/.test(value);
const isHere = url => typeof url === 'string' && url.startsWith(base) && /^\/(?![/\\])[^\s\\]*$/.test(url);
const short = (value, most) => typeof value === 'string' ? value.slice(0, most) : '';
const texts = (value, most) => Array.isArray(value) ? value.map(text => short(text, 300)).filter(Boolean).slice(0, most) : [];

// A paper to keep, or null.
const paperFrom = from => from && /^[a-z]+:\S{1,200}$/.test(from.id) && short(from.title, 1) && isHere(from.url) ? {
  id: from.id, title: short(from.title, 1000), authors: texts(from.authors, 3000), others: from.others === true,
  url: from.url, tex: short(from.tex, 2000), year: short(from.year, 4), category: short(from.category, 40),
  doi: short(from.doi, 200), date: isDate(from.date) ? from.date : '1970-01-01',
} : null;
const distinct = papers => {
  const ids = new Set();
  return papers.map(paperFrom).filter(paper => paper && !ids.has(paper.id) && ids.add(paper.id)).slice(0, kMostPapers);
};

function read() {
  let text = null;
  try {
    text = localStorage.getItem(key);
  } catch {}
  if (refused || text === raw) return state;
  raw = text;
  let kept = null;
  try {
    kept = JSON.parse(text);
  } catch {}
  kept = Object(kept);
  return state = {
    theme: ['light', 'dark'].includes(kept.theme) ? kept.theme : '',
    keys: kept.keys !== false,
    since: isDate(kept.since) ? kept.since : '',
    newest: isDate(kept.newest) ? kept.newest : '',
    opened: texts(kept.opened, 500),
    saved: Array.isArray(kept.saved) ? distinct(kept.saved) : [],
  };
}
// Whether the change will last; `told` says so to the reader when it will not.
function keep(change, told = true) {
  state = {...read(), ...change};
  const text = JSON.stringify(state);
  try {
    localStorage.setItem(key, text);
    raw = text;
    refused = false;
  } catch {
    refused = true;
    if (told) say(words.not_kept);
  }
  return !refused;
}
