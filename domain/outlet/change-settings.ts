import { eq, sql } from "drizzle-orm";
import { outlet, people } from "#db/schema.ts";
import { keepBrandPictures } from "../brand/keep-pictures.ts";
import { actorId, type Ctx } from "../context.ts";
import { recordEvent } from "../events.ts";
import { authorize } from "../permissions.ts";
import { Problem } from "../problem.ts";
import { recordChange } from "../publications/changes.ts";
import { keys } from "../publications/keys.ts";
import { redrawCards } from "../sharing/order-card.ts";
import type { ChangeSettingsInput } from "./input.ts";

/**
 * Changes what the outlet is called, its languages, its clock, its looks, menus and record. `version`
 * is the one on screen: of two admins at once the second gets Problem "conflict" and loses nothing.
 * Every reader page is printed again.
 */
export async function changeSettings(
  { db, actor, now }: Ctx,
  { version, settings }: ChangeSettingsInput,
): Promise<{ version: number; changeSeq: number }> {
  return db.transaction(async (tx) => {
    const [before] = await tx
      .select({ version: outlet.version, settings: outlet.settings, changedBy: people.name })
      .from(outlet)
      .leftJoin(people, eq(people.id, outlet.updatedBy))
      .for("update", { of: outlet });
    authorize(actor, "outlet.manage");
    if (!before) throw new Problem("missing", "This newsroom has not been set up yet.");
    if (before.version !== version) {
      const who = before.changedBy ?? "Somebody";
      throw new Problem(
        "conflict",
        `${who} has changed these settings since you opened them. Nothing was saved.`,
        {
          details: { version: before.version, settings: before.settings },
        },
      );
    }
    const pictureKeys = await keepBrandPictures(tx, before.settings, settings);
    await tx
      .update(outlet)
      .set({ settings, version: sql`${outlet.version} + 1`, updatedAt: now, updatedBy: actorId(actor) });
    await recordEvent(
      tx,
      { actor, now },
      { act: "outlet.changed", before: before.settings, after: settings },
    );
    await redrawCards(tx, before.settings, settings);
    const changeSeq = await recordChange(tx, { keys: [keys.outlet(), ...pictureKeys], hard: "soft" });
    return { version: version + 1, changeSeq };
  });
}
