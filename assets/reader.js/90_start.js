// Everything at its place

const bar = find('.reader');
if (bar) {
  const list = make('a', {href: bar.dataset.list}, make('span', {className: 'name'}, words.list), make('span', {className: 'count'}));
  bar.append(...(fixedTheme ? [] : [themeButton]), tool('list', list), tool('help', button(help), words.help), seenButton);
  bar.setAttribute('role', 'group');
  bar.setAttribute('aria-label', words.tools);
  markNew();
  bar.hidden = false;
}
showTheme();
items().forEach(addPaperTools);
showSaved();
all('[data-filters]').forEach(offerFilters);
all('[data-reading-list]').forEach(setUpList);
all('[data-keys]').forEach(setUpKeys);
all('[data-contents]').forEach(followContents);
addEventListener('keydown', onKey);
addEventListener('storage', () => {
  showTheme();
  showSaved();
});
