/** https://www.sitemaps.org/protocol.html; `lastmod` is the last significant change and nothing else. */
import type { OutletSettings } from "#db/shapes.ts";
import type { Edition } from "../publications/reader-records.ts";
import {
  bylinePath,
  frontPath,
  latestPath,
  sectionPath,
  sitemapPath,
  sitePagePath,
  storyPath,
  topicPath,
} from "../site.ts";
import { LANGUAGE_CODES, type Language } from "../vocabulary.ts";
import { alternatesOf } from "./alternates.ts";
import type { ListedWord, SitemapLine, SitemapMonth } from "./list-sitemap.ts";
import { xmlText } from "./xml.ts";

export const SITEMAP_TYPE = "application/xml; charset=utf-8";

const HEAD = '<?xml version="1.0" encoding="utf-8"?>\n';
const SITEMAP = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';
const XHTML = 'xmlns:xhtml="http://www.w3.org/1999/xhtml"';
const IMAGE = 'xmlns:image="http://www.google.com/schemas/sitemap-image/1.1"';

type Where = { settings: OutletSettings; origin: string };

/** Everything that isn't a story: fronts, sections, topics, bylines. */
export const SITEMAP_OF_LISTS = "lists.xml";

/** What a sitemap's file name asks for: "ckb-2026-11.xml", "lists.xml"; null: nothing that there is. */
export function sitemapPartIn(name: string): "lists" | { language: Language; month: string } | null {
  if (name === SITEMAP_OF_LISTS) return "lists";
  const match = /^([a-z]{2,3})-((?:19|20)\d\d-(?:0[1-9]|1[0-2]))\.xml$/.exec(name);
  const language = LANGUAGE_CODES.find((code) => code === match?.[1]);
  return language === undefined ? null : { language, month: match?.[2] ?? "" };
}

/** The list of sitemaps: one of lists, one of stories for each language and month. */
export function sitemapIndex(months: readonly SitemapMonth[], { origin }: Pick<Where, "origin">): string {
  const lines = months.map(
    ({ language, month, changedAt }) =>
      `<sitemap><loc>${xmlText(origin + sitemapPath(language, month))}</loc>` +
      `<lastmod>${changedAt.toISOString()}</lastmod></sitemap>`,
  );
  const lists = `<sitemap><loc>${xmlText(`${origin}/sitemap/${SITEMAP_OF_LISTS}`)}</loc></sitemap>`;
  return `${HEAD}<sitemapindex ${SITEMAP}>\n${[lists, ...lines].join("\n")}\n</sitemapindex>\n`;
}

/** Stories with their languages and pictures. `mediaBase` is the whole address before a file's name. */
export function storySitemap(
  stories: readonly SitemapLine[],
  { settings, origin, mediaBase }: Where & { mediaBase: string },
): string {
  const lines = stories.map(({ address, significantAt, family, pictures }) => {
    const versions = family.map((sibling) => ({ language: sibling.language, path: storyPath(sibling) }));
    const images = pictures.map(
      (name) => `<image:image><image:loc>${xmlText(`${mediaBase}/${name}`)}</image:loc></image:image>`,
    );
    return (
      `<url><loc>${xmlText(origin + storyPath(address))}</loc><lastmod>${significantAt.toISOString()}</lastmod>` +
      `${alternates(versions, { settings, origin })}${images.join("")}</url>`
    );
  });
  return `${HEAD}<urlset ${SITEMAP} ${XHTML} ${IMAGE}>\n${lines.join("\n")}\n</urlset>\n`;
}

type Lists = Pick<Edition, "sections" | "imprint"> & { words: readonly ListedWord[] };

/** The outlet's fronts and lists in each of its languages, and the pages about it in those that they have. */
export function listSitemapOf({ sections, imprint, words }: Lists, where: Where): string {
  const { languages } = where.settings;
  const everywhere = (pathIn: (language: Language) => string) => ({ languages, pathIn });
  const pages = [
    everywhere(frontPath),
    everywhere(latestPath),
    ...sections.map(({ slug }) => everywhere((language) => sectionPath(language, slug))),
    ...[...Map.groupBy(imprint.pages, ({ familyId }) => familyId).values()].map((pages) => ({
      languages: pages.map(({ language }) => language),
      pathIn: (language: Language) =>
        sitePagePath(language, pages.find((page) => page.language === language)?.slug ?? ""),
    })),
    ...words.map(({ kind, slug, languages }) => ({
      languages,
      pathIn: (language: Language) =>
        kind === "topic" ? topicPath(language, slug) : bylinePath(language, slug),
    })),
  ];
  const lines = pages.flatMap(({ languages, pathIn }) => {
    const versions = languages.map((language) => ({ language, path: pathIn(language) }));
    const others = alternates(versions, where);
    return versions.map(({ path }) => `<url><loc>${xmlText(where.origin + path)}</loc>${others}</url>`);
  });
  return `${HEAD}<urlset ${SITEMAP} ${XHTML}>\n${lines.join("\n")}\n</urlset>\n`;
}

function alternates(
  versions: readonly { language: Language; path: string }[],
  { settings, origin }: Where,
): string {
  return alternatesOf(versions, settings.defaultLanguage)
    .map(
      ({ hreflang, address }) =>
        `<xhtml:link rel="alternate" hreflang="${hreflang}" href="${xmlText(origin + address.path)}"/>`,
    )
    .join("");
}
