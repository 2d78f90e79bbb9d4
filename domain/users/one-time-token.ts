import { createHash, randomBytes } from "node:crypto";
import { and, eq, gt, isNull } from "drizzle-orm";
import type { Database, Transaction } from "#db/client.ts";
import { oneTimeLinks } from "#db/schema.ts";
import { Problem } from "../problem.ts";

export type LinkKind = "welcome" | "invitation" | "recovery";

const HOUR_MS = 3_600_000;
/** How long each kind of link opens its door. */
export const LINK_LIFE_MS: Record<LinkKind, number> = {
  welcome: 7 * 24 * HOUR_MS,
  invitation: 7 * 24 * HOUR_MS,
  recovery: 24 * HOUR_MS,
};

/** 256 random bits for the person, their hash for the table: a copy of the database opens no door. */
export function makeToken(): { token: string; tokenHash: string } {
  const token = randomBytes(32).toString("base64url");
  return { token, tokenHash: hashToken(token) };
}

export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/** The link behind a token while it still opens: right kind, not used, not expired. */
export async function findOpenLink(db: Database, token: string, kinds: readonly LinkKind[], now: Date) {
  const [link] = await db
    .select()
    .from(oneTimeLinks)
    .where(
      and(
        eq(oneTimeLinks.tokenHash, hashToken(token)),
        isNull(oneTimeLinks.usedAt),
        gt(oneTimeLinks.expiresAt, now),
      ),
    );
  return link && kinds.includes(link.kind) ? link : null;
}

/**
 * Uses a link up, inside the transaction of what it opens. Of two people with the same link the
 * second waits here and then hears that it has been used. Throws Problem "missing".
 */
export async function useLink(tx: Transaction, token: string, kind: LinkKind, now: Date) {
  const [link] = await tx
    .update(oneTimeLinks)
    .set({ usedAt: now })
    .where(
      and(
        eq(oneTimeLinks.tokenHash, hashToken(token)),
        eq(oneTimeLinks.kind, kind),
        isNull(oneTimeLinks.usedAt),
        gt(oneTimeLinks.expiresAt, now),
      ),
    )
    .returning();
  if (!link) throw new Problem("missing", "This link has been used or has expired. Ask for a new one.");
  return link;
}
