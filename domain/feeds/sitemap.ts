/** https://www.sitemaps.org/protocol.html; `lastmod` is the last significant change and nothing else. */
import type { OutletSettings } from "#db/shapes.ts";
import { frontPath, storyPath } from "../site.ts";
import type { Language } from "../vocabulary.ts";
import { type Alternate, alternatesOf } from "./alternates.ts";
import type { SitemapLine, SitemapPart } from "./list-sitemap.ts";
import { xmlText } from "./xml.ts";

export const SITEMAP_TYPE = "application/xml; charset=utf-8";

const HEAD = '<?xml version="1.0" encoding="utf-8"?>\n';
const SITEMAP = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';
const XHTML = 'xmlns:xhtml="http://www.w3.org/1999/xhtml"';

type Where = { settings: OutletSettings; origin: string };

/** Where a part of the sitemap is found. */
export function sitemapPartPath(part: number): string {
  return `/sitemap/${part}.xml`;
}

/** The part that a file name asks for, "3.xml"; null: none. */
export function sitemapPartIn(segment: string): number | null {
  const match = /^([1-9]\d{0,6})\.xml$/.exec(segment);
  return match ? Number(match[1]) : null;
}

/** The list of parts, for an outlet with more stories than one part may hold. */
export function sitemapIndex(parts: readonly SitemapPart[], { origin }: Pick<Where, "origin">): string {
  const lines = parts.map(
    ({ part, significantAt }) =>
      `<sitemap><loc>${xmlText(origin + sitemapPartPath(part))}</loc>` +
      `<lastmod>${significantAt.toISOString()}</lastmod></sitemap>`,
  );
  return `${HEAD}<sitemapindex ${SITEMAP}>\n${lines.join("\n")}\n</sitemapindex>\n`;
}

/** The fronts of every language and these stories. */
export function sitemap(stories: readonly SitemapLine[], { settings, origin }: Where): string {
  const fronts = settings.languages.map((language) => {
    const languages = settings.languages.map((other) => ({ language: other }));
    return line(
      origin + frontPath(language),
      null,
      links(alternatesOf(languages, settings.defaultLanguage), origin),
    );
  });
  const lines = stories.map(({ address, significantAt, family }) =>
    line(
      origin + storyPath(address),
      significantAt.toISOString(),
      alternatesOf(family, settings.defaultLanguage).map((alternate) =>
        link(alternate.hreflang, origin + storyPath(alternate.address)),
      ),
    ),
  );
  return `${HEAD}<urlset ${SITEMAP} ${XHTML}>\n${[...fronts, ...lines].join("\n")}\n</urlset>\n`;
}

function links(alternates: readonly Alternate<{ language: Language }>[], origin: string): string[] {
  return alternates.map(({ hreflang, address }) => link(hreflang, origin + frontPath(address.language)));
}

function link(hreflang: string, href: string): string {
  return `<xhtml:link rel="alternate" hreflang="${hreflang}" href="${xmlText(href)}"/>`;
}

function line(loc: string, lastmod: string | null, alternates: readonly string[]): string {
  const changed = lastmod === null ? "" : `<lastmod>${lastmod}</lastmod>`;
  return `<url><loc>${xmlText(loc)}</loc>${changed}${alternates.join("")}</url>`;
}
