/** What sitemaps.org and Google demand of sitemaps, and schema.org of a story's record. */
import { childrenOf, textOf, xmlTree } from "./xml-tree.ts";

const W3C = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d))?$/;
const isAddress = (text: unknown): boolean =>
  /^https?:\/\/\S+$/.test(String(text)) && URL.canParse(String(text));

export function sitemapErrors(text: string): string[] {
  const root = xmlTree(text);
  const wrong: string[] = [];
  const entry = root.name === "map:sitemapindex" ? "map:sitemap" : "map:url";
  if (root.name !== "map:sitemapindex" && root.name !== "map:urlset") return [`not a sitemap: ${root.name}`];
  const entries = childrenOf(root, entry);
  if (entries.length === 0 || entries.length > 50_000) wrong.push(`${entries.length} entries`);
  if (Buffer.byteLength(text) > 50_000_000) wrong.push("more than 50 MB");
  const seen = new Set<string>();
  for (const url of entries) {
    const loc = textOf(url, "map:loc") ?? "";
    const lastmod = textOf(url, "map:lastmod");
    if (!isAddress(loc) || seen.has(loc)) wrong.push(`an address twice, or not whole: ${loc}`);
    seen.add(loc);
    if (lastmod !== null && !W3C.test(lastmod)) wrong.push(`a date that isn't W3C's: ${lastmod}`);
    const alternates = childrenOf(url, "xhtml:link").map(({ attributes }) => attributes);
    if (alternates.length > 0 && !alternates.some(({ href }) => href === loc))
      wrong.push("languages without its own");
    if (alternates.length > 0 && alternates.filter(({ hreflang }) => hreflang === "x-default").length !== 1) {
      wrong.push("languages without a default");
    }
    for (const image of childrenOf(url, "image:image")) {
      if (!isAddress(textOf(image, "image:loc"))) wrong.push("a picture without a whole address");
    }
  }
  return wrong;
}

export function newsSitemapErrors(text: string, now: Date): string[] {
  const wrong: string[] = [];
  const urls = childrenOf(xmlTree(text), "map:url");
  if (urls.length > 1_000) wrong.push(`${urls.length} entries`);
  for (const url of urls) {
    const [news] = childrenOf(url, "news:news");
    const publication = news && childrenOf(news, "news:publication")[0];
    if (!news || !publication) {
      wrong.push("an entry without its news");
      continue;
    }
    if (!/^[^()]+$/.test(textOf(publication, "news:name") ?? "")) wrong.push("a name with brackets, or none");
    if (!/^[a-z]{2,3}$/.test(textOf(publication, "news:language") ?? "")) wrong.push("no language");
    const date = textOf(news, "news:publication_date") ?? "";
    const hours = (now.getTime() - Date.parse(date)) / 3_600_000;
    if (!W3C.test(date) || !(hours >= -1 && hours <= 48)) wrong.push(`not news: ${date}`);
    if (!textOf(news, "news:title")) wrong.push("no title");
    if (!isAddress(textOf(url, "map:loc"))) wrong.push("an address that isn't whole");
  }
  return wrong;
}

type Thing = Record<string, unknown> & { "@type"?: string };

/** Properties that schema.org has for each type that we use, with what may stand there. */
const TYPES: Readonly<Record<string, string>> = {
  NewsArticle:
    "@context @type @id url mainEntityOfPage headline description image datePublished dateModified author publisher articleSection dateline creditText inLanguage isAccessibleForFree wordCount version about workTranslation correction isBasedOn",
  Person: "@type name url",
  NewsMediaOrganization:
    "@type @id name url logo sameAs legalName foundingDate email telephone address description publishingPrinciples correctionsPolicy ethicsPolicy ownershipFundingInfo masthead contactPoint actionableFeedbackPolicy noBylinesPolicy",
  ImageObject: "@type url contentUrl width height caption creditText",
  CorrectionComment: "@type text datePublished url",
  Thing: "@type name",
  PostalAddress: "@type streetAddress addressLocality postalCode addressCountry",
  ContactPoint: "@type contactType email telephone",
  AboutPage: "@type url",
};

export function articleErrors(article: Thing): string[] {
  const wrong: string[] = [];
  if (article["@context"] !== "https://schema.org" || article["@type"] !== "NewsArticle")
    wrong.push("not a NewsArticle");
  for (const name of [
    "headline",
    "datePublished",
    "dateModified",
    "author",
    "publisher",
    "url",
    "inLanguage",
  ]) {
    if (!article[name] || String(article[name]) === "") wrong.push(`no ${name}`);
  }
  if (Date.parse(String(article.dateModified)) < Date.parse(String(article.datePublished)))
    wrong.push("changed before it came out");
  walk(article, wrong);
  return wrong;
}

function walk(value: unknown, wrong: string[]): void {
  if (Array.isArray(value)) for (const each of value) walk(each, wrong);
  if (typeof value !== "object" || value === null || Array.isArray(value)) return;
  const thing = value as Thing;
  const known = TYPES[String(thing["@type"])]?.split(" ");
  if (!known) wrong.push(`a type that we don't use: ${thing["@type"]}`);
  for (const [name, each] of Object.entries(thing)) {
    if (known && !known.includes(name)) wrong.push(`${thing["@type"]} has no ${name}`);
    if (each === "" || each === null || each === undefined) wrong.push(`an empty ${name}`);
    if (/^date/.test(name) && name !== "dateline" && !W3C.test(String(each)))
      wrong.push(`${name} isn't a date: ${each}`);
    if (/^(?:url|contentUrl|@id|mainEntityOfPage)$/.test(name) && !isAddress(each))
      wrong.push(`${name} isn't whole: ${each}`);
    if (/^(?:width|height|wordCount)$/.test(name) && !(Number(each) >= 0)) wrong.push(`${name} is no number`);
    walk(each, wrong);
  }
}
