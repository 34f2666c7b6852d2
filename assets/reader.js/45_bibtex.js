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
