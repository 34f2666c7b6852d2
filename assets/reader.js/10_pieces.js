// What readers may use beside the text: theme, reading list, BibTeX, marks of what is new, filters, keys. Pages are
// whole without it. Nothing leaves the browser; what is kept stands under one key of localStorage.

// The build puts the phrases `script_…` of the page's language here.
const words = {};

// Pieces

const root = document.documentElement;
const base = root.dataset.site || '/';
const find = (selector, within = document) => within.querySelector(selector);
const all = (selector, within = document) => [...within.querySelectorAll(selector)];
const fill = (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
const fold = text => text.normalize('NFD').replace(/[\u0300-\u036f]/g, '').toLowerCase();
const tidy = text => text.replace(/\s+/g, ' ').trim();
const make = (tag, properties, ...children) => {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
};
const name = (element, label) => {
  element.title = label;
  element.setAttribute('aria-label', label);
  return element;
};
const tool = (kind, element, label) => {
  element.dataset.tool = kind;
  return label ? name(element, label) : element;
};
const button = (onclick, ...children) => make('button', {type: 'button', onclick}, ...children);

const status = make('p', {className: 'reader-status'});
status.setAttribute('role', 'status');
document.body.append(status);
let silence;
const say = text => {
  status.textContent = text;
  clearTimeout(silence);
  silence = setTimeout(() => { status.textContent = ''; }, 6000);
};
