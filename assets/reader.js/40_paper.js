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
