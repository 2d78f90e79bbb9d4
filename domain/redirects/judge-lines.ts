/** Which lines of a file may become redirects, and what is wrong with the others. */
import { LANGUAGE_CODES, STAFF_PREFIXES } from "../vocabulary.ts";
import { numberedPath, oldPath, oldPathOf } from "./old-path.ts";
import type { CsvLine } from "./read-csv.ts";

export type Pair = { line: number; from: string; to: string };
export type BadLine = { line: number; text: string; why: string };

/** Ours, whatever an earlier site had there. */
const KEPT = [...STAFF_PREFIXES, "/media", "/s", "/sitemap", "/manifest.webmanifest"];
const KEPT_FILES = new Set(["/", "/robots.txt", "/sitemap.xml", "/favicon.ico"]);
const HEADINGS = /^(?:from|source|old|old url|url|redirect from|de|von|من|لە)$/i;

export function judgeLines(lines: readonly CsvLine[], origin: string): { pairs: Pair[]; bad: BadLine[] } {
  const bad: BadLine[] = [];
  const pairs = new Map<string, Pair>();
  for (const [at, { line, cells }] of lines.entries()) {
    const [from = "", to = ""] = cells;
    if (at === 0 && HEADINGS.test(from)) continue;
    const judged = judge(from, to, origin);
    const text = `${from} → ${to}`.slice(0, 200);
    if ("why" in judged) bad.push({ line, text, why: judged.why });
    else if (pairs.has(judged.from))
      bad.push({ line, text, why: "This address stands further up in the file." });
    else pairs.set(judged.from, { line, ...judged });
  }
  return { pairs: [...pairs.values()], bad };
}

function judge(from: string, to: string, origin: string): Omit<Pair, "line"> | { why: string } {
  if (from === "" || to === "") return { why: "A line needs two addresses: from and to." };
  const path = oldPathOf(from);
  if (path === null) return { why: "The first isn't an address that somebody could have used." };
  if (hasOtherQuery(from))
    return { why: "Readers' addresses have no “?…” here, so this one would never be found." };
  if (isKept(path)) return { why: `“${path}” is kept for the newsroom's own pages.` };
  const target = ownPath(to, origin);
  if (target === null) return { why: "The second must be an address of this outlet, such as /en/news." };
  return oldPath(target) === path ? { why: "It leads to itself." } : { from: path, to: target };
}

function hasOtherQuery(address: string): boolean {
  const { pathname, search } = new URL(address.trim(), "https://earlier.invalid");
  return search !== "" && numberedPath(pathname, search.slice(1)) === null;
}

function isKept(path: string): boolean {
  const isFront = (LANGUAGE_CODES as readonly string[]).includes(path.slice(1));
  return KEPT_FILES.has(path) || isFront || KEPT.some((kept) => path === kept || path.startsWith(`${kept}/`));
}

/** Where readers may be sent: a path of ours. Staff's rooms are no place for them. */
function ownPath(to: string, origin: string): string | null {
  const written = to.trim();
  if (!written.startsWith("/") && !/^https?:\/\//i.test(written)) return null;
  if (written.startsWith("//") || !URL.canParse(written, origin)) return null;
  const url = new URL(written, origin);
  if (url.origin !== origin || url.search !== "") return null;
  const path = oldPath(url.pathname);
  const isStaff = STAFF_PREFIXES.some((prefix) => path === prefix || path.startsWith(`${prefix}/`));
  return isStaff ? null : path;
}

/** Where each pair ends when what it leads to leads on. Null: in a circle. */
export function endOf(
  { from, to }: Pick<Pair, "from" | "to">,
  next: ReadonlyMap<string, string>,
): string | null {
  const seen = new Set([from]);
  let end = to;
  for (let on = next.get(end); on !== undefined; on = next.get(end)) {
    if (seen.has(end)) return null;
    seen.add(end);
    end = on;
  }
  return seen.has(end) ? null : end;
}
