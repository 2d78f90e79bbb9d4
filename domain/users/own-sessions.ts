import { and, desc, eq, gt, isNull } from "drizzle-orm";
import { sessions } from "#db/schema.ts";
import type { Ctx } from "../context.ts";
import { recordEvent } from "../events.ts";
import { authorizeOwn } from "../permissions.ts";
import { missing } from "../problem.ts";
import { type Device, deviceIn } from "./device.ts";
import type { OwnSessionInput } from "./input.ts";

export type OwnSession = {
  sessionId: string;
  device: Device;
  /** The network address from which it was opened. */
  source: string;
  createdAt: Date;
  lastSeenAt: Date;
};

/** The browsers in which whoever asks is signed in now, the last used first. */
export async function listOwnSessions({ db, actor, now }: Ctx, { limit = 100 } = {}): Promise<OwnSession[]> {
  const personId = authorizeOwn(actor);
  const rows = await db
    .select()
    .from(sessions)
    .where(and(eq(sessions.personId, personId), isNull(sessions.revokedAt), gt(sessions.expiresAt, now)))
    .orderBy(desc(sessions.lastSeenAt), desc(sessions.id))
    .limit(limit);
  return rows.map(({ id, userAgent, source, createdAt, lastSeenAt }) => ({
    sessionId: id,
    device: deviceIn(userAgent),
    source,
    createdAt,
    lastSeenAt,
  }));
}

/** Signs one of one's own browsers out, from its next request on. Another's session isn't there: Problem "missing". */
export async function endOwnSession(
  { db, actor, now }: Ctx,
  { sessionId }: OwnSessionInput,
): Promise<{ ended: number }> {
  return db.transaction(async (tx) => {
    const personId = authorizeOwn(actor);
    const ended = await tx
      .update(sessions)
      .set({ revokedAt: now })
      .where(and(eq(sessions.id, sessionId), eq(sessions.personId, personId), isNull(sessions.revokedAt)))
      .returning({ id: sessions.id });
    if (ended.length === 0) throw missing("session");
    await recordEvent(
      tx,
      { actor, now },
      { act: "person.sessions-ended", subjectId: personId, after: { ended: ended.length } },
    );
    return { ended: ended.length };
  });
}
