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
