// The archive as JSON: each file is what the schema beside it says and no more, leads to files that are there, and
// counts what it holds. Nothing here needs a browser.
import assert from "node:assert/strict";
import { it } from "node:test";
import { file_at } from "./browser.mjs";
import { expect_none } from "./expect.mjs";
import { base, installed, site_origin } from "./places.mjs";
import { files, own_addresses, pages, text_of } from "./site.mjs";

const Ajv = installed("ajv/dist/2020").default;

const kRoot = "api/v1/";
const kSchema = `${kRoot}schema.json`;
const schema = JSON.parse(text_of(kSchema));
const data_files = files.filter((file) => file.startsWith(kRoot) && file !== kSchema);
const data = new Map(data_files.map((file) => [file, JSON.parse(text_of(file))]));
const below = (folder) => [...data].filter(([file]) => file.startsWith(kRoot + folder)).map(([, content]) => content);
const index = data.get(`${kRoot}index.json`);
const at = (url) => data.get(url.slice(`${site_origin}${base}`.length));

// The schema is open, for keys that are added later. Here every key has to be told of: what stands alone, and is not
// one of several that are put together, is closed.
function closed(part) {
  if (Array.isArray(part)) return part.map(closed);
  if (!part || typeof part !== "object") return part;
  const inside = (members) => Object.fromEntries(Object.entries(members).map(([name, of]) => [name, closed(of)]));
  const copy = { ...part };
  for (const name of ["items", "additionalProperties"]) if (name in copy) copy[name] = closed(copy[name]);
  if (copy.properties) copy.properties = inside(copy.properties);
  if (copy.allOf) copy.allOf = copy.allOf.map((one) => ({ ...closed(one), unevaluatedProperties: undefined }));
  if (copy.$ref || copy.allOf || copy.properties) copy.unevaluatedProperties = false;
  return JSON.parse(JSON.stringify(copy));
}

function closed_schema() {
  const open = (part) => ({ ...closed(part), unevaluatedProperties: undefined });
  const definitions = Object.entries(schema.$defs).map(([name, part]) => [name, open(part)]);
  return JSON.parse(JSON.stringify({ ...schema, oneOf: closed(schema.oneOf), $defs: Object.fromEntries(definitions) }));
}

// Of what is closed, the type stands elsewhere.
const kLoose = { strictTypes: false };

// What the schema says against each file.
function faults(of_schema, options) {
  const ajv = new Ajv({ allErrors: true, ...options });
  const valid = ajv.compile(of_schema);
  return [...data].filter(([, content]) => !valid(content)).map(([file, content]) => {
    valid(content);
    return `${file}: ${ajv.errorsText(valid.errors).slice(0, 400)}`;
  });
}

function schema_tests() {
  it("there is a file of everything", () => {
    assert.ok(index);
    for (const folder of ["series/", "topics/", "editions/", "papers/"]) assert.ok(below(folder).length > 1, folder);
  });

  it("every file is one of those that the schema describes", () => expect_none(faults(schema, { strict: true })));

  it("no file has a key that the schema does not tell of", () => expect_none(faults(closed_schema(), kLoose)));

  it("what is wrong is found: a key too few, a key too many", () => {
    const valid = new Ajv(kLoose).compile(closed_schema());
    const [paper] = below("papers/");
    assert.ok(valid(paper));
    assert.ok(!valid({ ...paper, authors: undefined }));
    assert.ok(!valid({ ...paper, colour: "red" }));
    assert.ok(!valid({ ...paper, appearances: [{ ...paper.appearances[0], colour: "red" }] }));
  });
}

function address_tests() {
  it("a file says where it is", () =>
    expect_none([...data].filter(([file, content]) => content.self !== `${site_origin}${base}${file}`).map(([file]) => file)));

  it("all addresses lead to files that are there", () => expect_none([...data].flatMap(([file, content]) =>
    own_addresses(content).filter((url) => !file_at(new URL(url).pathname)).map((url) => `${file}: ${url}`))));

  it("pages named are pages of papers and editions", () => {
    const kinds = new Map(pages.map((page) => [site_origin + page.address, page.kind]));
    expect_none(below("papers/").filter(({ url }) => kinds.get(url) !== "paper").map(({ url }) => url));
    expect_none(below("editions/").flatMap(({ urls }) => Object.values(urls)).filter((url) => kinds.get(url) !== "edition"));
  });

  it("every file can be reached from the first", () => {
    const met = new Set([index.self]);
    for (const url of met) own_addresses(at(url)).filter((to) => at(to)).forEach((to) => met.add(to));
    expect_none(data_files.filter((file) => !met.has(`${site_origin}${base}${file}`)));
  });
}

function count_tests() {
  const ids = (papers) => papers.map(({ id }) => id);

  it("the first file counts what there is", () => {
    assert.equal(index.paper_count, index.papers.length);
    assert.equal(index.paper_count, below("papers/").length);
    assert.equal(index.edition_count, below("editions/").length);
    assert.equal(index.newest_date, below("editions/").map(({ date }) => date).sort().at(-1));
    assert.deepEqual(ids(index.papers).sort(), ids(below("papers/")).sort());
  });

  it("lines say what the files that they name say", () => expect_none(
    [index.papers, ...below("topics/").map(({ papers }) => papers)].flat().filter(({ id, title, url, data }) => {
      const paper = at(data);
      return paper.id !== id || paper.url !== url || JSON.stringify(paper.title) !== JSON.stringify(title);
    }).map(({ id }) => id)));

  it("a series has its editions, oldest first, and each counts its papers", () => {
    const editions = below("series/").flatMap(({ id, editions }) => {
      assert.ok(editions.every(({ series }) => series === id));
      assert.deepEqual(editions.map(({ date }) => date), editions.map(({ date }) => date).sort());
      return editions;
    });
    assert.equal(editions.length, index.edition_count);
    expect_none(editions.filter(({ data, paper_count, date, title }) => {
      const edition = at(data);
      return edition.papers.length !== paper_count || edition.date !== date || edition.title.en !== title.en;
    }).map(({ data }) => data));
  });

  it("papers and editions name each other, with the same judgement", () => {
    const judged = (series, date, id, { rank, scores, total, topic, comment }) =>
      JSON.stringify([series, date, id, rank, scores, total, topic, comment]);
    const in_editions = below("editions/").flatMap(({ series, date, papers }) =>
      papers.map((paper) => judged(series, date, paper.id, paper)));
    const in_papers = below("papers/").flatMap(({ id, appearances }) =>
      appearances.map((appearance) => judged(appearance.series, appearance.date, id, appearance)));
    assert.ok(in_editions.length > 100);
    assert.deepEqual(in_papers.sort(), in_editions.sort());
  });

  it("a topic has the papers that were filed under it", () => expect_none(below("topics/").filter(({ id, papers }) => {
    const filed = below("papers/").filter(({ appearances }) => appearances.some(({ topic }) => topic === id));
    return JSON.stringify(ids(papers).sort()) !== JSON.stringify(ids(filed).sort());
  }).map(({ id }) => id)));
}

export function tests() {
  schema_tests();
  address_tests();
  count_tests();
}
