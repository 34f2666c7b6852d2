// A feed as two parsers read it, both brought to the same form:
//   title, page, self, previous (the document before it), and of each item
//   id, title, url, date (of its day), html and text (without tags and entities).
import { installed } from "./places.mjs";

const { parseAtomFeed, parseJsonFeed, parseRssFeed } = installed("feedsmith");
const RssParser = installed("rss-parser");

const kEntities = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };
export const decode = (text) => text.replace(/&(amp|lt|gt|quot|#39);/g, (_, name) => kEntities[name]);

// Parsers differ in whether they trim.
function item_of(id, title, url, date, html) {
  const text = decode(html.replace(/<[^>]*>/g, "")).trim();
  return { id, title, url, date: new Date(date).toISOString().slice(0, 10), html: html.trim(), text };
}

const href = (links, relation) => links.find(({ rel }) => rel === relation)?.href;

function from_atom({ title, links, entries = [] }) {
  return {
    title: title.value, page: href(links, "alternate"), self: href(links, "self"), previous: href(links, "prev-archive"),
    items: entries.map((entry) =>
      item_of(entry.id, entry.title.value, href(entry.links, "alternate"), entry.published, entry.content.value)),
  };
}

function from_rss({ title, link, atom, items = [] }) {
  return {
    title, page: link, self: href(atom.links, "self"), previous: undefined,
    items: items.map((item) => item_of(item.guid.value, item.title, item.link, item.pubDate, item.content.encoded)),
  };
}

function from_json({ title, home_page_url, feed_url, items = [] }) {
  return {
    title, page: home_page_url, self: feed_url, previous: undefined,
    items: items.map((item) => item_of(item.id, item.title, item.url, item.date_published, item.content_html)),
  };
}

// The other parser passes over links of feeds that it has no name for.
async function from_other(text) {
  const parser = new RssParser({ customFields: { feed: [["link", "links", { keepArray: true }]] } });
  const feed = await parser.parseString(text);
  const links = (feed.links ?? []).map((link) => link.$ ?? {});
  return {
    title: feed.title, page: feed.link, self: feed.feedUrl, previous: href(links, "prev-archive"),
    items: feed.items.map((item) =>
      item_of(item.id ?? item.guid, item.title, item.link, item.isoDate, item["content:encoded"] ?? item.content)),
  };
}

// [as feedsmith reads it, as another does]: rss-parser for XML, JSON.parse for JSON.
export async function read_feed(file, text) {
  if (file.endsWith(".json")) return [from_json(parseJsonFeed(text)), from_json(JSON.parse(text))];
  const first = /rss\.xml$/.test(file) ? from_rss(parseRssFeed(text)) : from_atom(parseAtomFeed(text));
  return [first, await from_other(text)];
}
