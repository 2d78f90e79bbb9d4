import { and, eq, isNull, ne } from "drizzle-orm";
import { people, sessions } from "#db/schema.ts";
import type { Ctx } from "../context.ts";
import { recordEvent } from "../events.ts";
import { Problem } from "../problem.ts";
import type { ChangePasswordInput } from "./input.ts";
import { loadPerson } from "./load-person.ts";
import { hashPassword, passwordMatches } from "./password.ts";

/**
 * Changes one's own password; whoever knew the old one is signed out everywhere except in the
 * session that asked. Throws Problem "invalid" when the present password isn't right.
 */
export async function changePassword(
  { db, actor, now }: Ctx,
  { currentPassword, newPassword }: ChangePasswordInput,
  sessionId: string,
): Promise<{ ended: number }> {
  if (actor.kind !== "person") throw new Problem("forbidden", "Only a person has a password.");
  const { personId } = actor;
  const passwordHash = await hashPassword(newPassword);
  return db.transaction(async (tx) => {
    const person = await loadPerson(tx, personId);
    if (!(await passwordMatches(person.passwordHash, currentPassword))) {
      throw new Problem("invalid", "That isn't your present password.", { field: "currentPassword" });
    }
    await tx.update(people).set({ passwordHash }).where(eq(people.id, personId));
    const ended = await tx
      .update(sessions)
      .set({ revokedAt: now })
      .where(and(eq(sessions.personId, personId), ne(sessions.id, sessionId), isNull(sessions.revokedAt)))
      .returning({ id: sessions.id });
    await recordEvent(
      tx,
      { actor, now },
      {
        act: "person.password-changed",
        subjectId: personId,
        after: { sessionsEnded: ended.length },
      },
    );
    return { ended: ended.length };
  });
}
