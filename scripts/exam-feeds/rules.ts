/**
 * What each standard demands, as far as it can be said of one file: RSS 2.0 and the validator's
 * advice, RFC 4287, JSON Feed 1.1, sitemaps.org, Google's news sitemap, schema.org's NewsArticle.
 * An answer is the list of what is wrong.
 */
import { childrenOf, textOf, type XmlNode, xmlTree } from "./xml-tree.ts";

type Complain = (sentence: string) => void;

const RFC822 =
  /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d\d:\d\d:\d\d (?:[+-]\d{4}|GMT)$/;
const RFC3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/;
const isAddress = (text: string | null | undefined): boolean =>
  /^https?:\/\/\S+$/.test(text ?? "") && URL.canParse(text ?? "");

/** Each element of a parent at least `least` times and at most `most`. */
function counted(node: XmlNode, rules: Record<string, [number, number]>, complain: Complain): void {
  for (const [name, [least, most]] of Object.entries(rules)) {
    const found = childrenOf(node, name).length;
    if (found < least || found > most) complain(`<${node.name}> has ${found} <${name}>`);
  }
}

const MANY = Number.POSITIVE_INFINITY;

/** Markup that a feed carries must be whole and must not run. */
export function htmlErrors(html: string): string[] {
  const wrong: string[] = [];
  if (/<script|<style|\son\w+=|javascript:/i.test(html)) wrong.push("a text that could run");
  if (/(?:src|href)="(?!https?:|mailto:|tel:|#)/.test(html)) wrong.push("an address that isn't whole");
  if (/<!--/.test(html)) wrong.push("a mark where a picture should hang");
  const closed = html.replace(/<(?:img|br|hr)\b[^>]*>/g, "").replaceAll("&nbsp;", " ");
  try {
    xmlTree(`<div>${closed}</div>`);
  } catch (error) {
    wrong.push(`a text whose tags don't match: ${(error as Error).message}`);
  }
  return wrong;
}

function media(entry: XmlNode, complain: Complain): void {
  for (const { attributes } of childrenOf(entry, "media:content")) {
    if (!isAddress(attributes.url)) complain("a picture without a whole address");
    if (attributes.type !== "image/jpeg" || attributes.medium !== "image") complain("a picture of no type");
    if (![attributes.width, attributes.height, attributes.fileSize].every((size) => Number(size) > 0)) {
      complain("a picture without its size");
    }
  }
}

export function rssErrors(text: string): string[] {
  const wrong: string[] = [];
  const complain: Complain = (sentence) => void wrong.push(sentence);
  const root = xmlTree(text);
  if (root.name !== "rss" || root.attributes.version !== "2.0") complain("not RSS 2.0");
  const [channel] = childrenOf(root, "channel");
  if (!channel) return [...wrong, "no channel"];
  counted(
    channel,
    {
      title: [1, 1],
      link: [1, 1],
      description: [1, 1],
      language: [1, 1],
      lastBuildDate: [0, 1],
      "atom:link": [1, 1],
    },
    complain,
  );
  const self = childrenOf(channel, "atom:link")[0]?.attributes;
  if (self?.rel !== "self" || self.type !== "application/rss+xml" || !isAddress(self.href))
    complain("no link to itself");
  const guids = new Set<string>();
  for (const item of childrenOf(channel, "item")) {
    counted(
      item,
      {
        title: [1, 1],
        link: [1, 1],
        guid: [1, 1],
        pubDate: [1, 1],
        description: [0, 1],
        "content:encoded": [1, 1],
        author: [0, 0],
        "dc:creator": [0, MANY],
        "atom:updated": [0, 1],
      },
      complain,
    );
    if (!RFC822.test(textOf(item, "pubDate") ?? ""))
      complain(`a date that isn't RFC 822: ${textOf(item, "pubDate")}`);
    if (!isAddress(textOf(item, "link"))) complain("a link that isn't whole");
    if (childrenOf(item, "guid")[0]?.attributes.isPermaLink !== "false") complain("an address as the guid");
    const guid = textOf(item, "guid") ?? "";
    if (guids.has(guid)) complain("a guid twice");
    guids.add(guid);
    wrong.push(...htmlErrors(textOf(item, "content:encoded") ?? ""));
    media(item, complain);
  }
  return wrong;
}

export function atomErrors(text: string): string[] {
  const wrong: string[] = [];
  const complain: Complain = (sentence) => void wrong.push(sentence);
  const feed = xmlTree(text);
  if (feed.name !== "atom:feed") return ["not an Atom feed"];
  counted(
    feed,
    {
      "atom:id": [1, 1],
      "atom:title": [1, 1],
      "atom:updated": [1, 1],
      "atom:author": [1, MANY],
      "atom:subtitle": [0, 1],
    },
    complain,
  );
  const rels = childrenOf(feed, "atom:link").map(({ attributes }) => attributes.rel);
  if (rels.filter((rel) => rel === "self").length !== 1) complain("no link to itself");
  const ids = new Set<string>();
  for (const entry of childrenOf(feed, "atom:entry")) {
    counted(
      entry,
      {
        "atom:id": [1, 1],
        "atom:title": [1, 1],
        "atom:updated": [1, 1],
        "atom:published": [1, 1],
        "atom:content": [1, 1],
        "atom:summary": [0, 1],
      },
      complain,
    );
    for (const name of ["atom:updated", "atom:published"]) {
      if (!RFC3339.test(textOf(entry, name) ?? ""))
        complain(`a date that isn't RFC 3339: ${textOf(entry, name)}`);
    }
    if (Date.parse(textOf(entry, "atom:updated") ?? "") < Date.parse(textOf(entry, "atom:published") ?? ""))
      complain("changed before it came out");
    const alternate = childrenOf(entry, "atom:link").filter(
      ({ attributes }) => attributes.rel === "alternate",
    );
    if (alternate.length !== 1 || !isAddress(alternate[0]?.attributes.href)) complain("no way to the page");
    if (childrenOf(entry, "atom:author").some((author) => !textOf(author, "atom:name")))
      complain("an author without a name");
    if (childrenOf(entry, "atom:category").some(({ attributes }) => !attributes.term))
      complain("a category without a term");
    const id = textOf(entry, "atom:id") ?? "";
    if (ids.has(id) || !/^urn:uuid:[0-9a-f-]{36}$/.test(id)) complain(`an id twice, or none: ${id}`);
    ids.add(id);
    if (childrenOf(entry, "atom:content")[0]?.attributes.type !== "html") complain("a text of no type");
    wrong.push(...htmlErrors(textOf(entry, "atom:content") ?? ""));
    media(entry, complain);
  }
  return wrong;
}

type JsonItem = Record<string, unknown> & { authors?: { name?: string }[]; content_html?: string };

export function jsonFeedErrors(text: string): string[] {
  const wrong: string[] = [];
  const feed = JSON.parse(text) as Record<string, unknown> & { items?: JsonItem[] };
  if (feed.version !== "https://jsonfeed.org/version/1.1") wrong.push("not JSON Feed 1.1");
  if (typeof feed.title !== "string" || !Array.isArray(feed.items)) return [...wrong, "no title or no items"];
  if (!isAddress(String(feed.home_page_url)) || !isAddress(String(feed.feed_url)))
    wrong.push("an address that isn't whole");
  const known = "id url title summary image content_html date_published date_modified authors tags language";
  for (const item of feed.items) {
    const strange = Object.keys(item).filter(
      (name) => !name.startsWith("_") && !known.split(" ").includes(name),
    );
    if (strange.length > 0) wrong.push(`fields that nobody knows: ${strange}`);
    if (typeof item.id !== "string" || !item.content_html) wrong.push("an item without id or text");
    for (const date of [item.date_published, item.date_modified ?? item.date_published]) {
      if (!RFC3339.test(String(date))) wrong.push(`a date that isn't RFC 3339: ${date}`);
    }
    if ([item.url, item.image ?? item.url].some((address) => !isAddress(String(address))))
      wrong.push("an address that isn't whole");
    if (item.authors?.some(({ name }) => !name)) wrong.push("an author without a name");
    wrong.push(...htmlErrors(item.content_html ?? ""));
  }
  if (new Set(feed.items.map(({ id }) => id)).size !== feed.items.length) wrong.push("an id twice");
  return wrong;
}
