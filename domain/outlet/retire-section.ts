import { and, count, eq, isNull, ne } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { sections } from "#db/schema.ts";
import type { Ctx } from "../context.ts";
import { recordEvent } from "../events.ts";
import { authorize } from "../permissions.ts";
import { missing, Problem } from "../problem.ts";
import { recordChange } from "../publications/changes.ts";
import { keys } from "../publications/keys.ts";
import type { SectionInput } from "./input.ts";

/**
 * Takes a section out of the navigation and of the lists for new stories. Its stories keep their
 * addresses. Throws Problem "conflict" for the last section, or one that is retired already.
 */
export async function retireSection(
  { db, actor, now }: Ctx,
  { sectionId }: SectionInput,
): Promise<{ changeSeq: number }> {
  return db.transaction(async (tx) => {
    const section = await lockSection(tx, sectionId);
    authorize(actor, "outlet.manage");
    if (section.retiredAt) throw new Problem("conflict", "This section is retired already.");
    const [others] = await tx
      .select({ n: count() })
      .from(sections)
      .where(and(isNull(sections.retiredAt), ne(sections.id, sectionId)));
    if (!others?.n) throw new Problem("conflict", "A newspaper needs at least one section.");
    await tx.update(sections).set({ retiredAt: now }).where(eq(sections.id, sectionId));
    await recordEvent(
      tx,
      { actor, now },
      {
        act: "section.changed",
        subjectId: sectionId,
        before: { retired: false },
        after: { retired: true },
      },
    );
    return { changeSeq: await recordChange(tx, { keys: [keys.outlet()], hard: "soft" }) };
  });
}

/** Puts a retired section back into use, where it stood. Throws Problem "conflict" when it isn't retired. */
export async function returnSection(
  { db, actor, now }: Ctx,
  { sectionId }: SectionInput,
): Promise<{ changeSeq: number }> {
  return db.transaction(async (tx) => {
    const section = await lockSection(tx, sectionId);
    authorize(actor, "outlet.manage");
    if (!section.retiredAt) throw new Problem("conflict", "This section is in use.");
    await tx.update(sections).set({ retiredAt: null }).where(eq(sections.id, sectionId));
    await recordEvent(
      tx,
      { actor, now },
      {
        act: "section.changed",
        subjectId: sectionId,
        before: { retired: true },
        after: { retired: false },
      },
    );
    return { changeSeq: await recordChange(tx, { keys: [keys.outlet()], hard: "soft" }) };
  });
}

/** Every section locked, in one order, so that two retirements at once can't take the last two. */
async function lockSection(tx: Transaction, sectionId: string) {
  const all = await tx.select().from(sections).orderBy(sections.id).for("update");
  const section = all.find(({ id }) => id === sectionId);
  if (!section) throw missing("section");
  return section;
}
