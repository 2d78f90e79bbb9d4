import { eq, inArray, sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { redirects } from "#db/schema-circulation.ts";
import { actorId, type Ctx } from "../context.ts";

export type Move = { from: string; to: string };

/**
 * From now on each old address leads to the new one, within a transaction that has asked for the
 * right. Never through another: whatever led to the old address leads on as well, and an address
 * where something stands again leads nowhere else.
 */
export async function leadOn(
  tx: Transaction,
  { actor, now }: Pick<Ctx, "actor" | "now">,
  moves: readonly Move[],
  source: "rename" | "merge",
): Promise<void> {
  await tx.delete(redirects).where(
    inArray(
      redirects.fromPath,
      moves.map(({ to }) => to),
    ),
  );
  for (const { from, to } of moves) {
    await tx.update(redirects).set({ toPath: to }).where(eq(redirects.toPath, from));
    await tx
      .insert(redirects)
      .values({ fromPath: from, toPath: to, source, createdAt: now, createdBy: actorId(actor) })
      .onConflictDoUpdate({
        target: redirects.fromPath,
        set: { toPath: to, storyId: sql`null`, source, createdAt: now, createdBy: actorId(actor) },
      });
  }
}
