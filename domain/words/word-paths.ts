import { eq, sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { redirects } from "#db/schema-circulation.ts";
import type { Move } from "../redirects/lead-on.ts";
import { LANGUAGE_CODES, type WordKind } from "../vocabulary.ts";
import { wordPath } from "./word-address.ts";

/** A word's page in each language, from one slug to another; its feeds and archive come along when they are asked for. */
export function movesOf(kind: WordKind, from: string, to: string): Move[] {
  return LANGUAGE_CODES.flatMap((language) => {
    const [old, now] = [wordPath(kind, language, from), wordPath(kind, language, to)];
    return old === null || now === null ? [] : [{ from: old, to: now }];
  });
}

/** Slugs of this kind whose addresses lead to another word now: they are nobody else's to take. */
export async function ledOn(tx: Transaction, kind: WordKind, slug: string): Promise<string | null> {
  const path = wordPath(kind, "en", slug);
  if (path === null) return null;
  const [row] = await tx
    .select({ toPath: redirects.toPath })
    .from(redirects)
    .where(eq(redirects.fromPath, path));
  return row?.toPath ?? null;
}

/** The same for every slug that begins like this one. */
export async function slugsLedOn(tx: Transaction, kind: WordKind, start: string): Promise<string[]> {
  const path = wordPath(kind, "en", start);
  if (path === null) return [];
  const rows = await tx
    .select({ fromPath: redirects.fromPath })
    .from(redirects)
    .where(sql`${redirects.fromPath} = ${path} or ${redirects.fromPath} like ${`${path}-%`}`);
  const prefix = path.length - start.length;
  return rows.map(({ fromPath }) => fromPath.slice(prefix));
}
