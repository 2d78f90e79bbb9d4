import { eq } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { places } from "#db/schema.ts";
import type { Labels } from "#db/shapes.ts";
import type { Ctx } from "../context.ts";
import { recordEvent } from "../events.ts";
import { foldForSearch } from "../languages/fold.ts";
import { slugFrom } from "../languages/slug.ts";
import { authorize } from "../permissions.ts";
import { LANGUAGE_CODES } from "../vocabulary.ts";
import { firstFree } from "../words/add-word.ts";
import { lockKind } from "../words/kinds.ts";
import { GAZETTEER } from "./gazetteer.ts";

export type GazetteerPlan = {
  /** Places that the outlet hasn't. */
  added: Labels[];
  /** Places that it has, with names in languages in which it has none. */
  completed: { id: string; labels: Labels }[];
};

/**
 * Adds the places that come along and that this outlet hasn't, and gives its own places the names
 * that they lack in a language. A name that stands is never changed, however often this is done.
 */
export async function addGazetteer({ db, actor, now }: Ctx): Promise<{ added: number; completed: number }> {
  return db.transaction(async (tx) => {
    authorize(actor, "words.manage");
    const plan = await layPlaces(tx);
    const counts = { added: plan.added.length, completed: plan.completed.length };
    await recordEvent(tx, { actor, now }, { act: "word.added", after: { kind: "place", ...counts } });
    return counts;
  });
}

/** How many places the outlet could have added or completed; 0: there is nothing to offer. */
export async function countOffered({ db, actor }: Ctx): Promise<number> {
  authorize(actor, "words.manage");
  const { added, completed } = planFor(await db.select().from(places));
  return added.length + completed.length;
}

/** The rows of the places that come along, within a transaction that has asked for the right. */
export async function layPlaces(tx: Transaction): Promise<GazetteerPlan> {
  await lockKind(tx, "place");
  const own = await tx.select().from(places);
  const plan = planFor(own);
  const taken = new Set(own.map(({ slug }) => slug));
  const rows = plan.added.map((labels) => {
    const slug = firstFree(slugFrom(labels.en ?? ""), taken);
    taken.add(slug);
    return { slug, labels };
  });
  if (rows.length > 0) await tx.insert(places).values(rows);
  for (const { id, labels } of plan.completed) {
    await tx.update(places).set({ labels }).where(eq(places.id, id));
  }
  return plan;
}

/** A place of the outlet's is one that comes along when they share a name in some language, however typed. */
export function planFor(own: readonly { id: string; labels: Labels }[]): GazetteerPlan {
  const byName = new Map(own.flatMap((place) => namesOf(place.labels).map((name) => [name, place] as const)));
  const plan: GazetteerPlan = { added: [], completed: [] };
  for (const labels of GAZETTEER) {
    const place = namesOf(labels).flatMap((name) => byName.get(name) ?? [])[0];
    if (!place) plan.added.push(labels);
    else if (LANGUAGE_CODES.some((language) => labels[language] && !place.labels[language])) {
      plan.completed.push({ id: place.id, labels: { ...labels, ...place.labels } });
    }
  }
  return plan;
}

function namesOf(labels: Labels): string[] {
  return LANGUAGE_CODES.flatMap((language) => {
    const text = labels[language];
    return text ? [`${language}:${foldForSearch(text, language).trim()}`] : [];
  });
}
