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
  const on = (target, event, run) => target && target.addEventListener(event, run);
  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
  const make = (tag, properties = {}, ...children) => {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...children);
    return element;
  };
  const fold = text => text.normalize('NFD').replace(/[\u0300-\u036f]/g, '').toLowerCase();
  const button = (tool, label, run) => {
    const made = make('button', {type: 'button', title: label, onclick: run});
    made.dataset.tool = tool;
    made.setAttribute('aria-label', label);
    return made;
  };

  const status = make('p', {className: 'reader-status'});
  status.setAttribute('role', 'status');
  document.body.append(status);
  let quiet;
  const say = text => {
    status.textContent = text;
    clearTimeout(quiet);
    quiet = setTimeout(() => { status.textContent = ''; }, 6000);
  };

  // What is kept. Whatever stands in the storage, only what has the right form is taken from it.

  const key = 'paperboy:1:' + base;
  const kMostPapers = 5000;
  let unkept = null;  // the state when the storage refuses it: lasts as long as the page

  const isDate = value => /^\d{4}-\d\d-\d\d$/.test(value);
  const short = (value, most) => typeof value === 'string' ? value.slice(0, most) : '';
  const texts = (value, most) => Array.isArray(value) ? value.slice(0, most).map(text => short(text, 300)).filter(Boolean) : [];
  const isHere = url => typeof url === 'string' && url.startsWith(base) && /^\/(?![\/\\])[^\s\\]*$/.test(url);

  // A paper to keep, or null.
  const paperFrom = from => {
    if (!from || !/^[a-z]+:\S{1,200}$/.test(from.id) || !short(from.title, 1) || !isHere(from.url)) return null;
    return {
      id: from.id, title: short(from.title, 1000), authors: texts(from.authors, 3000), others: from.others === true,
      url: from.url, tex: short(from.tex, 2000), year: short(from.year, 4), category: short(from.category, 40),
      doi: short(from.doi, 200), date: isDate(from.date) ? from.date : '1970-01-01',
    };
  };
  const distinct = papers => {
    const ids = new Set();
    return papers.map(paperFrom).filter(paper => paper && !ids.has(paper.id) && ids.add(paper.id)).slice(0, kMostPapers);
  };

  function read() {
    let kept = unkept;
    try {
      kept = kept || JSON.parse(localStorage.getItem(key));
    } catch {}
    kept = Object(kept);
    return {
      theme: ['light', 'dark'].includes(kept.theme) ? kept.theme : '',
      keys: kept.keys !== false,
      since: isDate(kept.since) ? kept.since : '',
      newest: isDate(kept.newest) ? kept.newest : '',
      opened: texts(kept.opened, 500),
      saved: distinct(Array.isArray(kept.saved) ? kept.saved : []),
    };
  }

  // Changes what is kept; says when it cannot be.
  function keep(change, refused = () => say(words.not_kept)) {
    const state = Object.assign(read(), change);
    try {
      localStorage.setItem(key, JSON.stringify(state));
      unkept = null;
      return true;
    } catch {
      unkept = state;
      refused();
      return false;
    }
  }

  // Theme

  const themes = ['', 'light', 'dark'];
  function showTheme() {
    const {theme} = read();
    if (theme) root.dataset.theme = theme;
    else delete root.dataset.theme;
    const meta = find('meta[name=color-scheme]');
    if (meta) meta.content = theme || 'light dark';
    themeButton.title = words['theme_' + (theme || 'system')];
    themeButton.setAttribute('aria-label', themeButton.title);
  }
  function nextTheme() {
    const theme = themes[(themes.indexOf(read().theme) + 1) % themes.length];
    if (keep({theme})) say(words['theme_' + (theme || 'system')]);
    showTheme();
  }
  const themeButton = button('theme', '', nextTheme);

  // A paper as the page shows it

  const items = () => all('[data-id]');
  const shownItems = () => items().filter(item => item.getClientRects().length);
  const titleOf = item => find('h1, h2, h3, .title', item);

  // The text of an element; `math` says what becomes of the TeX of a formula.
  function textOf(element, plain, math) {
    let text = '';
    for (const node of element.childNodes) {
      if (node.nodeType === Node.TEXT_NODE) text += plain(node.data);
      else if (node.localName === 'math') text += math(node);
      else if (node.nodeType === Node.ELEMENT_NODE && !node.matches('.number, .new, .visually-hidden, button')) text += textOf(node, plain, math);
    }
    return text;
  }
  const formula = (node, name) => (find(name, node) || node).textContent;
  const tidy = text => text.replace(/\s+/g, ' ').trim();

  function authorsOf(item) {
    const metas = all('meta[name=citation_author]').map(meta => meta.content);
    const element = find('[data-authors]', item);
    if (metas.length && item.matches('.paper-page main > *')) return {authors: metas, others: !!(element && find('.others', element))};
    if (!element) return {authors: [], others: false};
    const copy = element.cloneNode(true);
    const others = !!find('.others', copy);
    all('b, .others, .affiliation', copy).forEach(part => part.remove());
    return {authors: tidy(copy.textContent).split(/\s*,\s*/).filter(Boolean), others};
  }

  function paperOf(item) {
    const {id, category} = item.dataset;
    const title = titleOf(item);
    const link = all('a', item).find(a => a.origin === location.origin && isHere(a.pathname) && /^([a-z-]+\/)?papers\/./i.test(a.pathname.slice(base.length)));
    const page = item.matches('.paper-page main > *') ? location : link;
    const time = find('time[datetime]', item);
    const arxiv = /^arxiv:(?:[a-z.-]+\/)?(\d\d)\d\d/i.exec(id);
    return paperFrom({
      id, category, ...authorsOf(item),
      title: tidy(textOf(title, String, node => formula(node, 'semantics > :not(annotation)'))),
      tex: tidy(textOf(title, escapeTex, node => `$${formula(node, 'annotation')}$`)),
      url: page ? page.pathname : base,
      year: arxiv ? (arxiv[1] > '90' ? '19' : '20') + arxiv[1] : (time ? time.dateTime : '').slice(0, 4),
      doi: id.startsWith('doi:') ? id.slice(4) : '',
      date: new Date().toISOString().slice(0, 10),
    });
  }

  // BibTeX

  const texCharacters = {'\\': '\\textbackslash{}', '~': '\\textasciitilde{}', '^': '\\textasciicircum{}'};
  function escapeTex(text) {
    return text.replace(/[\\{}$&#%_~^]/g, sign => texCharacters[sign] || '\\' + sign);
  }
  const ascii = text => fold(text).replace(/[^a-z0-9]/g, '');

  // "yuan2026nora", made of what never changes; papers without Latin names have their id.
  function citeKey(paper) {
    const name = ascii((paper.authors[0] || '').split(' ').pop());
    const word = ascii(paper.title.split(/[\s:–—-]+/).find(part => ascii(part).length > 3) || '');
    return name && word ? name + paper.year + word : paper.id.replace(/[^A-Za-z0-9]+/g, '-');
  }
  // Braces that do not match would swallow the entries that follow.
  function isBalanced(text) {
    let depth = 0;
    for (const sign of text.replace(/\\./g, '')) {
      depth += sign === '{' ? 1 : sign === '}' ? -1 : 0;
      if (depth < 0) return false;
    }
    return depth === 0;
  }
  function bibtex(paper, citationKey = citeKey(paper)) {
    const arxiv = paper.id.startsWith('arxiv:') ? paper.id.slice(6) : '';
    const names = paper.authors.map(escapeTex).concat(paper.others ? ['others'] : []);
    const link = arxiv ? 'https://arxiv.org/abs/' + arxiv : paper.doi ? 'https://doi.org/' + paper.doi : location.origin + paper.url;
    const title = paper.tex && isBalanced(paper.tex) ? paper.tex : escapeTex(paper.title);
    const fields = [
      ['title', `{${title}}`], ['author', names.join(' and ')], ['year', escapeTex(paper.year)],
      ['eprint', arxiv], ['archivePrefix', arxiv && 'arXiv'], ['primaryClass', arxiv && escapeTex(paper.category)],
      ['doi', escapeTex(paper.doi)], ['url', link.replace(/[{}\\%\s]/g, encodeURIComponent)],
    ];
    const lines = fields.filter(([, value]) => value).map(([name, value]) => `  ${name} = {${value}}`);
    return `@misc{${citationKey},\n${lines.join(',\n')}\n}\n`;
  }

  async function copyBibtex(item) {
    const text = bibtex(paperOf(item));
    try {
      await navigator.clipboard.writeText(text);
      say(words.copied);
    } catch {
      const area = make('textarea', {value: text, readOnly: true, rows: 10});
      area.setAttribute('aria-label', words.copy_yourself);
      openDialog('cite', words.copy_yourself, area);
      area.select();
    }
  }

  // Reading list

  function toggleSaved(paper) {
    const {saved} = read();
    const rest = saved.filter(other => other.id !== paper.id);
    const removes = rest.length < saved.length;
    const kept = keep({saved: removes ? rest : [paper, ...rest]});
    if (kept) say(removes ? words.removed : words.saved);
    showSaved();
    return !removes;
  }
  function showSaved() {
    const ids = new Set(read().saved.map(paper => paper.id));
    for (const item of items()) {
      const star = find('.save', item);
      if (star) star.setAttribute('aria-pressed', ids.has(item.dataset.id));
    }
    const count = find('[data-tool=list] .count');
    if (count) count.textContent = ids.size || '';
  }
  function addPaperTools() {
    for (const item of items()) {
      const paper = paperOf(item);
      const star = button('save', fill(words.save, paper), () => toggleSaved(paperOf(item)));
      star.className = 'save';
      titleOf(item).after(star);
      const cite = find('[data-cite]', item);
      if (cite) Object.assign(cite, {hidden: false, onclick: () => copyBibtex(item)});
    }
  }

  // New since the last visit. Dates of editions are compared, never a clock: what came after the newest edition of
  // the visit before is new until it is opened.

  function markNew(newest) {
    let {since, newest: known, opened} = read();
    if (!isDate(newest)) return;
    if (newest > known) {
      since = known || newest;
      known = newest;
      opened = [];
    }
    const time = find('.edition-page .head time');
    const isNew = (date, url) => date > since && !opened.includes(url);
    const lists = new Map();
    for (const item of all('.card, .line, .dates > li')) {
      const date = find('time[datetime]', item);
      const link = date && (date.closest('a') || find('a.title', item));
      if (!link || !isNew(date.dateTime, link.pathname)) continue;
      item.classList.add('is-new');
      item.prepend(make('span', {className: 'new'}, words.new + ' '));
      const list = item.closest('section') || find('main');
      lists.set(list, (lists.get(list) || 0) + 1);
    }
    for (const [list, count] of lists) {
      const heading = find('h2, h1', list);
      if (heading) heading.append(' ', make('span', {className: 'new-count'}, fill(words.new_count, {count})));
    }
    if (time && isNew(time.dateTime, location.pathname)) {
      time.after(' ', make('span', {className: 'new-count'}, words.new));
      opened = [...opened, location.pathname];
    }
    keep({since, newest: known, opened}, () => {});
    const count = all('.is-new').length;
    const seen = find('[data-tool=new]');
    if (count) Object.assign(seen, {textContent: count, title: fill(words.new_seen, {count, date: since}), className: 'some'});
    if (count) seen.setAttribute('aria-label', seen.title);
  }
  function markSeen() {
    const {newest} = read();
    keep({since: newest, opened: []});
    all('.is-new').forEach(item => item.classList.remove('is-new'));
    all('.new, .new-count').forEach(mark => mark.remove());
    if (document.activeElement === find('[data-tool=new]')) themeButton.focus();
    find('[data-tool=new]').className = '';
    say(words.seen);
  }

  // Filters: their state is the query of the address.

  const filterNames = ['topic', 'score', 'source', 'author', 'q'];
  function setUpFilters(box) {
    const form = find('form', box);
    const papers = items().map(item => {
      const {topic = '', score = '', source = 'arXiv', category} = item.dataset;
      const {authors} = authorsOf(item);
      return {
        item, authors, score: score === '' ? -Infinity : +score, topics: topic.split(' '),
        sources: category ? [source, `${source}/${category}`] : [source],
        names: fold(authors.join(', ')), words: '',
      };
    });
    fillFilterOptions(form, papers);

    const apply = () => {
      const value = Object.fromEntries(filterNames.map(name => [name, form.elements[name].value.trim()]));
      const sought = fold(value.q).split(/\s+/).filter(Boolean);
      let shown = 0;
      for (const paper of papers) {
        if (sought.length && !paper.words) paper.words = fold(paper.item.textContent);
        const fits = (!value.topic || paper.topics.includes(value.topic)) && (!value.score || paper.score >= +value.score) &&
          (!value.source || paper.sources.includes(value.source)) && paper.names.includes(fold(value.author)) &&
          sought.every(word => paper.words.includes(word));
        paper.item.hidden = !fits;
        shown += fits;
      }
      hideEmptySections(papers);
      const text = shown ? fill(line.dataset.some, {shown, all: papers.length}) : line.dataset.none;
      if (line.textContent !== text) line.textContent = text;
      return value;
    };
    const line = find('[role=status]', box);
    const restore = () => {
      const query = new URLSearchParams(location.search);
      form.reset();
      for (const name of filterNames) form.elements[name].value = query.get(name) || '';
      if (filterNames.some(name => query.get(name))) box.open = true;
      apply();
    };
    const change = () => {
      const value = apply();
      const address = new URL(location);
      for (const name of filterNames) value[name] ? address.searchParams.set(name, value[name]) : address.searchParams.delete(name);
      clearTimeout(box.later);
      box.later = setTimeout(() => history.replaceState(history.state, '', address), 200);
    };
    // A link to a paper that is filtered away shows it.
    const follow = () => {
      const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
      if (!target || !target.closest('[data-id][hidden], section[hidden]')) return;
      form.reset();
      target.scrollIntoView();
    };
    on(form, 'input', change);
    on(form, 'reset', () => setTimeout(change));
    on(form, 'submit', event => event.preventDefault());
    on(window, 'popstate', restore);
    on(window, 'hashchange', follow);
    restore();
    follow();
    box.hidden = false;
  }

  // What occurs on the page, with counts; a choice of one is none.
  function fillFilterOptions(form, papers) {
    const count = values => values.reduce((counts, value) => counts.set(value, (counts.get(value) || 0) + 1), new Map());
    const offer = (select, choices) => {
      for (const option of [...select.options].slice(1)) {
        if (choices.has(option.value)) option.append(` (${choices.get(option.value)})`);
        else option.remove();
      }
      select.closest('label').hidden = select.options.length < 3;
    };
    const {topic, score, source, author} = form.elements;
    offer(topic, count(papers.flatMap(paper => paper.topics)));
    const scores = [...new Set(papers.map(paper => Math.floor(paper.score)).filter(Number.isFinite))].sort((a, b) => b - a).slice(0, 12);
    for (const least of scores) score.append(new Option(least));
    offer(score, new Map(scores.map(least => [String(least), papers.filter(paper => paper.score >= least).length])));
    const sources = count(papers.flatMap(paper => paper.sources));
    for (const name of [...sources.keys()].sort()) source.append(new Option(name.replace('/', ' '), name));
    offer(source, sources);
    author.closest('label').hidden = papers.every(paper => !paper.names);
    const names = make('datalist', {id: '_names'});
    on(author, 'focus', () => {
      if (!names.options.length) names.append(...[...new Set(papers.flatMap(paper => paper.authors))].sort().map(name => new Option(name)));
    });
    form.append(names);
    author.setAttribute('list', names.id);
  }

  function hideEmptySections(papers) {
    const sections = new Set(papers.map(paper => paper.item.closest('main section')).filter(Boolean));
    for (const section of sections) section.hidden = !all('[data-id]', section).some(item => !item.hidden);
    for (const list of all('.contents ol, .headlines ol')) {
      const lines = [...list.children];
      for (const line of lines) {
        const link = find('a[href^="#"]', line);
        const target = link && document.getElementById(link.hash.slice(1));
        line.hidden = !!target && target.hidden;
      }
      list.hidden = lines.every(line => line.hidden);
      const heading = list.previousElementSibling;
      if (heading && heading.matches('h3')) heading.hidden = list.hidden;
    }
  }

  // The contents at hand: the section that is being read

  function followContents(contents) {
    const links = new Map(all('a[href^="#"]', contents).map(link => [document.getElementById(link.hash.slice(1)), link]));
    links.delete(null);
    let current;
    const observer = new IntersectionObserver(seen => {
      for (const {isIntersecting, target} of seen) {
        if (!isIntersecting) continue;
        if (current) current.removeAttribute('aria-current');
        current = links.get(target);
        current.setAttribute('aria-current', 'true');
      }
    }, {rootMargin: '0px 0px -80% 0px'});
    for (const target of links.keys()) observer.observe(target);
  }

  // Dialogs and keys

  function openDialog(name, label, ...children) {
    const close = make('button', {type: 'button', onclick: () => dialog.close()}, words.close);
    const dialog = make('dialog', {className: name, onclose: () => dialog.remove()}, ...children, close);
    dialog.setAttribute('aria-label', label);
    document.body.append(dialog);
    dialog.showModal();
  }
  // The keys are told on the page of the reading list, so that other pages need not carry them.
  async function help() {
    if (find('dialog[open]')) return;
    try {
      let section = find('[data-keys]');
      if (!section) {
        const answer = await fetch(bar.dataset.list);
        section = find('[data-keys]', new DOMParser().parseFromString(await answer.text(), 'text/html'));
      }
      section = document.importNode(section, true);
      all('[id]', section).forEach(element => element.removeAttribute('id'));
      section.removeAttribute('aria-labelledby');
      setUpKeySection(section);
      openDialog('help', words.help, section);
    } catch {
      location.href = bar.dataset.list + '#_keys';
    }
  }
  function setUpKeySection(section) {
    all('[hidden]', section).forEach(element => { element.hidden = false; });
    const box = find('[data-switch]', section);
    box.checked = read().keys;
    on(box, 'change', () => {
      keep({keys: box.checked});
      say(box.checked ? words.keys_on : words.keys_off);
    });
    on(find('[data-seen]', section), 'click', markSeen);
  }

  // The paper that keys are about: the focused one, else the first that is in view.
  function currentItem(papers) {
    const focused = papers.indexOf(document.activeElement.closest('[data-id]'));
    return focused >= 0 ? focused : papers.findIndex(item => item.getBoundingClientRect().bottom > 80);
  }
  function step(by) {
    const papers = shownItems();
    const focused = document.activeElement.closest('[data-id]');
    const next = papers[focused ? papers.indexOf(focused) + by : by > 0 ? Math.max(currentItem(papers), 0) : currentItem(papers) - 1];
    if (!next) return;
    const title = titleOf(next);
    (title.matches('a') ? title : find('a', title) || find('a, button', next)).focus({preventScroll: true});
    next.scrollIntoView({block: next.matches('li') ? 'nearest' : 'start', behavior: 'instant'});
  }
  const withCurrent = run => () => {
    const papers = shownItems();
    const item = papers[currentItem(papers)];
    if (item) run(item);
  };
  const follow = rel => () => {
    const link = find(`a[rel=${rel}], link[rel=${rel}]`);
    if (link) location.href = link.href;
  };
  const keys = {
    j: () => step(1),
    k: () => step(-1),
    n: follow('next'),
    p: follow('prev'),
    o: withCurrent(item => {
      const details = all('details', item);
      const open = details.some(one => !one.open);
      details.forEach(one => { one.open = open; });
    }),
    s: withCurrent(item => find('.save', item) && find('.save', item).click()),
    t: nextTheme,
    '/': () => {
      const box = find('[data-filters]');
      if (!box) return;
      box.open = true;
      find('[name=q]', box).focus();
    },
    '?': help,
  };
  function onKey(event) {
    const typing = event.target.closest && event.target.closest('input, textarea, select, [contenteditable]');
    if (event.key === 'Escape' && typing && typing.closest('[data-filters]')) typing.blur();
    if (typing || event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (!Object.hasOwn(keys, event.key) || find('dialog[open]') || !read().keys) return;
    event.preventDefault();
    keys[event.key]();
  }

  // The page of the reading list

  function setUpList(section) {
    const rows = find('ul', section);
    const pattern = find('template', section).content.firstElementChild;
    const row = paper => {
      const line = pattern.cloneNode(true);
      const time = find('time', line);
      Object.assign(find('.title', line), {textContent: paper.title, href: paper.url});
      find('.by', line).textContent = paper.authors.slice(0, 8).join(', ') + (paper.others || paper.authors.length > 8 ? ' …' : '');
      time.dateTime = time.textContent = paper.date;
      const remove = find('[data-remove]', line);
      const label = remove.textContent;
      remove.setAttribute('aria-label', `${label}: ${paper.title}`);
      remove.onclick = () => {
        const saved = toggleSaved(paper);
        line.classList.toggle('gone', !saved);
        remove.textContent = saved ? label : remove.dataset.undo;
        remove.setAttribute('aria-label', `${remove.textContent}: ${paper.title}`);
      };
      return line;
    };
    const show = () => {
      const {saved} = read();
      rows.replaceChildren(...saved.map(row));
      find('[data-empty]', section).hidden = saved.length > 0;
      all('[data-export]', section).forEach(one => { one.disabled = !saved.length; });
    };
    for (const one of all('[data-export]', section)) {
      one.onclick = () => download('reading-list.' + one.dataset.export, exports[one.dataset.export](read().saved));
    }
    on(find('[type=file]', section), 'change', async event => {
      const [file] = event.target.files;
      if (file) await addFrom(file);
      event.target.value = '';
      show();
      showSaved();
    });
    on(window, 'storage', show);
    show();
    section.hidden = false;
  }

  const exports = {
    bib: papers => {
      const used = new Map();
      return papers.map(paper => {
        const wanted = citeKey(paper);
        const times = used.get(wanted) || 0;
        used.set(wanted, times + 1);
        return bibtex(paper, times ? wanted + '-' + ascii(paper.id) : wanted);
      }).join('\n');
    },
    json: papers => JSON.stringify({paperboy: 1, site: location.origin + base, saved: papers}, null, 2) + '\n',
    md: papers => papers.map(({title, url, authors, others}) =>
      `- [${title.replace(/[\\`*_[\]<>$]/g, '\\$&')}](${location.origin}${url})` +
      (authors.length ? `, ${authors.join(', ')}${others ? ' …' : ''}` : '')).join('\n') + '\n',
  };
  function download(name, text) {
    const link = make('a', {href: URL.createObjectURL(new Blob([text])), download: name});
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  }
  // Takes what is a paper of this site from a file that anyone may have written.
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
    const list = make('a', {href: bar.dataset.list}, make('span', {className: 'name'}, words.list), ' ', make('span', {className: 'count'}));
    list.dataset.tool = 'list';
    bar.append(button('new', '', markSeen), themeButton, list, button('help', words.help, help));
    bar.setAttribute('role', 'group');
    bar.setAttribute('aria-label', words.tools);
    showTheme();
    markNew(bar.dataset.newest);
    bar.hidden = false;
  }
  addPaperTools();
  showSaved();
  all('[data-filters]').forEach(setUpFilters);
  all('[data-reading-list]').forEach(setUpList);
  all('[data-keys]').forEach(setUpKeySection);
  all('[data-contents]').forEach(followContents);
  on(document, 'keydown', onKey);
  on(window, 'storage', event => {
    if (event.key !== key && event.key !== null) return;
    showTheme();
    showSaved();
  });
})();
