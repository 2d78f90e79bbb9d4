/** The list's filter as it stands in its address. Whatever isn't a filter is left out, never an error. */
import { LANGUAGE_CODES, type Language, type WordKind } from "#domain/vocabulary.ts";
import { roomPath } from "./word-actions.ts";

export type WordFilter = { search?: string; missing?: Language; page: number };

type Query = Record<string, string | string[] | undefined>;

export function wordFilterIn(query: Query): WordFilter {
  const { search, page } = query;
  const typed = typeof search === "string" ? search.trim().slice(0, 200) : "";
  const missing = LANGUAGE_CODES.find((code) => code === query.missing);
  const asked = typeof page === "string" && /^[1-9]\d{0,3}$/.test(page) ? Number(page) : 1;
  return { ...(typed && { search: typed }), ...(missing && { missing }), page: asked };
}

export function isFiltered({ search, missing }: WordFilter): boolean {
  return search !== undefined || missing !== undefined;
}

/** The same list at another page: its address. */
export function wordListPath(kind: WordKind, { search, missing }: WordFilter, page: number): string {
  const asked = new URLSearchParams();
  if (search) asked.set("search", search);
  if (missing) asked.set("missing", missing);
  if (page > 1) asked.set("page", String(page));
  const query = asked.toString();
  return query === "" ? roomPath(kind) : `${roomPath(kind)}?${query}`;
}
