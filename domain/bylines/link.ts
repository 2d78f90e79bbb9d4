import { eq } from "drizzle-orm";
import { contributors, people } from "#db/schema.ts";
import type { Ctx } from "../context.ts";
import { recordEvent } from "../events.ts";
import { authorize } from "../permissions.ts";
import { missing } from "../problem.ts";
import { lockWord } from "../words/kinds.ts";
import type { LinkBylineInput } from "./input.ts";

/**
 * Says whose byline it is: that colleague's new stories are signed with it. Null takes the link
 * away. Readers never learn of it, so that a pseudonym stays one; nothing they see changes.
 */
export async function linkByline(
  { db, actor, now }: Ctx,
  { wordId, personId }: LinkBylineInput,
): Promise<{ personId: string | null }> {
  return db.transaction(async (tx) => {
    await lockWord(tx, "contributor", wordId);
    authorize(actor, "words.manage");
    const [before] = await tx
      .select({ personId: contributors.personId })
      .from(contributors)
      .where(eq(contributors.id, wordId));
    if (personId !== null) {
      const [person] = await tx.select({ id: people.id }).from(people).where(eq(people.id, personId));
      if (!person) throw missing("person");
    }
    await tx.update(contributors).set({ personId }).where(eq(contributors.id, wordId));
    await recordEvent(
      tx,
      { actor, now },
      {
        act: "word.changed",
        subjectId: wordId,
        before: { kind: "contributor", personId: before?.personId ?? null },
        after: { kind: "contributor", personId },
      },
    );
    return { personId };
  });
}
