import { and, eq, isNull, lt, sql } from "drizzle-orm";
import { people, sessions } from "#db/schema.ts";
import type { Ctx } from "../context.ts";

const DAY_MS = 86_400_000;
/** A session ends two weeks after it was last used, and ninety days after sign-in whatever happens. */
export const SESSION_IDLE_DAYS = 14;
export const SESSION_LIFE_DAYS = 90;
const TOUCH_EVERY_MS = 5 * 60_000;

type Clock = Pick<Ctx, "db" | "now">;

/**
 * Signs a browser in: always a new row, never one that existed before (no session fixation).
 * `passwordHash` is what the password was checked against: null comes back when it was changed
 * or the account suspended since, so an old password never wins a race against its change.
 */
export async function openSession(
  { db, now }: Clock,
  opening: { personId: string; passwordHash: string; source: string; userAgent: string },
): Promise<string | null> {
  const { personId, passwordHash, source, userAgent } = opening;
  return db.transaction(async (tx) => {
    const [person] = await tx
      .select({ id: people.id })
      .from(people)
      .where(and(eq(people.id, personId), eq(people.passwordHash, passwordHash), isNull(people.suspendedAt)))
      .for("share");
    if (!person) return null;
    const [row] = await tx
      .insert(sessions)
      .values({
        personId,
        source,
        userAgent: userAgent.slice(0, 300),
        createdAt: now,
        lastSeenAt: now,
        expiresAt: new Date(now.getTime() + SESSION_IDLE_DAYS * DAY_MS),
      })
      .returning({ id: sessions.id });
    return row?.id ?? null;
  });
}

/** Signs a browser out. Nothing happens when it was signed out already. */
export async function closeSession({ db, now }: Clock, sessionId: string): Promise<void> {
  await db
    .update(sessions)
    .set({ revokedAt: now })
    .where(and(eq(sessions.id, sessionId), isNull(sessions.revokedAt)));
}

/** Notes that a session is in use, at most once in five minutes, and moves its end accordingly. */
export async function touchSession(
  { db, now }: Clock,
  { sessionId, lastSeenAt }: { sessionId: string; lastSeenAt: Date },
): Promise<void> {
  if (now.getTime() - lastSeenAt.getTime() < TOUCH_EVERY_MS) return;
  const idleEnd = new Date(now.getTime() + SESSION_IDLE_DAYS * DAY_MS).toISOString();
  await db
    .update(sessions)
    .set({
      lastSeenAt: now,
      expiresAt: sql`least(${idleEnd}::timestamptz, ${sessions.createdAt} + make_interval(days => ${SESSION_LIFE_DAYS}))`,
    })
    .where(and(eq(sessions.id, sessionId), isNull(sessions.revokedAt), lt(sessions.lastSeenAt, now)));
}
