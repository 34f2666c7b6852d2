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
