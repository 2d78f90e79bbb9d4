import type { PublishedStory, ReaderWord } from "./reader-records.ts";

/**
 * The page of a topic or byline that a publication names. It was printed under the name and slug
 * of its day; the page has those of today, and what has no page any more leads nowhere.
 */
export function wordOf(
  { words, language }: Pick<PublishedStory, "words" | "language">,
  kind: ReaderWord["kind"],
  slug: string | undefined,
  name: string,
): ReaderWord | undefined {
  const known = words.filter((word) => word.kind === kind);
  return known.find((word) => word.slug === slug) ?? known.find(({ labels }) => labels[language] === name);
}
