/**
 * The seed outlet's own article, where this checkout has it beside it. Read here and typed by a
 * test; never kept in the repository, because it isn't ours.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

export type Article = {
  headline: string;
  caption: string;
  dateline: string;
  paragraphs: string[];
  signOff: string;
};

const FILE = join(import.meta.dirname, "../../shared/seed/article-en.txt");

/** Null when there is no such file. */
export function findSeedArticle(): Article | null {
  if (!existsSync(FILE)) return null;
  const blocks = readFileSync(FILE, "utf8")
    .split(/\n\s*\n/)
    .map((block) => block.trim());
  const [headline = "", caption = "", ...rest] = blocks;
  const end = rest.findIndex((block) => /^\(.+\)$/.test(block));
  const [first = "", ...others] = rest.slice(0, end);
  const [dateline = "", ...opening] = first.split(" — ");
  return {
    headline,
    caption,
    dateline,
    paragraphs: [opening.join(" — "), ...others],
    signOff: rest[end] ?? "",
  };
}
