import { and, eq, isNull } from "drizzle-orm";
import { sessions } from "#db/schema.ts";
import type { Ctx } from "../context.ts";
import { recordEvent } from "../events.ts";
import { authorize } from "../permissions.ts";
import type { PersonInput } from "./input.ts";
import { loadPerson } from "./load-person.ts";

/** Signs somebody out on every device, from their next request on. Says how many sessions that ended. */
export async function endSessions({ db, actor, now }: Ctx, { personId }: PersonInput) {
  return db.transaction(async (tx) => {
    await loadPerson(tx, personId);
    authorize(actor, "people.manage");
    const ended = await tx
      .update(sessions)
      .set({ revokedAt: now })
      .where(and(eq(sessions.personId, personId), isNull(sessions.revokedAt)))
      .returning({ id: sessions.id });
    await recordEvent(
      tx,
      { actor, now },
      {
        act: "person.sessions-ended",
        subjectId: personId,
        after: { ended: ended.length },
      },
    );
    return { ended: ended.length };
  });
}
