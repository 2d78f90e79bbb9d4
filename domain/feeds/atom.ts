/**
 * Atom: https://www.rfc-editor.org/rfc/rfc4287. `updated` is the last change that readers were
 * told of, as the standard wants it: "a significant way".
 */
import { feedOf, frontPath } from "../site.ts";
import { isoWithOffset } from "../time.ts";
import { entriesOf, type Feed, type FeedEntry, lastChange, outletNameOf } from "./feed.ts";
import { mediaContent } from "./rss.ts";
import { element, xmlText } from "./xml.ts";

export const ATOM_TYPE = "application/atom+xml; charset=utf-8";

/** A feed must say when it changed, also before there is anything in it. */
const NEVER = "1970-01-01T00:00:00Z";

export function atom(feed: Feed): string {
  const { settings, language, origin, title, path } = feed;
  const changed = lastChange(feed);
  const self = origin + feedOf(path, "atom");
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/" xml:lang="${language}">`,
    element("id", self),
    element("title", title),
    element("subtitle", feed.description),
    element("updated", changed === null ? NEVER : isoWithOffset(changed, settings.timeZone)),
    `<link rel="self" type="application/atom+xml" href="${xmlText(self)}"/>`,
    `<link rel="alternate" type="text/html" hreflang="${language}" href="${xmlText(origin + path)}"/>`,
    person(outletNameOf(feed), origin + frontPath(language)),
    ...entriesOf(feed).map((entry) => written(entry, feed)),
    "</feed>\n",
  ]
    .filter((line) => line !== "")
    .join("\n");
}

function written(entry: FeedEntry, { language }: Feed): string {
  const { clock, picture } = entry;
  return [
    "<entry>",
    element("id", entry.id),
    element("title", entry.headline),
    `<link rel="alternate" type="text/html" hreflang="${language}" href="${xmlText(entry.url)}"/>`,
    element("published", clock.publishedIso),
    element("updated", clock.modifiedIso),
    ...entry.authors.map((name) => person(name)),
    ...entry.categories.map((label) => `<category term="${xmlText(label)}"/>`),
    element("summary", entry.summary),
    `<content type="html">${xmlText(entry.html)}</content>`,
    picture === null ? "" : mediaContent(picture),
    "</entry>",
  ]
    .filter((line) => line !== "")
    .join("\n");
}

function person(name: string, uri: string | null = null): string {
  return `<author>${element("name", name)}${element("uri", uri)}</author>`;
}
