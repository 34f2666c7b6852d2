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
