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
