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
