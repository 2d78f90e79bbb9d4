import { bylinePath } from "../site.ts";
import type { PublishedStory, ReaderWord } from "./reader-records.ts";

type Named = Pick<PublishedStory, "words" | "language" | "ledOn">;

/**
 * The page of somebody who signed a story. The byline was printed under the name and slug of its day;
 * the page has those of today. Null where readers have no such page: a name that leads nowhere.
 */
export function bylineOf({ words, language, ledOn }: Named, name: string, slug?: string): ReaderWord | null {
  const known = words.filter(({ kind }) => kind === "byline");
  const moved = slug === undefined ? undefined : ledOn[bylinePath(language, slug)];
  return (
    known.find((word) => word.slug === slug) ??
    known.find((word) => bylinePath(language, word.slug) === moved) ??
    known.find(({ labels }) => labels[language] === name) ??
    null
  );
}
