// What reference managers take from the site: files in three formats, read back by real parsers; what they look for
// in pages; and what the pages say of themselves as JSON-LD. Nothing here needs a browser.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { it } from "node:test";
import { file_at } from "./browser.mjs";
import { expect_none } from "./expect.mjs";
import { base, installed, site_origin } from "./places.mjs";
import { files, own_addresses, pages, text_of } from "./site.mjs";

const Ajv = installed("ajv/dist/2020").default;
const { Cite } = installed("@citation-js/core");
for (const format of ["bibtex", "ris", "csl"]) installed(`@citation-js/plugin-${format}`);

const json_files = files.filter((file) => file.endsWith("citations.json"));
const beside = (file, ending) => file.replace(/json$/, ending);

const kEntities = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };
const decode = (text) => text.replace(/&(amp|lt|gt|quot|#39);/g, (_, name) => kEntities[name]);
const metas = (page, name) =>
  [...page.html.matchAll(/<meta name="([^"]*)" content="([^"]*)">/g)]
    .filter((match) => match[1] === name).map((match) => decode(match[2]));
const spans = (page) => [...page.html.matchAll(/<span class="Z3988" title="([^"]*)">/g)].map((match) => decode(match[1]));
const structured = (page) =>
  [...page.html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)].map((match) => JSON.parse(match[1]));

// The part of the format's own schema, csl-data.json, that is used. It takes no other keys either.
const kText = { type: "string", minLength: 1 };
const kCslName = {
  type: "object", minProperties: 1, additionalProperties: false,
  properties: { family: kText, given: kText, suffix: kText, literal: kText },
};
const kCslDate = { type: "array", minItems: 1, maxItems: 3, items: { type: "integer", minimum: 1 } };
const kCslDates = { type: "array", minItems: 1, maxItems: 1, items: kCslDate };
const kCslItem = {
  type: "object", required: ["id", "type", "title"], additionalProperties: false,
  properties: {
    id: kText, type: { enum: ["article", "article-journal"] }, title: kText, author: { type: "array", items: kCslName },
    issued: { type: "object", additionalProperties: false, properties: { "date-parts": kCslDates } },
    "container-title": kText, publisher: kText, number: kText, DOI: kText, URL: kText, abstract: kText, language: kText,
  },
};
const kCslJson = { type: "array", items: kCslItem };

const paper_pages = pages.filter((page) => page.kind === "paper");
const edition_pages = pages.filter((page) => page.kind === "edition");

// What citation-js read, by key. It knows no list of authors that is cut: "others" is a name to it.
function parsed(text, type) {
  return new Map(new Cite(text, { forceType: type }).data.map((item) => [
    item["citation-key"] ?? item.id,
    { title: item.title, authors: (item.author ?? []).filter((name) => name.family !== "others").length },
  ]));
}

// Whether a title came back whole. Formulas, which are TeX in BibTeX, are not compared.
function same_title(bib_entry, read, title) {
  const words = (text) => text.normalize("NFC").replace(/\s+/g, " ");
  return /\n {2}title = \{\{[^\n]*[^\\]?\$/.test(bib_entry) && /(^|[^\\])\$/.test(bib_entry) || words(read) === words(title);
}

function differences(file, text, type) {
  const items = JSON.parse(text_of(file));
  const read = parsed(text, type);
  const entries = new Map(text.split(/^@/m).map((entry) => [entry.slice(entry.indexOf("{") + 1, entry.indexOf(",")), entry]));
  return [
    ...(read.size === items.length ? [] : [`${file}: ${read.size} of ${items.length}`]),
    ...items.filter(({ id, title, author }) => {
      const found = read.get(id);
      return !found || found.authors !== (author ?? []).length || !same_title(entries.get(id) ?? "", found.title, title);
    }).map(({ id }) => `${file}: ${id} came back as ${JSON.stringify(read.get(id))}`),
  ];
}

function file_tests() {
  it("there are files of papers, editions, months and topics, and of the whole archive", () => {
    for (const kind of [/^papers\//, /^daily\//, /^\d{4}\/\d\d\//, /^topics\//]) {
      assert.ok(json_files.some((file) => kind.test(file)), String(kind));
    }
    assert.ok(files.includes("citations.bib"));
    expect_none(json_files.flatMap((file) => ["bib", "ris"].map((ending) => beside(file, ending)))
      .filter((file) => !files.includes(file)));
  });

  it("BibTeX read back has the same titles and authors", () =>
    expect_none(json_files.flatMap((file) => differences(file, text_of(beside(file, "bib")), "@bibtex/text"))));

  it("RIS read back has the same titles and authors", () =>
    expect_none(json_files.flatMap((file) => differences(file, text_of(beside(file, "ris")), "@ris/file"))));

  it("RIS has its first and last line, and the line ends of its format", () =>
    expect_none(json_files.map((file) => beside(file, "ris")).filter((file) =>
      !/^TY {2}- \w+\r\n(?:[A-Z][A-Z0-9] {2}- [^\r\n]*\r\n)*ER {2}- \r\n$/.test(text_of(file)))));

  it("CSL-JSON is taken by its reader, and is what its schema asks for", () => {
    const valid = new Ajv().compile(kCslJson);
    expect_none(json_files.filter((file) => {
      const items = JSON.parse(text_of(file));
      return new Cite(items).data.length !== items.length || !valid(items);
    }));
  });

  it("keys are ASCII and stand for one paper each", () => {
    const keys = [...text_of("citations.bib").matchAll(/^@\w+\{([^,]*),$/gm)].map((match) => match[1]);
    expect_none(keys.filter((key, index) => !/^[\w.-]+$/.test(key) || keys.indexOf(key) !== index));
    assert.equal(keys.length, parsed(text_of("citations.bib"), "@bibtex/text").size);
    expect_none(json_files.flatMap((file) => JSON.parse(text_of(file)).map((item) => item.id)).filter((key) => !keys.includes(key)));
  });

  it("pages name their files, in every language the same", () => {
    const links = (page) => [...page.html.matchAll(/<a href="([^"]*citations[^"]*)" rel="alternate" type="application\/[a-z.+-]+">/g)];
    expect_none([...paper_pages, ...edition_pages.filter((page) => page.html.includes('class="entry"'))].filter((page) => {
      const found = links(page);
      return found.length !== 3 || found.some((match) => !file_at(match[1]) || match[1].startsWith(`${base}zh/papers/`) &&
        file_at(match[1].replace(`${base}zh/`, base)));
    }).map((page) => page.address));
  });
}

function page_tests() {
  it("a page of a paper has the tags of one article, without TeX or HTML", () =>
    expect_none(paper_pages.filter((page) => {
      const all = ["title", "author", "publication_date", "doi", "pdf_url"].flatMap((name) => metas(page, `citation_${name}`));
      const [date] = metas(page, "citation_publication_date");
      return metas(page, "citation_title").length !== 1 || !/^\d{4}(\/\d\d){0,2}$/.test(date) ||
        all.some((text) => /\\[a-z'"`^]|<[a-z/]|\$.*\$|\{.*\}/i.test(text));
    }).map((page) => page.address)));

  it("a page of a paper on arXiv is a preprint with its DOI and PDF", () =>
    expect_none(paper_pages.filter((page) => metas(page, "citation_arxiv_id").length > 0).filter((page) => {
      const [id] = metas(page, "citation_arxiv_id");
      return metas(page, "z:itemType")[0] !== "preprint" || metas(page, "citation_doi")[0] !== `10.48550/arXiv.${id}` ||
        metas(page, "citation_pdf_url")[0] !== `https://arxiv.org/pdf/${id}`;
    }).map((page) => page.address)));

  it("lists have no tags of one article, papers no spans of many", () => {
    expect_none(pages.filter((page) => page.kind !== "paper" && page.html.includes('name="citation_')).map((page) => page.address));
    expect_none(paper_pages.filter((page) => spans(page).length > 0).map((page) => page.address));
  });

  it("editions have a span for each paper, as its reader wants it", () => {
    assert.ok(edition_pages.some((page) => spans(page).length >= 34));
    expect_none(edition_pages.filter((page) => spans(page).length !== (page.html.match(/class="entry"/g) ?? []).length)
      .map((page) => page.address));
    expect_none(edition_pages.flatMap(spans).filter((title) => {
      const context = new URLSearchParams(title);
      return title.includes("+") || context.get("ctx_ver") !== "Z39.88-2004" || !context.get("rft.atitle") ||
        context.get("rft_val_fmt") !== "info:ofi/fmt:kev:mtx:journal";
    }));
  });

  it("the BibTeX in a page is that of its file", () => expect_none(paper_pages.filter((page) => {
    const block = decode(/<pre>(@[^<]*)<\/pre>/.exec(page.html)?.[1] ?? "");
    const file = /<a href="([^"]*)" rel="alternate" type="application\/x-bibtex">/.exec(page.html)?.[1];
    return block !== readFileSync(file_at(file), "utf8");
  }).map((page) => page.address)));
}

function structured_tests() {
  const kinds = {
    paper: "ScholarlyArticle", edition: "PublicationIssue", rollup: "CollectionPage", topic: "CollectionPage", home: "WebSite",
  };
  for (const [kind, type] of Object.entries(kinds)) {
    it(`a page of kind ${kind} says that it is a ${type}, and leads to pages that are there`, () => {
      const of_kind = pages.filter((page) => page.kind === kind);
      assert.ok(of_kind.length > 0);
      expect_none(of_kind.flatMap((page) => {
        const [data, ...more] = structured(page);
        if (!data || more.length > 0 || ![data["@type"]].flat().includes(type)) return [`${page.address}: ${JSON.stringify(data)?.slice(0, 80)}`];
        return own_addresses(data).filter((url) => !file_at(url.slice(site_origin.length))).map((url) => `${page.address}: ${url}`);
      }));
    });
  }

  it("lists count what they hold", () => expect_none(pages.filter((page) => {
    const list = structured(page)[0]?.mainEntity;
    const shown = page.kind === "topic" ? (page.html.match(/<li class="line/g) ?? []).length : list?.itemListElement.length;
    return list && list.numberOfItems !== shown;
  }).map((page) => page.address)));
}

export function tests() {
  file_tests();
  page_tests();
  structured_tests();
}
