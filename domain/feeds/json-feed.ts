/** JSON Feed 1.1: https://www.jsonfeed.org/version/1.1/ */
import { feedOf, frontPath } from "../site.ts";
import { isoWithOffset } from "../time.ts";
import { entriesOf, type Feed, type FeedEntry, outletNameOf } from "./feed.ts";

export const JSON_FEED_TYPE = "application/feed+json; charset=utf-8";

export function jsonFeed(feed: Feed): string {
  const { language, origin, title, path, description } = feed;
  return JSON.stringify({
    version: "https://jsonfeed.org/version/1.1",
    title,
    home_page_url: origin + path,
    feed_url: origin + feedOf(path, "json"),
    ...(description !== "" && { description }),
    language,
    authors: [{ name: outletNameOf(feed), url: origin + frontPath(language) }],
    items: entriesOf(feed).map((entry) => item(entry, feed)),
  });
}

/** What readers were told of changes stands in an object of our own, as the standard allows. */
function item(entry: FeedEntry, { language, settings }: Feed) {
  const { clock, picture, notices, authors } = entry;
  return {
    id: entry.id,
    url: entry.url,
    title: entry.headline,
    ...(entry.summary !== "" && { summary: entry.summary }),
    content_html: entry.html,
    ...(picture !== null && { image: picture.url }),
    date_published: clock.publishedIso,
    ...(clock.modifiedAt !== null && { date_modified: clock.modifiedIso }),
    ...(authors.length > 0 && { authors: authors.map((name) => ({ name })) }),
    tags: entry.categories,
    language,
    ...(notices.length > 0 && {
      _notices: notices.map(({ kind, at, text }) => ({
        kind,
        at: isoWithOffset(at, settings.timeZone),
        text,
      })),
    }),
  };
}
