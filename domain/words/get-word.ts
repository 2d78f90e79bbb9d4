import { eq, inArray, sql } from "drizzle-orm";
import { contributors, people } from "#db/schema.ts";
import type { Labels } from "#db/shapes.ts";
import { together } from "#db/together.ts";
import type { Ctx } from "../context.ts";
import { missing } from "../problem.ts";
import type { WordKind } from "../vocabulary.ts";
import type { WordInput } from "./input.ts";
import { authorizeWords, KINDS, wordColumns } from "./kinds.ts";
import { countUses, listUses, type WordUse } from "./uses.ts";

export type WordPage = {
  kind: WordKind;
  wordId: string;
  slug: string;
  labels: Labels;
  about: Labels;
  isHidden: boolean;
  /** The word that stands for this one now; null: it stands for itself. */
  mergedInto: { wordId: string; labels: Labels } | null;
  /** Words that this one stands for. */
  merged: { wordId: string; slug: string; labels: Labels }[];
  stories: number;
  newest: WordUse[];
  /** Whose account a byline belongs to. For the newsroom's eyes: a pseudonym stays one for readers. */
  person: { personId: string; name: string } | null;
  /** The picture of a byline, on its page. */
  portraitId: string | null;
};

const SHOWN = 20;

/** A word with everything that its keeper's screen shows. Throws Problem "missing". */
export async function getWord(ctx: Ctx, { kind, wordId }: WordInput): Promise<WordPage> {
  const { db, actor } = ctx;
  authorizeWords(actor, kind);
  const { table, mergedInto: column } = KINDS[kind];
  const [row] = await db.select(wordColumns(kind)).from(table).where(sql`${table.id} = ${wordId}`);
  if (!row) throw missing(kind === "contributor" ? "byline" : kind);
  const merged = column
    ? await db.select(wordColumns(kind)).from(table).where(eq(column, wordId)).limit(200)
    : [];
  const ids = [wordId, ...merged.map(({ id }) => id)];
  const [uses, newest, other, byline] = await together(db, [
    () => countUses(ctx, new Map([[wordId, ids]])),
    () => listUses(ctx, ids, SHOWN),
    () =>
      row.mergedInto === null
        ? []
        : db
            .select(wordColumns(kind))
            .from(table)
            .where(inArray(table.id, [row.mergedInto])),
    () => (kind === "contributor" ? bylineOf(ctx, wordId) : null),
  ]);
  const { slug, labels, about, isHidden } = row;
  return {
    ...{ kind, wordId, slug, labels, about, isHidden, newest },
    person: byline?.personId && byline.name ? { personId: byline.personId, name: byline.name } : null,
    portraitId: byline?.portraitId ?? null,
    stories: uses.get(wordId) ?? 0,
    mergedInto: other[0] ? { wordId: other[0].id, labels: other[0].labels } : null,
    merged: merged.map((each) => ({ wordId: each.id, slug: each.slug, labels: each.labels })),
  };
}

/** What only a byline has. */
async function bylineOf({ db }: Ctx, wordId: string) {
  const [row] = await db
    .select({ personId: people.id, name: people.name, portraitId: contributors.pictureId })
    .from(contributors)
    .leftJoin(people, eq(people.id, contributors.personId))
    .where(eq(contributors.id, wordId));
  return row ?? null;
}
