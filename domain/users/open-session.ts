import { and, eq, isNull, lt, sql } from "drizzle-orm";
import { sessions } from "#db/schema.ts";
import type { Ctx } from "../context.ts";

const DAY_MS = 86_400_000;
/** A session ends two weeks after it was last used, and ninety days after sign-in whatever happens. */
export const SESSION_IDLE_DAYS = 14;
export const SESSION_LIFE_DAYS = 90;
const TOUCH_EVERY_MS = 5 * 60_000;

type Clock = Pick<Ctx, "db" | "now">;

/** Signs a browser in: always a new row, never one that existed before (no session fixation). */
export async function openSession(
  { db, now }: Clock,
  { personId, source, userAgent }: { personId: string; source: string; userAgent: string },
): Promise<string> {
  const [row] = await db
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
  if (!row) throw new Error("a session was not opened");
  return row.id;
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
