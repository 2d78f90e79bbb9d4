/** The picture desk's filters as they stand in its address. Whatever isn't a filter is left out, never an error. */
import { instantAt } from "#domain/languages/zone.ts";
import type { ListPicturesInput } from "#domain/pictures/input.ts";
import {
  PICTURE_RIGHTS,
  PICTURE_STANDINGS,
  PICTURE_USE_FILTERS,
  type PictureRights,
  type PictureStanding,
  type PictureUseFilter,
} from "#domain/vocabulary.ts";

export const DATE_KINDS = ["added", "taken"] as const;

export type PictureFilter = {
  search?: string;
  rights?: PictureRights;
  use?: PictureUseFilter;
  standing?: PictureStanding;
  uploadedBy?: string;
  person?: string;
  /** Which of a picture's dates `from` and `to` mean. */
  dates?: (typeof DATE_KINDS)[number];
  /** Whole days, "2026-11-25", both included. */
  from?: string;
  to?: string;
};

type Query = Record<string, string | string[] | undefined>;

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

export function pictureFilterIn(query: Query): PictureFilter {
  const found: PictureFilter = {
    search: textIn(query.search, 200),
    rights: oneOf(PICTURE_RIGHTS, query.rights),
    use: oneOf(PICTURE_USE_FILTERS, query.use),
    standing: oneOf(PICTURE_STANDINGS, query.standing),
    uploadedBy: like(UUID, query.uploadedBy),
    person: textIn(query.person, 120),
    dates: oneOf(DATE_KINDS, query.dates),
    from: like(DAY, query.from),
    to: like(DAY, query.to),
  };
  // Which date is meant says nothing by itself.
  if (!found.from && !found.to) found.dates = undefined;
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined));
}

/** The same filter as the list takes it: days become instants by the newsroom's clock. */
export function askedOf(filter: PictureFilter, timeZone: string): Omit<ListPicturesInput, "limit" | "after"> {
  const { dates = "added", from, to, ...same } = filter;
  const begin = from && (instantAt(`${from}T00:00`, timeZone) ?? undefined);
  const end = to && (instantAt(`${dayAfter(to)}T00:00`, timeZone) ?? undefined);
  const [since, before] = [begin || undefined, end || undefined];
  return dates === "taken"
    ? { ...same, takenFrom: since, takenBefore: before }
    : { ...same, addedFrom: since, addedBefore: before };
}

/** "2026-12-01" for "2026-11-30". */
export function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

/** The same list: its address. */
export function pictureListAddress(filter: PictureFilter): string {
  const asked = new URLSearchParams();
  for (const [name, value] of Object.entries(filter)) if (value !== undefined) asked.set(name, value);
  const query = asked.toString();
  return query === "" ? "/desk/pictures" : `/desk/pictures?${query}`;
}

function oneOf<const Word extends string>(words: readonly Word[], value: Query[string]): Word | undefined {
  return words.find((word) => word === value);
}

function like(shape: RegExp, value: Query[string]): string | undefined {
  return typeof value === "string" && shape.test(value) ? value : undefined;
}

function textIn(value: Query[string], longest: number): string | undefined {
  return typeof value === "string" && value.trim() !== "" ? value.trim().slice(0, longest) : undefined;
}
