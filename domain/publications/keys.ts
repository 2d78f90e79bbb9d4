/**
 * The keys by which a printed page and a change find each other. A page says which keys it
 * was made from; a change says which keys it touches; the front drops the pages in between.
 * Keys are narrow on purpose: one publish must not empty a whole section.
 */
import type { Language } from "../vocabulary.ts";

export const keys = {
  /** The story's own page (and the 410 that may stand there). */
  story: (number: number) => `story:${number}`,
  /** The section's list of the language: its front and its feed. */
  section: (language: Language, sectionSlug: string) => `section:${language}:${sectionSlug}`,
  /** The language's lists: its front and its feed. */
  language: (language: Language) => `language:${language}`,
  /** The list of sitemaps, and the sitemap of one language and month ("2026-11" in UTC). */
  sitemap: () => "sitemap",
  sitemapOf: (language: Language, month: string) => `sitemap:${language}:${month}`,
  /** Pages that name a story at their foot. Touched only when it must not be named as it was: it is taken back or corrected. */
  named: (number: number) => `named:${number}`,
  /** A page about the outlet. */
  sitePage: (language: Language, slug: string) => `page:${language}:${slug}`,
  /** The list of a topic or of a byline: its page and its feeds. */
  topic: (language: Language, slug: string) => `topic:${language}:${slug}`,
  byline: (language: Language, slug: string) => `by:${language}:${slug}`,
  /** What every page of such a list says of its topic or byline itself: its name, its address, that it exists. */
  word: (kind: "topic" | "byline", slug: string) => `word:${kind}:${slug}`,
  /** Stories that this contributor has signed: whether the name leads to a page, and to which. */
  signed: (contributorId: string) => `signed:${contributorId}`,
  /** One month ("2026-11" in the newsroom's time) of a list, of which `list` is the key. */
  month: (list: string, month: string) => `${list}:${month}`,
  /** The language's archive of one day, "2026-11-25" in the newsroom's time. */
  day: (language: Language, day: string) => `day:${language}:${day}`,
  /** Every page and every file that shows this picture. */
  picture: (pictureId: string) => `picture:${pictureId}`,
  /** An address of a file that nobody may have. */
  media: () => "media",
  /** Files that name more pictures than a page may have keys. Touched with every picture. */
  pictures: () => "pictures",
  /** An address that once led somewhere else. */
  redirects: () => "redirects",
  /** What every page carries: the outlet's name, sections, zone label. */
  outlet: () => "outlet",
};

/** A page that names more than this many pictures waits for all of them under one key: headers have an end. */
const MOST_PICTURES = 100;

/** The keys of a page that shows these pictures, or would if they hadn't been pulled. */
export function pictureKeys(pictureIds: Iterable<string>): string[] {
  const ids = [...new Set(pictureIds)];
  return ids.length > MOST_PICTURES ? [keys.pictures()] : ids.map(keys.picture);
}

type Pictured = { picture: { id: string } | null };

/** The pictures of a list's lines. */
export function picturesOfList(stories: readonly Pictured[]): string[] {
  return pictureKeys(stories.flatMap(({ picture }) => picture?.id ?? []));
}

export function picturesOfFront({
  marked,
  newest,
}: Record<"marked" | "newest", readonly Pictured[]>): string[] {
  return picturesOfList([...marked, ...newest]);
}

type StoryPage = Pictured & {
  number: number;
  pictures: readonly { id: string }[];
  related: readonly (Pictured & { number: number })[];
  signers: readonly string[];
};

/** What a story's own page waits for: itself, its pictures, who signed it, and those that it names at its foot. */
export function keysOfStoryPage({ number, pictures, related, signers }: StoryPage): string[] {
  const shown = [...pictures, ...related.flatMap(({ picture }) => picture ?? [])];
  return [
    keys.outlet(),
    keys.story(number),
    ...pictureKeys(shown.map(({ id }) => id)),
    ...signers.map(keys.signed),
    ...related.map((story) => keys.named(story.number)),
  ];
}
