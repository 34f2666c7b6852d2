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
