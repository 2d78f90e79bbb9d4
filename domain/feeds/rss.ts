/** RSS 2.0: https://www.rssboard.org/rss-specification, with its usual companions. */
import { feedOf } from "../site.ts";
import { rfc822 } from "../time.ts";
import { entriesOf, type Feed, type FeedEntry, type FeedPicture, lastChange } from "./feed.ts";
import { cdata, element, xmlText } from "./xml.ts";

export const RSS_TYPE = "application/rss+xml; charset=utf-8";

const NAMESPACES = [
  'xmlns:atom="http://www.w3.org/2005/Atom"',
  'xmlns:content="http://purl.org/rss/1.0/modules/content/"',
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
  'xmlns:dcterms="http://purl.org/dc/terms/"',
  'xmlns:media="http://search.yahoo.com/mrss/"',
].join(" ");

export function rss(feed: Feed): string {
  const { settings, language, origin, title, path } = feed;
  const changed = lastChange(feed);
  return [
    `<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0" ${NAMESPACES}><channel>`,
    element("title", title),
    element("link", origin + path),
    element("description", feed.description || title),
    element("language", language),
    element("lastBuildDate", changed && rfc822(changed, settings.timeZone)),
    "<ttl>15</ttl>",
    `<atom:link href="${xmlText(origin + feedOf(path, "rss"))}" rel="self" type="application/rss+xml"/>`,
    ...entriesOf(feed).map((entry) => item(entry, settings.timeZone)),
    "</channel></rss>\n",
  ].join("\n");
}

function item(entry: FeedEntry, timeZone: string): string {
  const { clock, picture } = entry;
  return [
    "<item>",
    element("title", entry.headline),
    element("link", entry.url),
    `<guid isPermaLink="false">${entry.id}</guid>`,
    element("pubDate", rfc822(clock.publishedAt, timeZone)),
    ...entry.authors.map((name) => element("dc:creator", name)),
    ...entry.categories.map((label) => element("category", label)),
    element("description", entry.summary),
    `<content:encoded>${cdata(entry.html)}</content:encoded>`,
    picture === null ? "" : mediaContent(picture),
    clock.modifiedAt === null ? "" : element("atom:updated", clock.modifiedIso),
    clock.modifiedAt === null ? "" : element("dcterms:modified", clock.modifiedIso),
    "</item>",
  ]
    .filter((line) => line !== "")
    .join("\n");
}

/** https://www.rssboard.org/media-rss: the picture over the story, for programs that show one. */
export function mediaContent({ url, width, height, bytes, credit, description }: FeedPicture): string {
  return (
    `<media:content url="${xmlText(url)}" type="image/jpeg" medium="image" width="${width}" height="${height}" fileSize="${bytes}">` +
    (description === ""
      ? ""
      : `<media:description type="plain">${xmlText(description)}</media:description>`) +
    `${element("media:credit", credit)}</media:content>`
  );
}
