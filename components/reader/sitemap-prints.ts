import type { ListedWord, SitemapLine } from "#domain/feeds/list-sitemap.ts";
import { listSitemapOf, SITEMAP_TYPE, storySitemap } from "#domain/feeds/sitemap.ts";
import { keys } from "#domain/publications/keys.ts";
import type { Edition } from "#domain/publications/reader-records.ts";
import type { Language } from "#domain/vocabulary.ts";
import { missingPrint, type PrintingPress } from "./prints.tsx";
import { wholeMediaBase } from "./sheet.ts";

const HOUR_MS = 3_600_000;

/** New topics and bylines are found within some hours: no publish waits for this file. */
export function listsSitemapPrint(
  { origin, now }: PrintingPress,
  edition: Edition,
  words: readonly ListedWord[],
) {
  const { settings } = edition;
  return {
    ...{ status: 200 as const, keys: [keys.outlet()], contentType: SITEMAP_TYPE },
    staleAt: new Date(now.getTime() + 6 * HOUR_MS),
    body: listSitemapOf({ ...edition, words }, { settings, origin }),
  };
}

type Month = { language: Language; month: string; stories: readonly SitemapLine[] };

export function storySitemapPrint(
  press: PrintingPress,
  edition: Edition,
  { language, month, stories }: Month,
) {
  const waits = keys.sitemapOf(language, month);
  if (stories.length === 0) return missingPrint(press, edition, undefined, [waits]);
  const { origin, mediaUrl = "" } = press;
  const where = { settings: edition.settings, origin, mediaBase: wholeMediaBase({ origin, mediaUrl }) };
  return {
    ...{ status: 200 as const, keys: [keys.outlet(), waits, keys.pictures()], contentType: SITEMAP_TYPE },
    body: storySitemap(stories, where),
  };
}
