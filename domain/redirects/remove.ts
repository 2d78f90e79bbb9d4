import { inArray } from "drizzle-orm";
import { redirects } from "#db/schema-circulation.ts";
import type { Ctx } from "../context.ts";
import { recordEvent } from "../events.ts";
import { authorize } from "../permissions.ts";
import { recordChange } from "../publications/changes.ts";
import { keys } from "../publications/keys.ts";
import type { RemoveRedirectsInput } from "./input.ts";

/** From now on these old addresses lead nowhere. */
export async function removeRedirects(
  ctx: Ctx,
  { redirectIds }: RemoveRedirectsInput,
): Promise<{ removed: number; changeSeq: number }> {
  authorize(ctx.actor, "outlet.manage");
  return ctx.db.transaction(async (tx) => {
    const gone = await tx.delete(redirects).where(inArray(redirects.id, redirectIds)).returning();
    const before = { paths: gone.slice(0, 20).map(({ fromPath, toPath }) => ({ fromPath, toPath })) };
    await recordEvent(tx, ctx, { act: "redirects.changed", before, after: { removed: gone.length } });
    return {
      removed: gone.length,
      changeSeq: await recordChange(tx, { keys: [keys.redirects()], hard: "hard" }),
    };
  });
}
