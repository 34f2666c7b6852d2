// The page of the reading list

function setUpList(section) {
  const pattern = find('template', section).content.firstElementChild;
  const row = paper => {
    const line = pattern.cloneNode(true);
    const time = find('time', line);
    const remove = find('[data-remove]', line);
    const label = remove.textContent;
    const show = saved => {
      line.classList.toggle('gone', !saved);
      remove.textContent = saved ? label : remove.dataset.undo;
      name(remove, `${remove.textContent}: ${paper.title}`);
    };
    Object.assign(find('.title', line), {textContent: paper.title, href: paper.url});
    find('.by', line).textContent = paper.authors.slice(0, 8).join(', ') + (paper.others || paper.authors.length > 8 ? ' …' : '');
    time.dateTime = time.textContent = paper.date;
    remove.onclick = () => show(toggleSaved(paper));
    show(true);
    return line;
  };
  const show = () => {
    const {saved} = read();
    find('ul', section).replaceChildren(...saved.map(row));
    find('[data-empty]', section).hidden = saved.length > 0;
    for (const one of all('[data-export]', section)) one.disabled = !saved.length;
  };
  for (const one of all('[data-export]', section)) {
    const kind = one.dataset.export;
    one.onclick = () => download('reading-list.' + kind, exports[kind](read().saved));
  }
  find('[type=file]', section).onchange = async ({target}) => {
    if (target.files[0]) await addFrom(target.files[0]);
    target.value = '';
    show();
    showSaved();
  };
  addEventListener('storage', show);
  show();
  section.hidden = false;
}

const exports = {
  bib: papers => papers.map(bibtex).join('\n'),
  json: papers => JSON.stringify({paperboy: 1, site: location.origin + base, saved: papers}, null, 2) + '\n',
  md: papers => papers.map(({title, url, authors, others}) =>
    `- [${title.replace(/[\\`*_[\]<>$]/g, '\\$&')}](${location.origin}${url})` +
    [...authors, ...others ? ['…'] : []].map(author => ', ' + author).join('') + '\n').join(''),
};
function download(file, text) {
  const href = URL.createObjectURL(new Blob([text], {type: 'text/plain'}));
  make('a', {href, download: file}).click();
  setTimeout(() => URL.revokeObjectURL(href), 10000);
}
// Takes the papers of this site from a file that anyone may have written.
async function addFrom(file) {
  const kMostBytes = 8 << 20;
  let given = null;
  try {
    given = file.size <= kMostBytes && JSON.parse(await file.text()).saved;
  } catch {}
  if (!Array.isArray(given)) return say(words.not_imported);
  const {saved} = read();
  const merged = distinct([...saved, ...given]).sort((a, b) => a.date < b.date ? 1 : a.date > b.date ? -1 : 0);
  const count = merged.length - saved.length;
  if (keep({saved: merged})) say(fill(words.imported, {count, others: given.length - count}));
}
