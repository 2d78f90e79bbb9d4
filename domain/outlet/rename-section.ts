import { eq } from "drizzle-orm";
import { sections } from "#db/schema.ts";
import type { Ctx } from "../context.ts";
import { recordEvent } from "../events.ts";
import { authorize } from "../permissions.ts";
import { missing } from "../problem.ts";
import { recordChange } from "../publications/changes.ts";
import { keys } from "../publications/keys.ts";
import type { RenameSectionInput } from "./input.ts";

/** Changes how a section is called and described, in every language. Its address stays; every reader page is printed again. */
export async function renameSection(
  { db, actor, now }: Ctx,
  { sectionId, labels, descriptions }: RenameSectionInput,
): Promise<{ sectionId: string; changeSeq: number }> {
  return db.transaction(async (tx) => {
    const [before] = await tx.select().from(sections).where(eq(sections.id, sectionId)).for("update");
    authorize(actor, "outlet.manage");
    if (!before) throw missing("section");
    const texts = descriptions === undefined ? { labels } : { labels, descriptions };
    await tx.update(sections).set(texts).where(eq(sections.id, sectionId));
    await recordEvent(
      tx,
      { actor, now },
      {
        act: "section.changed",
        subjectId: sectionId,
        before: { labels: before.labels, descriptions: before.descriptions },
        after: texts,
      },
    );
    return { sectionId, changeSeq: await recordChange(tx, { keys: [keys.outlet()], hard: "soft" }) };
  });
}
