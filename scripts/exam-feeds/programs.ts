/**
 * What people read feeds with: three parsers of other people's, each of which must find every
 * story, its headline, its address and its time as they are.
 */
import { parseFeed as rowan } from "@rowanmanning/feed-parser";
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from "feedsmith";
import RssParser from "rss-parser";
import type { FeedFormat } from "#domain/site.ts";

/** A story as the newsroom has it, and as a program found it. */
export type Seen = { title: string; url: string; publishedAt: number };

type Found = { program: string; stories: Seen[] };

const at = (date: unknown): number => (date instanceof Date ? date.getTime() : Date.parse(String(date)));

export async function read(format: FeedFormat, text: string): Promise<Found[]> {
  if (format === "json") return [{ program: "feedsmith", stories: jsonStories(text) }];
  const feedsmith = format === "rss" ? rssStories(text) : atomStories(text);
  const other = await new RssParser().parseString(text);
  const third = rowan(text);
  return [
    { program: "feedsmith", stories: feedsmith },
    {
      program: "rss-parser",
      stories: other.items.map((item) => ({
        title: String(item.title),
        url: String(item.link),
        publishedAt: at(
          item.isoDate === undefined || format === "rss" ? item.pubDate : (item.pubDate ?? item.isoDate),
        ),
      })),
    },
    {
      program: "feed-parser",
      stories: third.items.map(({ title, url, published }) => ({
        title: String(title),
        url: String(url),
        publishedAt: at(published),
      })),
    },
  ];
}

function rssStories(text: string): Seen[] {
  return (parseRssFeed(text).items ?? []).map(({ title, link, pubDate }) => ({
    title: String(title),
    url: String(link),
    publishedAt: at(pubDate),
  }));
}

function atomStories(text: string): Seen[] {
  return (parseAtomFeed(text).entries ?? []).map(({ title, links, published }) => ({
    title: String(typeof title === "string" ? title : (title as { value?: string } | undefined)?.value),
    url: String(links?.[0]?.href),
    publishedAt: at(published),
  }));
}

function jsonStories(text: string): Seen[] {
  return (parseJsonFeed(JSON.parse(text)).items ?? []).map(({ title, url, date_published }) => ({
    title: String(title),
    url: String(url),
    publishedAt: at(date_published),
  }));
}

/** feed-parser takes a headline for markup and reads its "&amp;" as "&": its habit with every feed. */
function asReadBy(program: string, title: string): string {
  return (program === "feed-parser" ? title.replaceAll("&amp;", "&") : title).trim();
}

/** How what a program found differs from what there is; white space at the ends is nobody's. */
export function differences(there: readonly Seen[], { program, stories }: Found): string[] {
  if (stories.length !== there.length)
    return [`${program} finds ${stories.length} of ${there.length} stories`];
  return there.flatMap((story, place) => {
    const found = stories[place];
    const wrong = [];
    if (found?.title.trim() !== asReadBy(program, story.title))
      wrong.push(`${program} reads “${found?.title}” for “${story.title}”`);
    if (found?.url !== story.url) wrong.push(`${program} is led to ${found?.url}, not ${story.url}`);
    if (found?.publishedAt !== story.publishedAt)
      wrong.push(`${program} takes ${story.url} for another time`);
    return wrong;
  });
}
