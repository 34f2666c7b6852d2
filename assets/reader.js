// What readers may use beside the text: theme, reading list, BibTeX, marks of what is new, filters, keys. Pages are
// whole without it. Nothing leaves the browser; what is kept stands under one key of localStorage.
(() => {
  'use strict';

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

  // Theme

  const themeButton = tool('theme', button(nextTheme));
  // The site may have one theme only: site.yaml, `look`.
  const fixedTheme = Boolean(find('.reader[data-fixed-theme]'));
  function showTheme() {
    if (fixedTheme) return;
    const {theme} = read();
    if (theme) root.dataset.theme = theme;
    else delete root.dataset.theme;
    const meta = find('meta[name=color-scheme]');
    if (meta) meta.content = theme || 'light dark';
    return name(themeButton, words['theme_' + (theme || 'system')]).title;
  }
  function nextTheme() {
    if (fixedTheme) return;
    const kept = keep({theme: {'': 'light', light: 'dark', dark: ''}[read().theme]});
    const label = showTheme();
    if (kept) say(label);
  }

  // A paper as the page shows it

  const items = () => all('[data-id]');
  const titleOf = item => find('h1, h2, h3, .title', item);
  const isWholePage = item => item.matches('.paper-page main > *');

  // The text of an element, `plain` applied to its words and `math` to its formulas.
  function textOf(element, plain, math) {
    return [...element.childNodes].map(node => {
      if (node.nodeType === Node.TEXT_NODE) return plain(node.data);
      if (node.localName === 'math') return math(node);
      return node.nodeType !== Node.ELEMENT_NODE || node.matches('.number, button') ? '' : textOf(node, plain, math);
    }).join('');
  }
  const formula = (node, part) => (find(part, node) || node).textContent;
  const plainTitle = item => tidy(textOf(titleOf(item), String, node => formula(node, 'semantics > :not(annotation)')));

  function authorsOf(item) {
    if (isWholePage(item)) {
      const authors = all('meta[name=citation_author]').map(meta => meta.content);
      const kMostMetas = 100;  // the page gives no more
      return {authors, others: authors.length >= kMostMetas || !!find('.others', item)};
    }
    const element = find('[data-authors]', item);
    if (!element) return {authors: [], others: false};
    const copy = element.cloneNode(true);
    all('b, .others, .affiliation', copy).forEach(part => part.remove());
    return {authors: tidy(copy.textContent).split(/\s*,\s*/).filter(Boolean), others: !!find('.others', element)};
  }

  function paperOf(item) {
    const {id, category} = item.dataset;
    const isPaperPage = a => a.origin === location.origin && isHere(a.pathname) && /^([a-z-]+\/)?papers\/./i.test(a.pathname.slice(base.length));
    const page = isWholePage(item) ? location : all('a', item).find(isPaperPage);
    const time = find('time[datetime]', item);
    const arxiv = /^arxiv:(?:\D+\/)?(\d\d)\d\d/.exec(id);
    return paperFrom({
      id, category, ...authorsOf(item), title: plainTitle(item),
      tex: tidy(textOf(titleOf(item), escapeTex, node => `$${formula(node, 'annotation')}$`)),
      url: page ? page.pathname : base,
      year: arxiv ? (arxiv[1] > 90 ? '19' : '20') + arxiv[1] : time ? time.dateTime.slice(0, 4) : '',
      doi: id.startsWith('doi:') ? id.slice(4) : '',
      date: new Date().toISOString().slice(0, 10),
    });
  }

  // BibTeX

  // Braces by their names: others would need a partner.
  const texSigns = {'\\': 'backslash', '~': 'asciitilde', '^': 'asciicircum', '{': 'braceleft', '}': 'braceright'};
  function escapeTex(text) {
    return text.replace(/[\\{}$&#%_~^]/g, sign => texSigns[sign] ? `\\text${texSigns[sign]}{}` : '\\' + sign);
  }
  const ascii = text => fold(text).replace(/[^a-z0-9]/g, '');

  // "yuan-2605.03769", as in the files of the site: made of what never changes.
  function citationKey({id, authors}) {
    const family = ascii((authors[0] || '').split(' ').pop());
    return `${family || 'paper'}-${id.replace(/^[a-z]+:/, '').replace(/[^\w.]+/g, '-')}`;
  }
  // Braces without a partner would swallow the entries that follow.
  function isBalanced(tex) {
    let depth = 0;
    for (const brace of tex.match(/[{}]/g) || []) {
      depth += brace === '{' ? 1 : -1;
      if (depth < 0) return false;
    }
    return depth === 0;
  }
  const verbatim = text => text.replace(/[{}\\\s]/g, encodeURIComponent);
  function bibtex(paper) {
    const arxiv = paper.id.startsWith('arxiv:') && paper.id.slice(6);
    const link = arxiv ? 'https://arxiv.org/abs/' + arxiv : paper.doi ? 'https://doi.org/' + paper.doi : location.origin + paper.url;
    const fields = {
      title: `{${paper.tex && isBalanced(paper.tex) ? paper.tex : escapeTex(paper.title)}}`,
      author: [...paper.authors.map(escapeTex), ...paper.others ? ['others'] : []].join(' and '),
      year: escapeTex(paper.year),
      eprint: arxiv, archivePrefix: arxiv && 'arXiv', eprinttype: arxiv && 'arXiv', primaryClass: arxiv && escapeTex(paper.category),
      doi: verbatim(arxiv ? '10.48550/arXiv.' + arxiv : paper.doi), url: verbatim(link),
    };
    const lines = Object.keys(fields).filter(field => fields[field]).map(field => `  ${field} = {${fields[field]}}`);
    return `@misc{${citationKey(paper)},\n${lines.join(',\n')}\n}\n`;
  }
  async function copyBibtex(item) {
    const block = find('.cite pre', item);
    const text = block ? block.textContent : bibtex(paperOf(item));
    try {
      await navigator.clipboard.writeText(text);
      say(words.copied);
    } catch {
      const area = name(make('textarea', {value: text, readOnly: true, rows: 11}), words.copy_yourself);
      openDialog('cite', words.copy_yourself, area);
      area.select();
    }
  }

  // Reading list

  function toggleSaved(paper) {
    const {saved} = read();
    const rest = saved.filter(other => other.id !== paper.id);
    const adds = rest.length === saved.length;
    if (keep({saved: adds ? [paper, ...rest] : rest})) say(adds ? words.saved : words.removed);
    showSaved();
    return adds;
  }
  function showSaved() {
    const ids = new Set(read().saved.map(paper => paper.id));
    for (const star of all('.save')) star.setAttribute('aria-pressed', ids.has(star.closest('[data-id]').dataset.id));
    const count = find('[data-tool=list] .count');
    if (count) count.textContent = ids.size || '';
  }
  function addPaperTools(item) {
    const star = name(button(() => toggleSaved(paperOf(item))), fill(words.save, {title: plainTitle(item)}));
    star.className = 'save';
    titleOf(item).after(star);
    const cite = find('[data-cite]', item);
    if (cite) Object.assign(cite, {hidden: false, onclick: () => copyBibtex(item)});
  }

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

  // Filters: their state is the query of the address. Papers are looked through when it asks for that, or when the form
  // is opened for the first time.

  const filterFields = ['topic', 'score', 'source', 'author', 'q'];
  function offerFilters(box) {
    const query = new URLSearchParams(location.search);
    box.open = filterFields.some(field => query.get(field));
    if (box.open) setUpFilters(box, query);
    else box.addEventListener('toggle', () => setUpFilters(box, query), {once: true});
    box.hidden = false;
  }
  function setUpFilters(box, query) {
    const form = find('form', box);
    const fields = filterFields.map(field => form.elements[field]);
    const line = find('[role=status]', box);
    const papers = items().map(item => {
      const {topic = '', score = '', source = 'arXiv', category} = item.dataset;
      return {
        item, topics: topic.split(' '), score: score === '' ? -Infinity : +score, text: '',
        sources: category ? [source, `${source}/${category}`] : [source], names: fold(authorsOf(item).authors.join(', ')),
      };
    });
    const apply = () => {
      const [topic, score, source, author, sought] = fields.map(field => field.value.trim());
      const parts = fold(sought).split(' ');
      const shown = papers.filter(paper => {
        if (sought && !paper.text) paper.text = fold(paper.item.textContent);
        const fits = (!topic || paper.topics.includes(topic)) && (!score || paper.score >= score) &&
          (!source || paper.sources.includes(source)) && paper.names.includes(fold(author)) &&
          parts.every(part => paper.text.includes(part));
        paper.item.hidden = !fits;
        return fits;
      }).length;
      hideEmptyParts();
      const text = shown ? fill(line.dataset.some, {shown, all: papers.length}) : line.dataset.none;
      if (line.textContent !== text) line.textContent = text;
    };
    let later;
    const change = () => {
      apply();
      clearTimeout(later);
      later = setTimeout(() => {
        const address = new URL(location);
        for (const {name: field, value} of fields) {
          if (value.trim()) address.searchParams.set(field, value.trim());
          else address.searchParams.delete(field);
        }
        history.replaceState(history.state, '', address);
      }, 200);
    };
    // A link to a paper that is filtered away shows it.
    const follow = () => {
      const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
      if (!target || !target.closest('main [hidden]')) return;
      form.reset();
      setTimeout(() => target.scrollIntoView());
    };
    fillFilterOptions(form.elements, papers);
    // What was typed while the box opened stays.
    for (const field of fields) if (query.has(field.name)) field.value = query.get(field.name);
    form.oninput = change;
    form.onreset = () => setTimeout(change);
    form.onsubmit = () => false;
    addEventListener('hashchange', follow);
    apply();
    follow();
  }

  // What occurs on the page, with counts; a choice of one is none.
  function fillFilterOptions({topic, score, source, author}, papers) {
    const offer = (select, values, fits) => {
      for (const [value, label] of values) select.append(new Option(label, value));
      for (const option of [...select.options].slice(1)) {
        const count = papers.filter(paper => fits(paper, option.value)).length;
        if (count) option.append(` (${count})`);
        else option.remove();
      }
      select.closest('label').hidden = select.options.length < 3;
    };
    const scores = [...new Set(papers.map(paper => Math.floor(paper.score)))].filter(Number.isFinite).sort((a, b) => b - a);
    const sources = [...new Set(papers.flatMap(paper => paper.sources))].sort();
    offer(topic, [], (paper, value) => paper.topics.includes(value));
    offer(score, scores.slice(0, 12).map(least => [least, least]), (paper, value) => paper.score >= value);
    offer(source, sources.map(value => [value, value.replace('/', ' ')]), (paper, value) => paper.sources.includes(value));
    author.closest('label').hidden = papers.every(paper => !paper.names);
  }

  // Sections and lines of contents whose papers are all filtered away
  function hideEmptyParts() {
    for (const section of new Set(items().map(item => item.closest('main section')))) {
      if (section) section.hidden = !find('[data-id]:not([hidden])', section);
    }
    for (const line of all('[data-contents] li, .contents li, .headlines li')) {
      const link = find('a[href^="#"]', line);
      const target = link && document.getElementById(link.hash.slice(1));
      line.hidden = !!target && !!target.closest('[hidden]');
    }
    for (const list of all('.contents ol')) {
      list.hidden = !find('li:not([hidden])', list);
      const heading = list.previousElementSibling;
      if (heading && heading.matches('h3')) heading.hidden = list.hidden;
    }
  }

  // The contents at hand: the part that is being read

  function followContents(contents) {
    const rail = contents.closest('.rail') || contents;
    const links = new Map(all('a[href^="#"]', contents).map(link => [document.getElementById(link.hash.slice(1)), link]));
    const observer = new IntersectionObserver(seen => {
      const {target} = seen.find(entry => entry.isIntersecting) || {};
      if (!target) return;
      all('[aria-current]', contents).forEach(link => link.removeAttribute('aria-current'));
      links.get(target).setAttribute('aria-current', 'true');
      rail.scrollTop = links.get(target).offsetTop - rail.clientHeight / 3;
    }, {rootMargin: '0px 0px -80% 0px'});
    for (const target of links.keys()) if (target) observer.observe(target);
  }

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
})();
