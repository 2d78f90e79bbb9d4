import { isNull } from "drizzle-orm";
import { sessions } from "#db/schema.ts";
import type { Ctx } from "../context.ts";
import { recordEvent } from "../events.ts";
import { authorize } from "../permissions.ts";

/** Signs everybody out, on every device, from the next request on. Says how many sessions that ended. */
export async function endAllSessions({ db, actor, now }: Ctx): Promise<{ ended: number }> {
  authorize(actor, "people.manage");
  return db.transaction(async (tx) => {
    const ended = await tx
      .update(sessions)
      .set({ revokedAt: now })
      .where(isNull(sessions.revokedAt))
      .returning({ id: sessions.id });
    await recordEvent(
      tx,
      { actor, now },
      {
        act: "person.sessions-ended",
        subjectId: "everybody",
        after: { ended: ended.length },
      },
    );
    return { ended: ended.length };
  });
}
