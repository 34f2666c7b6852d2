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

// What names the files of a shard: its first term as a number (FNV-1a over the characters).
const keyOf = term => ([...term]
  .reduce((key, letter) => Math.imul(key ^ letter.codePointAt(), 16777619), 0x811c9dc5) >>> 0).toString(16);

class Index {
  constructor(head) {
    Object.assign(this, head);
  }
  static file(name, digests, number) {
    return load(`${name}-${digests.slice(number * 6, number * 6 + 6)}.json`);
  }
  // {terms: [term, postings, places, …], places: digests of files of places}
  shard(number) {
    return Index.file(`terms/${keyOf(this.first_terms[number])}`, this.terms, number);
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
    for (const {terms} of await Promise.all([...new Set(shards)].map(number => this.shard(number)))) {
      for (let at = 0; at < terms.length; at += 3) {
        if (terms[at] === exact) Index.postings(terms[at + 1], found);
        else if (terms[at].startsWith(start)) Index.postings(terms[at + 1], found, .7);
      }
    }
    return found;
  }

  // In a list of terms with what belongs to them.
  static find(list, term, step) {
    return list.findIndex((other, at) => at % step === 0 && other === term);
  }
  async term(term) {
    const shard = this.shardOf(term);
    const {terms, places} = await this.shard(shard);
    const at = Index.find(terms, term, 3);
    if (at < 0) return {impacts: new Map(), blocks: []};
    const impacts = Index.postings(terms[at + 1]);
    if (typeof terms[at + 2] === 'string') return {impacts, blocks: [{from: 0, read: () => terms[at + 2]}]};
    const [first, ...begins] = terms[at + 2];
    const read = async number => {
      const found = await Index.file(`places/${keyOf(this.first_terms[shard])}-${number}`, places, number);
      return found[Index.find(found, term, 2) + 1];
    };
    return {impacts, blocks: [0, ...begins].map((from, index) => ({from, read: () => read(first + index)}))};
  }
  // paper → places, of `wanted` papers; loads no block that has none of them.
  static async places({impacts, blocks}, wanted) {
    const found = new Map();
    const papers = [...impacts.keys()];
    await Promise.all(blocks.map(async ({from, read}, index) => {
      const inside = papers.filter(paper => paper >= from && !(paper >= blocks[index + 1]?.from));
      if (!inside.some(paper => wanted.has(paper))) return;
      const all = numbers(await read());
      let next = 0;
      for (const paper of inside) {
        let sum = 0;
        const end = next + 1 + all[next];
        if (wanted.has(paper)) found.set(paper, all.slice(next + 1, end).map(step => sum += step));
        next = end;
      }
    }));
    return found;
  }

  // Of these papers, those in which the terms follow each other. The two rarest are looked at first: often they leave
  // few papers, and so little to load of the others.
  static async following(terms, papers) {
    const rarest = [...terms].sort((a, b) => a.impacts.size - b.impacts.size);
    let begins = new Map(papers.map(paper => [paper, null]));  // paper → where the phrase may begin, null: anywhere
    for (const some of [rarest.slice(0, 2), rarest.slice(2)]) {
      const places = await Promise.all(some.map(term => Index.places(term, begins)));
      some.forEach(({at}, index) => {
        const left = new Map();
        for (const [paper, before] of begins) {
          const starts = places[index].get(paper).map(place => place - at).filter(start => !before || before.has(start));
          if (starts.length) left.set(paper, new Set(starts));
        }
        begins = left;
      });
    }
    return [...begins.keys()];
  }

  // paper → impact, for those that have all of the unit
  async papersOf(unit) {
    if (unit.begins) return this.beginning(unit.begins);
    const all = await Promise.all(unit.terms.map(async ({term, at}) => ({...await this.term(term), at})));
    if (all.length === 1) return all[0].impacts;
    const together = [...all[0].impacts.keys()].filter(paper => all.every(({impacts}) => impacts.has(paper)));
    const papers = await Index.following(all, together);
    return new Map(papers.map(paper => [paper, Math.max(...all.map(({impacts}) => impacts.get(paper)))]));
  }

  // Which papers fit, as a function; all when nothing is chosen.
  async fitting({topic, source, language, score, from, to}) {
    if (!topic && !source && !language && !score && !from && !to) return () => true;
    const filters = await Index.file('filters/0', this.filters, 0);
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
    const file = Math.floor(number / this.records_in_file);
    const records = await Index.file(`records/${file}`, this.records, Math.floor(file / this.record_files_in_group));
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
