import { asc, eq, isNull } from "drizzle-orm";
import { sections } from "#db/schema.ts";
import type { Ctx } from "../context.ts";
import { recordEvent } from "../events.ts";
import { authorize } from "../permissions.ts";
import { Problem } from "../problem.ts";
import { recordChange } from "../publications/changes.ts";
import { keys } from "../publications/keys.ts";
import type { OrderSectionsInput } from "./input.ts";

/**
 * Puts the sections of the navigation in this order. The list must name exactly the sections in
 * use: Problem "conflict" when a colleague added or retired one since it was on screen.
 */
export async function orderSections(
  { db, actor, now }: Ctx,
  { sectionIds }: OrderSectionsInput,
): Promise<{ changeSeq: number }> {
  return db.transaction(async (tx) => {
    const inUse = await tx
      .select({ id: sections.id, slug: sections.slug })
      .from(sections)
      .where(isNull(sections.retiredAt))
      .orderBy(asc(sections.position), asc(sections.slug))
      .for("update");
    authorize(actor, "outlet.manage");
    const wanted = new Set(sectionIds);
    if (
      wanted.size !== sectionIds.length ||
      wanted.size !== inUse.length ||
      !inUse.every(({ id }) => wanted.has(id))
    ) {
      throw new Problem(
        "conflict",
        "The sections have changed since you opened this page. Nothing was moved.",
      );
    }
    for (const [index, id] of sectionIds.entries()) {
      await tx
        .update(sections)
        .set({ position: index + 1 })
        .where(eq(sections.id, id));
    }
    const slugOf = new Map(inUse.map(({ id, slug }) => [id, slug]));
    await recordEvent(
      tx,
      { actor, now },
      {
        act: "section.changed",
        before: { order: inUse.map(({ slug }) => slug) },
        after: { order: sectionIds.map((id) => slugOf.get(id)) },
      },
    );
    return { changeSeq: await recordChange(tx, { keys: [keys.outlet()], hard: "soft" }) };
  });
}
