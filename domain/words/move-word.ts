import { sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import type { Ctx } from "../context.ts";
import { recordEvent } from "../events.ts";
import { Problem } from "../problem.ts";
import { recordChange } from "../publications/changes.ts";
import { keys } from "../publications/keys.ts";
import { leadOn } from "../redirects/lead-on.ts";
import type { WordKind } from "../vocabulary.ts";
import type { MoveWordInput } from "./input.ts";
import { authorizeWords, KINDS, lockKind, lockWord, writeWord } from "./kinds.ts";
import { wordPath } from "./word-address.ts";
import { signedKeys, wordKeys } from "./word-keys.ts";
import { ledOn, movesOf } from "./word-paths.ts";

/**
 * Gives a topic or a byline another address. The old one leads there, for ever, in every language. Throws Problem "conflict" for an address that another word has or once had.
 */
export async function moveWord(
  { db, actor, now }: Ctx,
  { kind, wordId, slug }: MoveWordInput,
): Promise<{ slug: string; changeSeq: number }> {
  return db.transaction(async (tx) => {
    await lockKind(tx, kind);
    const word = await lockWord(tx, kind, wordId);
    authorizeWords(actor, kind);
    if (word.mergedInto) throw new Problem("conflict", "Another word stands for this one now.");
    await refuseTaken(tx, kind, wordId, word.slug, slug);
    if (slug !== word.slug) {
      await writeWord(tx, kind, wordId, [{ column: KINDS[kind].table.slug, value: slug }]);
      await leadOn(tx, { actor, now }, movesOf(kind, word.slug, slug), "rename");
    }
    await recordEvent(
      tx,
      { actor, now },
      {
        act: "word.changed",
        subjectId: wordId,
        before: { kind, slug: word.slug },
        after: { kind, slug },
      },
    );
    const own = [...wordKeys(kind, word), ...wordKeys(kind, { slug }), ...signedKeys(kind, [word])];
    const touched = [...own, keys.redirects()];
    return { slug, changeSeq: await recordChange(tx, { keys: touched, hard: "soft" }) };
  });
}

async function refuseTaken(tx: Transaction, kind: WordKind, wordId: string, own: string, slug: string) {
  const { table } = KINDS[kind];
  const [other] = await tx
    .select({ id: table.id })
    .from(table)
    .where(sql`${table.slug} = ${slug} and ${table.id} <> ${wordId}`);
  const leads = await ledOn(tx, kind, slug);
  // An address that this word once had leads to it, and may be its own again.
  if (!other && (leads === null || leads === wordPath(kind, "en", own))) return;
  throw new Problem("conflict", `The address “${slug}” belongs to another, now or from earlier.`, {
    field: "slug",
  });
}
