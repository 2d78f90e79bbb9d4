import { and, eq, isNull, or } from "drizzle-orm";
import { oneTimeLinks, people, sessions } from "#db/schema.ts";
import { actorId, type Ctx } from "../context.ts";
import { recordEvent } from "../events.ts";
import { authorize } from "../permissions.ts";
import { Problem } from "../problem.ts";
import { keepAnotherAdmin, lockAdmins } from "./admins.ts";
import type { PersonInput } from "./input.ts";
import { loadPerson } from "./load-person.ts";

/**
 * Shuts somebody out from their next request on: sessions end, and so do the links that were made
 * for them and the invitations that they sent. Their bylines, revisions and events stay. Throws
 * Problem "conflict" for the last admin, oneself, and somebody who is suspended already.
 */
export async function suspendPerson({ db, actor, now }: Ctx, { personId }: PersonInput) {
  return db.transaction(async (tx) => {
    await lockAdmins(tx);
    const person = await loadPerson(tx, personId);
    authorize(actor, "people.manage");
    if (actorId(actor) === personId) {
      throw new Problem("conflict", "You can't suspend yourself. Ask another admin.");
    }
    if (person.suspendedAt) throw new Problem("conflict", `${person.name} is suspended already.`);
    await keepAnotherAdmin(tx, personId);
    await tx.update(people).set({ suspendedAt: now }).where(eq(people.id, personId));
    const ended = await tx
      .update(sessions)
      .set({ revokedAt: now })
      .where(and(eq(sessions.personId, personId), isNull(sessions.revokedAt)))
      .returning({ id: sessions.id });
    const links = await tx
      .delete(oneTimeLinks)
      .where(
        and(
          isNull(oneTimeLinks.usedAt),
          or(eq(oneTimeLinks.personId, personId), eq(oneTimeLinks.invitedBy, personId)),
        ),
      )
      .returning({ id: oneTimeLinks.id });
    await recordEvent(
      tx,
      { actor, now },
      {
        act: "person.suspended",
        subjectId: personId,
        after: { sessionsEnded: ended.length, linksEnded: links.length },
      },
    );
    return { personId };
  });
}
