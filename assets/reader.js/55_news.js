// New since the last visit: dates of editions are compared, never a clock. What came after the edition that was the
// newest at the visit before stays new until it is opened.

const seenButton = tool('new', button(markSeen));
function markNew() {
  const dates = all('.card time, .line time, .dates time, .edition-page .head time').map(time => time.dateTime);
  const newest = dates.filter(isDate).sort().pop() || '';
  let {since, newest: known, opened} = read();
  // The first page ever seen may be an old one; only these tell what the newest edition is.
  const begins = known || find('.home-page, .series-page');
  if (newest > known && begins) [since, known, opened] = [known || newest, newest, []];
  const isNew = (time, url) => since && time.dateTime > since && !opened.includes(url);
  const lists = new Map();
  for (const item of all('.card, .line[data-id], .dates > li')) {
    const time = find('time[datetime]', item);
    const link = time && (time.closest('a') || find('a.title', item));
    if (!link || !isNew(time, link.pathname)) continue;
    item.prepend(make('span', {className: 'new'}, words.new + ' '));
    const list = item.closest('section') || find('main');
    lists.set(list, (lists.get(list) || 0) + 1);
  }
  const mark = (heading, text) => heading && heading.append(' ', make('span', {className: 'new-count'}, text));
  for (const [list, count] of lists) mark(find('h1, h2', list), fill(words.new_count, {count}));
  const time = find('.edition-page .head time');
  if (time && isNew(time, location.pathname)) {
    mark(time.parentElement, words.new);
    opened = [...opened, location.pathname];
  }
  if (known !== read().newest || opened !== read().opened) keep({since, newest: known, opened}, false);
  const count = all('.new').length;
  name(seenButton, fill(words.new_seen, {count, date: since})).textContent = count;
  seenButton.classList.toggle('some', count);
}
function markSeen() {
  keep({since: read().newest, opened: []});
  all('.new, .new-count').forEach(mark => mark.remove());
  if (document.activeElement === seenButton) themeButton.focus();
  seenButton.classList.remove('some');
  say(words.seen);
}
