import { readerWords } from "#domain/languages/reader-words.ts";
import { feedOf } from "#domain/site.ts";
import type { Sheet } from "./sheet.ts";

/** The feeds of a list, for people who read with a program of their own. */
export function FeedLine({ sheet: { language }, path }: { sheet: Sheet; path: string }) {
  return (
    <p className="feeds small">
      {readerWords(language).feeds}
      {": "}
      <a href={feedOf(path, "rss")}>RSS</a>
      {" · "}
      <a href={feedOf(path, "atom")}>Atom</a>
      {" · "}
      <a href={feedOf(path, "json")}>JSON</a>
    </p>
  );
}
