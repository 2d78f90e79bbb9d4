/** The lines of the edition's journal: what they say, and how an edition is read back from them. */
import type { Language } from "#domain/vocabulary.ts";
import type { Gone } from "./changes.ts";
import type { Kept } from "./disk.ts";
import type { Encoding, Outdated, Page } from "./page.ts";

type PageLine = {
  path: string;
  keys: readonly string[];
  headers: readonly string[];
  etag: string;
  /** JSON has no Infinity: null is "never". */
  staleAt: number | null;
  size: number;
  file: { name: string; encoding: Encoding; bytes: number };
};

export type Line =
  | ["page", PageLine]
  | ["old", string, Outdated]
  | ["dropped", string]
  | ["gone", number, Language, string]
  | ["not gone", number]
  | ["stamp", number, string]
  | ["build", string];

/** Only pages that say 200 come to disk, so the line doesn't say it. */
export function tellPage(page: Page): Line {
  const { path, keys, headers, etag, staleAt, size, file } = page;
  if (file === null) throw new Error("a page without a file has no line");
  return [
    "page",
    { path, keys, headers, etag, staleAt: Number.isFinite(staleAt) ? staleAt : null, size, file },
  ];
}

function pageFrom(line: PageLine): Page {
  return {
    ...line,
    status: 200,
    staleAt: line.staleAt ?? Number.POSITIVE_INFINITY,
    variants: {},
    best: true,
    old: null,
    over: false,
    usedAt: 0,
    weight: 0,
  };
}

/** The edition that the journal tells of. What another build printed is still news, but old. */
export function readJournal(text: string, build: string): Kept {
  const pages = new Map<string, Page>();
  const gone = new Map<number, Gone>();
  let stamp: Kept["stamp"] = null;
  let builtBy = "";
  for (const row of text.split("\n")) {
    const line = lineFrom(row);
    // Half a line is where the machine stopped: what stands before it is an edition by itself.
    if (line === null) break;
    if (line[0] === "page") pages.set(line[1].path, pageFrom(line[1]));
    else if (line[0] === "dropped") pages.delete(line[1]);
    else if (line[0] === "gone") gone.set(line[1], { storyNumber: line[1], language: line[2], at: line[3] });
    else if (line[0] === "not gone") gone.delete(line[1]);
    else if (line[0] === "stamp") stamp = { seq: line[1], at: line[2] };
    else if (line[0] === "build") builtBy = line[1];
    else {
      const page = pages.get(line[1]);
      if (page) page.old = line[2];
    }
  }
  if (builtBy !== build) for (const page of pages.values()) page.old ??= "build";
  // Without a stamp nobody could tell which changes these pages have missed.
  return stamp === null
    ? { pages: [], gone: [], stamp }
    : { pages: [...pages.values()], gone: [...gone.values()], stamp };
}

function lineFrom(row: string): Line | null {
  if (row === "") return null;
  try {
    return JSON.parse(row) as Line;
  } catch {
    return null;
  }
}
