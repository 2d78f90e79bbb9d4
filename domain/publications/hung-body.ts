import { hangPictures } from "../document/figure.ts";
import type { FeedStory } from "./reader-records.ts";

/**
 * A story's printed body with its pictures in their places, those that may be shown today.
 * `mediaBase` stands before a file's name: "/media" on a page, the whole address in a feed.
 */
export function hung(
  html: string,
  { pictures, language }: Pick<FeedStory, "pictures" | "language">,
  mode: "page" | "feed",
  mediaBase: string,
): string {
  const shown = pictures.flatMap(({ id, printable }) =>
    printable === null ? [] : [[id, printable] as const],
  );
  return hangPictures(html, new Map(shown), { language, mediaBase, mode });
}
