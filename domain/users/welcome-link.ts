import { and, eq, isNull } from "drizzle-orm";
import { oneTimeLinks, people } from "#db/schema.ts";
import type { Ctx } from "../context.ts";
import { authorize } from "../permissions.ts";
import { LINK_LIFE_MS, makeToken } from "./one-time-token.ts";

/**
 * The link that opens a new newsroom's first run, printed where only its owner looks. Null once
 * somebody has an account. An older link that nobody used stops working.
 */
export async function createWelcomeLink({ db, actor, now }: Ctx): Promise<{ token: string } | null> {
  authorize(actor, "people.manage");
  return db.transaction(async (tx) => {
    const [somebody] = await tx.select({ id: people.id }).from(people).limit(1);
    if (somebody) return null;
    await tx.delete(oneTimeLinks).where(and(eq(oneTimeLinks.kind, "welcome"), isNull(oneTimeLinks.usedAt)));
    const { token, tokenHash } = makeToken();
    const expiresAt = new Date(now.getTime() + LINK_LIFE_MS.welcome);
    await tx.insert(oneTimeLinks).values({ kind: "welcome", tokenHash, createdAt: now, expiresAt });
    return { token };
  });
}
