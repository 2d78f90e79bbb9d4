/** The list's filters as they stand in its address. Whatever isn't a filter is left out, never an error. */
import {
  LANGUAGE_CODES,
  type Language,
  LIVE_STATES,
  type LiveState,
  STAGES,
  type Stage,
} from "#domain/vocabulary.ts";

export type ListFilter = {
  stage?: Stage | "pending" | "posts";
  live?: LiveState;
  language?: Language;
  sectionId?: string;
  mine?: "mine";
  search?: string;
  after?: string;
};

type Query = Record<string, string | string[] | undefined>;

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export function filterIn(query: Query): ListFilter {
  const { sectionId } = query;
  const found: ListFilter = {
    stage: oneOf([...STAGES, "pending", "posts"], query.stage),
    live: oneOf(LIVE_STATES, query.live),
    language: oneOf(LANGUAGE_CODES, query.language),
    sectionId: typeof sectionId === "string" && UUID.test(sectionId) ? sectionId : undefined,
    mine: oneOf(["mine"], query.mine),
    search: textIn(query.search, 200),
    after: textIn(query.after, 100),
  };
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined));
}

function oneOf<const Word extends string>(words: readonly Word[], value: Query[string]): Word | undefined {
  return words.find((word) => word === value);
}

function textIn(value: Query[string], longest: number): string | undefined {
  return typeof value === "string" && value.trim() !== "" ? value.trim().slice(0, longest) : undefined;
}

/** The same list from another place on: its address. */
export function listAddress(filter: ListFilter, after: string | null): string {
  const asked = new URLSearchParams();
  for (const [name, value] of Object.entries(filter)) {
    if (value !== undefined && name !== "after") asked.set(name, value);
  }
  if (after !== null) asked.set("after", after);
  const query = asked.toString();
  return query === "" ? "/desk" : `/desk?${query}`;
}
