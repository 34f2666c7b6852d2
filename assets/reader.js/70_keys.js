// Dialogs and keys

function openDialog(kind, label, ...children) {
  const dialog = make('dialog', {className: kind, onclose: () => dialog.remove()}, ...children, button(() => dialog.close(), words.close));
  dialog.setAttribute('aria-label', label);
  document.body.append(dialog);
  dialog.showModal();
}
// The keys are told on the page of the reading list, so that other pages need not carry them.
async function help() {
  try {
    let section = find('[data-keys]');
    if (!section) {
      const answer = await fetch(bar.dataset.list);
      section = find('[data-keys]', new DOMParser().parseFromString(await answer.text(), 'text/html'));
    }
    section = document.importNode(section, true);
    section.removeAttribute('aria-labelledby');
    find('h2', section).removeAttribute('id');
    setUpKeys(section);
    openDialog('help', words.help, section);
  } catch {
    location.href = bar.dataset.list + '#_keys';
  }
}
function setUpKeys(section) {
  const box = find('[data-switch]', section);
  all('[hidden]', section).forEach(element => { element.hidden = false; });
  box.checked = read().keys;
  box.onchange = () => keep({keys: box.checked}) && say(box.checked ? words.keys_on : words.keys_off);
  find('[data-seen]', section).onclick = markSeen;
}

// The paper that keys are about: the focused one, else the first in view.
function places() {
  const papers = items().filter(item => item.getClientRects().length);
  const focused = papers.indexOf(document.activeElement.closest('[data-id]'));
  const inView = papers.findIndex(item => item.getBoundingClientRect().bottom > 80);
  return {papers, focused, current: papers[focused < 0 ? inView : focused], inView};
}
const step = by => () => {
  const {papers, focused, inView} = places();
  const next = papers[focused >= 0 ? focused + by : by > 0 ? Math.max(inView, 0) : inView - 1];
  if (!next) return;
  const title = titleOf(next);
  (title.matches('a') ? title : find('a[href]', title) || find('a[href], button', next)).focus({preventScroll: true});
  next.scrollIntoView({block: next.matches('li') ? 'nearest' : 'start', behavior: 'instant'});
};
const follow = rel => () => {
  const link = find(`a[rel=${rel}], link[rel=${rel}]`);
  if (link) location.href = link.href;
};
const keys = {
  __proto__: null,
  j: step(1), k: step(-1), n: follow('next'), p: follow('prev'), t: nextTheme, '?': help,
  o: () => {
    const {current} = places();
    const details = current ? all('details', current) : [];
    const open = details.some(one => !one.open);
    details.forEach(one => { one.open = open; });
  },
  s: () => {
    const {current} = places();
    const star = current && find('.save', current);
    if (star) star.click();
  },
  '/': () => {
    const box = find('[data-filters]');
    if (box) box.open = true;
    const field = find('[data-filters] [name=q], [role=search] [name=q]');
    if (field) field.focus();
    // The search page stands beside that of the reading list.
    else if (bar) location.href = new URL('../search/#_q', new URL(bar.dataset.list, location));
  },
};
function onKey(event) {
  const field = event.target.closest && event.target.closest('input, textarea, select, [contenteditable]');
  if (field && event.key === 'Escape' && !event.isComposing) field.blur();
  const run = keys[event.key];
  if (!run || field || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
  if (find('dialog[open]') || !read().keys) return;
  event.preventDefault();
  run();
}
