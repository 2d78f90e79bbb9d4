import type { Labels, MenuItem } from "#db/shapes.ts";
import { readerWords } from "../languages/reader-words.ts";
import { type Edition, labelIn } from "../publications/reader-records.ts";
import { feedPath, frontPath, sectionPath, sitePagePath, topicPath } from "../site.ts";
import { type Language, PAGE_ROLES, type PageRole } from "../vocabulary.ts";

/** One line of a menu as readers see it. */
export type MenuLink = {
  label: string;
  href: string;
  /** What it leads to, so that a page can tell that it is there. */
  section?: string;
  page?: string;
};

/** The head's menu in this language: the outlet's own, or its sections. */
export function headerMenu(edition: Edition, language: Language): MenuLink[] {
  const own = edition.settings.menus?.header;
  return own
    ? linksOf(own, edition, language)
    : edition.sections.map((section) => sectionLink(section, edition, language));
}

/** The foot's: the outlet's own, or the way home, the feed, and every page that has a part in its record. */
export function footerMenu(edition: Edition, language: Language): MenuLink[] {
  const own = edition.settings.menus?.footer;
  const words = readerWords(language);
  const feed = { label: words.feed, href: feedPath(language) };
  if (own) return [...linksOf(own, edition, language), feed];
  const pages = rolePages(edition, language).map(({ slug, title }) => pageLink(slug, title, language));
  return [{ label: words.home, href: frontPath(language) }, ...pages, feed];
}

/** The live pages that say who stands behind the paper, in the order of their roles. */
export function rolePages({ imprint }: Edition, language: Language) {
  return PAGE_ROLES.flatMap((role) =>
    imprint.pages.filter((page) => page.role === role && page.language === language),
  );
}

/** Where this role's page stands in the language, else in the outlet's own; null: it has none that is live. */
export function rolePath(edition: Edition, role: PageRole, language: Language): string | null {
  const pages = edition.imprint.pages.filter((page) => page.role === role);
  const page =
    pages.find((one) => one.language === language) ??
    pages.find((one) => one.language === edition.settings.defaultLanguage);
  return page ? sitePagePath(page.language, page.slug) : null;
}

/** What leads nowhere in this language (a page that isn't live, a retired section) is left out. */
function linksOf(items: readonly MenuItem[], edition: Edition, language: Language): MenuLink[] {
  return items.flatMap((item) => {
    const link = linkOf(item, edition, language);
    return link === null ? [] : [link];
  });
}

function linkOf(item: MenuItem, edition: Edition, language: Language): MenuLink | null {
  const { sections, imprint, settings } = edition;
  const own = item.labels[language];
  switch (item.kind) {
    case "section": {
      const section = sections.find(({ slug }) => slug === item.slug);
      return section ? sectionLink(section, edition, language, own) : null;
    }
    case "page": {
      const page = imprint.pages.find((one) => one.familyId === item.familyId && one.language === language);
      return page ? pageLink(page.slug, own ?? page.title, language) : null;
    }
    case "topic": {
      const topic = imprint.topics.find(({ id }) => id === item.topicId);
      if (!topic) return null;
      const label = own ?? labelIn(topic.labels, language, settings.defaultLanguage);
      return { label, href: topicPath(language, topic.slug) };
    }
    case "link":
      return own ? { label: own, href: item.href } : null;
    default:
      return item satisfies never;
  }
}

function sectionLink(
  { slug, labels }: { slug: string; labels: Labels },
  { settings }: Edition,
  language: Language,
  own?: string,
): MenuLink {
  const label = own ?? labelIn(labels, language, settings.defaultLanguage);
  return { label, href: sectionPath(language, slug), section: slug };
}

function pageLink(slug: string, label: string, language: Language): MenuLink {
  return { label, href: sitePagePath(language, slug), page: slug };
}
