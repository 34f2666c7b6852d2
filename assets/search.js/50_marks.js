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
