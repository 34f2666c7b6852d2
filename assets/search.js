// The search page. The build wrote an index in small files; a query loads the few that hold its words. How they are
// laid out: generator/docs/search.md. Nothing leaves the browser but requests for these files.
(() => {
  'use strict';

  const form = document.querySelector('[data-search]');
  const section = document.querySelector('[data-results]');
  const find = (selector, within = section) => within.querySelector(selector);
  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
  const base = document.documentElement.dataset.site || '/';
  const kVersion = 1;
  const kResults = 10;  // shown at a time
  const kMostShards = 4;  // that the beginning of a word is looked up in

  // Words, cut as generator/search/tokens.cpp cuts them

  const dense = '\\u3005-\\u3007\\u3041-\\u30fa\\u30fc-\\u30ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{323af}';
  const letters = `(?:(?![${dense}])[\\p{L}\\p{Nl}\\p{Nd}\\p{M}])+`;
  const word = `${letters}(?:(?<=[0-9])\\.(?=[0-9])${letters})*`;
  const joiner = "[-\\u2010\\u2011'\\u2019]";
  const pieceForm = new RegExp(`([${dense}]+)|${word}(?:${joiner}${word})*`, 'gu');
  const wordForm = new RegExp(word, 'gu');
  const plainLetters = {æ: 'ae', ð: 'd', ø: 'o', þ: 'th', đ: 'd', ħ: 'h', ı: 'i', ł: 'l', œ: 'oe', ς: 'σ'};

  // Upper case in between makes ß and ﬁ two letters, as full case folding does.
  const fold = text => text
    .replace(/[\uff01-\uff5e]/g, wide => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .normalize('NFD').toLowerCase().toUpperCase().toLowerCase()
    .replace(/[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]/g, '')
    .replace(/[æðøþđħıłœς]/g, letter => plainLetters[letter]).normalize('NFC')
    .replace(/^(\d{4}\.\d{4,5})v\d+$/, '$1');

  function stem(text) {
    if (/^[a-z]{3,}s$/.test(text)) {
      if (/..ies$/.test(text)) text = text.slice(0, -3) + 'y';
      else if (/(sse|xe|she|[eo]ache|[enrt]che)s$/.test(text)) text = text.slice(0, -2);
      else if (/[^suia]s$/.test(text)) text = text.slice(0, -1);
    }
    return [...text].slice(0, 40).join('');
  }

  // The pieces of a text: {run: characters} without spaces between words, or {parts: words} which hyphens join; `at`
  // is where the piece, a character or a part begins in the text.
  function pieces(text) {
    return [...text.matchAll(pieceForm)].map(({0: whole, 1: run, index}) => {
      if (!run) return {at: index, end: index + whole.length, parts: [...whole.matchAll(wordForm)].map(part => ({word: fold(part[0]), at: index + part.index, end: index + part.index + part[0].length}))};
      let at = index;
      return {at, run: [...run].map(character => ({character: fold(character), at, end: at += character.length}))};
    });
  }
  const joined = parts => parts.map(part => part.word).join('');

  // [term, place, …] of a text as the build counts them; for the test that both cut alike.
  function cut(text) {
    const tokens = [];
    let place = 0;
    for (const {run, parts} of pieces(text)) {
      if (run) {
        run.forEach(({character}, at) => {
          if (at) tokens.push(run[at - 1].character + character, place - 1);
          place += 1;
        });
        tokens.push(run[run.length - 1].character, place - 1);
        continue;
      }
      if (parts.length > 1) tokens.push(stem(joined(parts)), place);
      parts.forEach(({word: part}, at) => {
        if (parts.length > 2 && at + 1 < parts.length) tokens.push(stem(part + parts[at + 1].word), place);
        tokens.push(stem(part), place);
        place += 1;
      });
    }
    return tokens;
  }

  // Queries: a list of what a paper must have, each {terms: [{term, at}]} at places that follow each other, or
  // {begins: word} for the word that is being typed. `word`, `run`, `begins` are what is marked in results.

  // Two characters each, every one in one of them: 残差流 → 残差, 差流.
  function pairs(characters, first = 0) {
    const terms = [];
    for (let at = 0; at + 1 < characters.length; at += 2) terms.push({term: characters[at] + characters[at + 1], at: first + at});
    if (characters.length % 2) terms.push({term: characters.slice(-2).join(''), at: first + characters.length - 2});
    return terms;
  }
  const charactersOf = piece => piece.run.map(one => one.character);
  const unitOfRun = characters =>
    characters.length === 1 ? {begins: characters[0], run: characters[0]} : {terms: pairs(characters), run: characters.join('')};

  function phraseOf(text) {
    const unit = {terms: [], words: [], runs: []};
    let place = 0;
    for (const piece of pieces(text)) {
      if (piece.run) {
        const characters = charactersOf(piece);
        if (characters.length > 1) unit.terms.push(...pairs(characters, place));
        unit.runs.push(characters.join(''));
        place += characters.length;
        continue;
      }
      for (const part of piece.parts) {
        unit.terms.push({term: stem(part.word), at: place});
        unit.words.push(stem(part.word));
        place += 1;
      }
    }
    return unit.terms.length ? unit : unit.runs.length ? unitOfRun([...unit.runs[0]]) : null;
  }

  // What stands in quotes is a phrase; the last word may be the beginning of one.
  function parse(query, skipped) {
    const units = [];
    const addWords = (text, isLast) => {
      const all = pieces(text);
      all.forEach((piece, index) => {
        if (piece.run) return units.push(unitOfRun(charactersOf(piece)));
        const whole = joined(piece.parts);
        const isTyped = isLast && index === all.length - 1 && piece.end === text.length;
        units.push({...isTyped ? {begins: whole} : {terms: [{term: stem(whole), at: 0}]}, words: [stem(whole)], isSkipped: skipped.includes(whole)});
      });
    };
    const quoted = /["“”「『]([^"“”「」『』]+)["“”」』]/gu;
    let from = 0;
    for (const match of query.matchAll(quoted)) {
      addWords(query.slice(from, match.index), false);
      units.push(phraseOf(match[1]));
      from = match.index + match[0].length;
    }
    addWords(query.slice(from), true);
    const all = units.filter(Boolean);
    const telling = all.filter(unit => !unit.isSkipped);
    return telling.length ? telling : all;
  }

  // The index

  const folder = form.dataset.index.replace(/[^/]*$/, '');
  const files = new Map();
  function load(path, options) {
    if (!files.has(path)) {
      files.set(path, fetch(folder + path, options).then(answer => {
        if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
        return answer.json();
      }).catch(error => {
        files.delete(path);
        throw error;
      }));
    }
    return files.get(path);
  }
  const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_';
  const valueOf = new Uint8Array(128);
  [...digits].forEach((digit, value) => { valueOf[digit.charCodeAt(0)] = value; });
  const numbers = text => {
    const all = [];
    let number = 0;
    let shift = 1;
    for (let at = 0; at < text.length; at += 1) {
      const digit = valueOf[text.charCodeAt(at)];
      number += (digit & 31) * shift;
      if (digit < 32) {
        all.push(number);
        number = 0;
        shift = 1;
      } else {
        shift *= 32;
      }
    }
    return all;
  };
  const ascending = text => {
    let sum = 0;
    return numbers(text).map(step => sum += step);
  };

  class Index {
    constructor(head) {
      Object.assign(this, head);
    }
    file(kind, number) {
      return load(`${kind}/${number}-${this[kind].slice(number * 6, number * 6 + 6)}.json`);
    }

    // Terms stand in the order of their characters, which is not that of UTF-16.
    static isBefore(a, b) {
      const [left, right] = [[...a], [...b]];
      const place = left.findIndex((character, at) => character !== right[at]);
      return place < 0 ? left.length < right.length : right[place] !== undefined && left[place].codePointAt() < right[place].codePointAt();
    }
    // Where a term must stand, if anywhere.
    shardOf(term) {
      let [low, high] = [0, this.first_terms.length];
      while (low < high) {
        const middle = (low + high) >> 1;
        if (Index.isBefore(term, this.first_terms[middle])) high = middle;
        else low = middle + 1;
      }
      return Math.max(low - 1, 0);
    }

    // paper → impact
    static postings(text, into = new Map(), share = 1) {
      const all = numbers(text);
      let paper = 0;
      for (let at = 0; at < all.length; at += 2) {
        paper += all[at];
        into.set(paper, Math.max(into.get(paper) || 0, all[at + 1] * share));
      }
      return into;
    }

    // The papers that have a term as such weigh more than those with a longer one.
    async beginning(start) {
      const found = new Map();
      const exact = stem(start);
      const shards = [this.shardOf(start)];
      while (shards.length < kMostShards && (this.first_terms[shards.at(-1) + 1] || '').startsWith(start)) shards.push(shards.at(-1) + 1);
      if (!start.startsWith(exact) || exact !== start) shards.push(this.shardOf(exact));
      for (const terms of await Promise.all([...new Set(shards)].map(number => this.file('terms', number)))) {
        for (let at = 0; at < terms.length; at += 3) {
          if (terms[at] === exact) Index.postings(terms[at + 1], found);
          else if (terms[at].startsWith(start)) Index.postings(terms[at + 1], found, .7);
        }
      }
      return found;
    }

    async term(term) {
      const terms = await this.file('terms', this.shardOf(term));
      const at = terms.findIndex((other, index) => index % 3 === 0 && other === term);
      return at < 0 ? {impacts: new Map(), places: ''} : {impacts: Index.postings(terms[at + 1]), places: terms[at + 2]};
    }
    // paper → places
    static places({impacts, places}) {
      const all = numbers(places);
      const found = new Map();
      let next = 0;
      for (const paper of impacts.keys()) {
        let sum = 0;
        const end = next + 1 + all[next];
        found.set(paper, all.slice(next + 1, end).map(step => sum += step));
        next = end;
      }
      return found;
    }

    // paper → impact, for those that have all of the unit
    async papersOf(unit) {
      if (unit.begins) return this.beginning(unit.begins);
      const all = await Promise.all(unit.terms.map(({term}) => this.term(term)));
      if (all.length === 1) return all[0].impacts;
      const places = all.map(Index.places);
      const found = new Map();
      for (const [paper, starts] of places[0]) {
        if (!all.every(({impacts}) => impacts.has(paper))) continue;
        const sets = places.map(one => new Set(one.get(paper)));
        const follows = starts.some(start => unit.terms.every(({at}, index) => sets[index].has(start + at - unit.terms[0].at)));
        if (follows) found.set(paper, Math.max(...all.map(({impacts}) => impacts.get(paper))));
      }
      return found;
    }

    // Which papers fit, as a function; all when nothing is chosen.
    async fitting({topic, source, language, score, from, to}) {
      if (!topic && !source && !language && !score && !from && !to) return () => true;
      const filters = await this.file('filters', 0);
      const tests = [];
      for (const [name, value] of Object.entries({topic, source, language})) {
        if (!value) continue;
        const papers = new Set(ascending(filters[name][value] || ''));
        tests.push(paper => papers.has(paper));
      }
      if (score) {
        const papers = new Set();
        for (const [given, list] of Object.entries(filters.score)) if (+given >= +score) ascending(list).forEach(paper => papers.add(paper));
        tests.push(paper => papers.has(paper));
      }
      if (from || to) {
        const firstAfter = isPast => {
          for (let at = 0; at < filters.date.length; at += 2) if (isPast(filters.date[at])) return filters.date[at + 1];
          return this.papers;
        };
        const low = from ? firstAfter(date => date >= from) : 0;
        const high = to ? firstAfter(date => date > to) : this.papers;
        tests.push(paper => paper >= low && paper < high);
      }
      return paper => tests.every(test => test(paper));
    }

    async paper(number) {
      const records = await this.file('records', Math.floor(number / this.records_in_file));
      return records[number % this.records_in_file];
    }
  }

  let opening;
  const open = () => opening ||= load(form.dataset.index.slice(folder.length), {cache: 'no-cache'}).then(head => {
    if (head.paperboy_search !== kVersion) throw new Error('another version of the index');
    return new Index(head);
  }).catch(error => {
    opening = null;
    throw error;
  });

  // Best first, and the newest of equals. When no paper has everything, those that have something: `isPartial`.
  async function search(index, units, filters) {
    const [fits, ...found] = await Promise.all([index.fitting(filters), ...units.map(unit => index.papersOf(unit))]);
    if (!units.length) {
      const all = Array.from({length: index.papers}, (_, at) => index.papers - 1 - at);
      return {papers: all.filter(fits), isPartial: false};
    }
    const ranks = new Map();
    for (const papers of found) {
      const rarity = Math.log(1 + (index.papers - papers.size + .5) / (papers.size + .5));
      for (const [paper, impact] of papers) {
        if (!fits(paper)) continue;
        const rank = ranks.get(paper) || {paper, has: 0, score: 0};
        rank.has += 1;
        rank.score += rarity * impact;
        ranks.set(paper, rank);
      }
    }
    const all = [...ranks.values()];
    const whole = all.filter(rank => rank.has === units.length);
    const best = (a, b) => b.has - a.has || b.score - a.score || b.paper - a.paper;
    return {papers: (whole.length ? whole : all).sort(best).map(rank => rank.paper), isPartial: !whole.length && all.length > 0};
  }

  // Marks

  // The stretches of a text that a query found: [from, to], in order, apart from each other.
  function stretches(text, units) {
    const words = new Set(units.flatMap(unit => unit.words || []));
    const starts = units.filter(unit => unit.begins && !unit.run).map(unit => unit.begins);
    const runs = units.flatMap(unit => unit.runs || (unit.run ? [unit.run] : []));
    const isSought = folded => words.has(stem(folded)) || starts.some(start => folded.startsWith(start));
    const marked = [];
    for (const piece of pieces(text)) {
      if (piece.run) {
        const plain = charactersOf(piece);
        for (const run of runs) {
          const wanted = [...run];
          for (let at = 0; at + wanted.length <= plain.length; at += 1) {
            if (wanted.every((character, offset) => plain[at + offset] === character)) marked.push([piece.run[at].at, piece.run[at + wanted.length - 1].end]);
          }
        }
      } else if (isSought(joined(piece.parts))) {
        marked.push([piece.at, piece.end]);
      } else {
        for (const part of piece.parts) if (isSought(part.word)) marked.push([part.at, part.end]);
      }
    }
    const apart = [];
    for (const [from, to] of marked.sort((a, b) => a[0] - b[0])) {
      if (apart.length && from <= apart.at(-1)[1]) apart.at(-1)[1] = Math.max(to, apart.at(-1)[1]);
      else apart.push([from, to]);
    }
    return apart;
  }

  function markedNodes(text, marks, from = 0, to = text.length) {
    const nodes = [];
    let at = from;
    for (const [begin, end] of marks) {
      if (begin < at || end > to) continue;
      const mark = document.createElement('mark');
      mark.textContent = text.slice(begin, end);
      nodes.push(text.slice(at, begin), mark);
      at = end;
    }
    return [...nodes, text.slice(at, to)];
  }

  // The part of a text around the most marks.
  function excerpt(text, marks) {
    const length = /[\u4e00-\u9fff]{2}/.test(text) ? 120 : 240;
    if (text.length <= length) return markedNodes(text, marks);
    const within = start => marks.filter(([from, to]) => from >= start && to <= start + length * .8).length;
    const best = marks.reduce((chosen, [from]) => within(from) > within(chosen) ? from : chosen, marks.length ? marks[0][0] : 0);
    let from = Math.max(0, Math.min(best - length / 4, text.length - length));
    if (from > 0) from = Math.min(best, Math.max(from, text.slice(0, from + 20).search(/[\s，。；、]\S*$/) + 1));
    let to = Math.min(text.length, from + length);
    if (to < text.length && /\w/.test(text[to])) to = Math.max(text.lastIndexOf(' ', to), from + length / 2);
    return [from ? '… ' : '', ...markedNodes(text, marks, from, to), to < text.length ? ' …' : ''];
  }

  // Results

  const pageLanguage = document.documentElement.lang;
  const variants = list => {
    const all = [];
    for (let at = 0; at < list.length; at += 2) all.push({language: list[at], text: list[at + 1]});
    return all.sort((a, b) => (b.language === pageLanguage) - (a.language === pageLanguage));
  };
  const say = (element, language, nodes) => {
    element.replaceChildren(...nodes);
    if (language !== pageLanguage) element.lang = language;
  };
  const topicName = id => [...form.elements.topic.options].find(option => option.value === id)?.dataset.label;

  function row(index, record, units) {
    const line = find('template').content.firstElementChild.cloneNode(true);
    const languages = record.languages.split(' ');
    const own = languages.find(code => pageLanguage === code || pageLanguage.startsWith(code + '-'));
    const language = own || languages[0];
    const titles = variants(record.titles);
    const title = titles[0] || {language: pageLanguage, text: record.name};
    const link = find('.title', line);
    link.href = base + encodeURI(index.languages[language] + record.name) + '/';
    if (!own) link.hreflang = language;
    say(link, title.language, markedNodes(title.text, stretches(title.text, units)));
    const by = find('.by', line);
    if (by && record.authors) by.replaceChildren(...markedNodes(record.authors, stretches(record.authors, units)));
    else if (by) by.remove();
    const time = find('time', line);
    time.dateTime = time.textContent = record.date || '';
    const facts = [...(record.topics || '').split(' ').map(topicName), record.source].filter(Boolean).join(' · ');
    find('.facts-of', line).textContent = facts && ' · ' + facts;
    const total = find('.total', line);
    if (total && record.score) total.append(record.score);
    else if (total) total.remove();
    line.classList.toggle('scored', !!(total && record.score));
    // What shows a word that was sought, be it in another language; else how the first text begins.
    const texts = [...variants(record.texts), ...titles.slice(1)].map(text => ({...text, marks: stretches(text.text, units)}));
    const text = texts.find(one => one.marks.length) || texts[0];
    if (text) say(find('.excerpt', line), text.language, excerpt(text.text, text.marks));
    else find('.excerpt', line).remove();
    return line;
  }

  const status = find('[role=status]');
  const list = find('ol');
  const more = find('[data-more]');
  const tell = text => { if (status.textContent !== text) status.textContent = text; };
  let turn = 0;  // answers to older queries are dropped

  async function show(index, papers, units, first, mine) {
    const records = await Promise.all(papers.slice(first, first + kResults).map(paper => index.paper(paper)));
    if (mine !== turn) return;
    const rows = records.map(record => row(index, record, units));
    if (first) list.append(...rows);
    else list.replaceChildren(...rows);
    more.hidden = papers.length <= first + kResults;
    more.onclick = async () => {
      await show(index, papers, units, first + kResults, mine);
      list.children[first + kResults]?.querySelector('a').focus();
    };
  }

  const fields = ['q', 'topic', 'score', 'source', 'language', 'from', 'to'].map(name => form.elements[name]);
  const values = () => Object.fromEntries(fields.map(field => [field.name, field.value.trim()]));

  async function run(isAgain = false) {
    const mine = turn += 1;
    const {q, ...filters} = values();
    const isEmpty = !q && Object.values(filters).every(value => !value);
    section.hidden = isEmpty;
    if (isEmpty) return list.replaceChildren();
    section.setAttribute('aria-busy', 'true');
    try {
      const index = await open();
      const units = parse(form.elements.q.value.trimStart(), index.skipped);
      const isNothing = q && !units.length;
      const {papers, isPartial} = isNothing ? {papers: []} : await search(index, units, filters);
      if (mine !== turn) return;
      await show(index, papers, units, 0, mine);
      if (mine !== turn) return;
      const {one, some, none, partial} = status.dataset;
      tell(fill(isPartial ? partial : papers.length > 1 ? some : papers.length ? one : none, {count: papers.length}));
    } catch {
      if (mine !== turn) return;
      // The site may have been built anew since the page was opened: the table then names files that are gone.
      files.clear();
      opening = null;
      if (!isAgain) return run(true);
      list.replaceChildren();
      more.hidden = true;
      tell(status.dataset.failed);
    }
    section.removeAttribute('aria-busy');
  }

  // The form

  let later;
  function change() {
    clearTimeout(later);
    later = setTimeout(() => {
      const address = new URL(location);
      for (const [name, value] of Object.entries(values())) {
        if (value) address.searchParams.set(name, value);
        else address.searchParams.delete(name);
      }
      history.replaceState(history.state, '', address);
      run();
    }, 120);
  }
  function offer(select, options, wanted) {
    for (const [value, label] of options) select.append(new Option(label, value));
    select.value = wanted || '';
    select.closest('label').hidden = select.options.length < 3 && !select.value;
  }
  // What there is to choose is in the index; it is loaded when the reader begins to search.
  async function prepare(query) {
    const index = await open();
    const label = code => {
      try {
        return new Intl.DisplayNames([pageLanguage], {type: 'language'}).of(code);
      } catch {
        return code;
      }
    };
    const {score, source, language, from, to} = form.elements;
    offer(score, [...index.scores].reverse().slice(0, 30).map(least => [least, least]), query.get('score'));
    offer(source, index.sources.map(value => [value, value.replace('/', ' ')]), query.get('source'));
    offer(language, Object.keys(index.languages).map(code => [code, label(code)]), query.get('language'));
    for (const date of [from, to]) [date.min, date.max] = [index.first_date || '', index.last_date || ''];
  }

  const query = new URLSearchParams(location.search);
  for (const name of ['q', 'topic', 'from', 'to']) form.elements[name].value = query.get(name) || '';
  const filters = find('details', form);
  filters.open = ['topic', 'score', 'source', 'language', 'from', 'to'].some(name => query.get(name));
  let prepared;
  const ready = () => prepared ||= prepare(query).catch(() => { prepared = null; });
  // While an input method composes, the box holds what is no query yet.
  form.oninput = event => event.isComposing || ready().then(change);
  form.addEventListener('compositionend', () => ready().then(change));
  // Takes the filters off, not the words.
  form.onreset = () => {
    const words = form.elements.q.value;
    setTimeout(() => {
      form.elements.q.value = words;
      change();
    });
  };
  form.onsubmit = event => {
    event.preventDefault();
    ready().then(change);
  };
  form.addEventListener('focusin', ready);
  filters.ontoggle = () => filters.open && ready();
  form.hidden = false;
  form.cutTokens = cut;
  if (query.size || location.search.length > 1) ready().then(run);
  // Where the key `/` leads from other pages.
  if (location.hash === '#_q') form.elements.q.focus();
})();
