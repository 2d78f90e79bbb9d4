import { sql } from "drizzle-orm";
import { sections } from "#db/schema.ts";
import type { Ctx } from "../context.ts";
import { recordEvent } from "../events.ts";
import { refusePageAddress } from "../pages/addresses.ts";
import { authorize } from "../permissions.ts";
import { Problem } from "../problem.ts";
import { recordChange } from "../publications/changes.ts";
import { keys } from "../publications/keys.ts";
import type { AddSectionInput } from "./input.ts";

/**
 * Adds a section at the end of the navigation. Its slug stays in addresses for ever, so it can't
 * be changed later. Throws Problem "conflict" when a section, retired ones too, has that slug.
 */
export async function addSection(
  { db, actor, now }: Ctx,
  { slug, labels }: AddSectionInput,
): Promise<{ sectionId: string; changeSeq: number }> {
  authorize(actor, "outlet.manage");
  return db.transaction(async (tx) => {
    await refusePageAddress(tx, slug);
    const position = sql<number>`(select coalesce(max(position), 0) + 1 from ${sections})`;
    const [row] = await tx
      .insert(sections)
      .values({ slug, labels, position })
      .onConflictDoNothing()
      .returning({ id: sections.id });
    if (!row) {
      throw new Problem("conflict", `There is a section at the address “${slug}” already.`, {
        field: "slug",
      });
    }
    await recordEvent(
      tx,
      { actor, now },
      { act: "section.added", subjectId: row.id, after: { slug, labels } },
    );
    return { sectionId: row.id, changeSeq: await recordChange(tx, { keys: [keys.outlet()], hard: "soft" }) };
  });
}
