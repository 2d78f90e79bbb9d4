/**
 * What came out in the last two days, for Google News:
 * https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap. The time is
 * that of the first publication, whatever changed since.
 */
import type { OutletSettings } from "#db/shapes.ts";
import { labelIn } from "../publications/reader-records.ts";
import { storyPath } from "../site.ts";
import { isoWithOffset } from "../time.ts";
import type { Language } from "../vocabulary.ts";
import { NEWS_HOURS, type NewsLine } from "./list-sitemap.ts";
import { element, xmlText } from "./xml.ts";

const HOUR_MS = 3_600_000;

/** When a story leaves the sitemap of news that was printed with it. */
export const newsEnds = ({ publishedAt }: NewsLine): Date =>
  new Date(publishedAt.getTime() + NEWS_HOURS * HOUR_MS);

/** From when on a story is news at this instant. */
export const newsBegins = (now: Date): Date => new Date(now.getTime() - NEWS_HOURS * HOUR_MS);

type Where = { settings: OutletSettings; origin: string; language: Language };

export function newsSitemap(stories: readonly NewsLine[], { settings, origin, language }: Where): string {
  const name = publicationName(labelIn(settings.name, language, settings.defaultLanguage));
  const lines = stories.map(({ address, headline, publishedAt }) =>
    [
      `<url><loc>${xmlText(origin + storyPath(address))}</loc><news:news>`,
      `<news:publication>${element("news:name", name)}${element("news:language", language)}</news:publication>`,
      element("news:publication_date", isoWithOffset(publishedAt, settings.timeZone)),
      element("news:title", headline),
      "</news:news></url>",
    ].join(""),
  );
  return (
    '<?xml version="1.0" encoding="utf-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" ' +
    `xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">\n${lines.join("\n")}\n</urlset>\n`
  );
}

/** Google wants the name without what stands in brackets. */
function publicationName(name: string): string {
  return name.replace(/\s*\([^)]*\)/g, "").trim() || name;
}
