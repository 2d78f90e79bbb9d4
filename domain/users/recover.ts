import { and, eq, isNull } from "drizzle-orm";
import { people, sessions } from "#db/schema.ts";
import type { Ctx, Person } from "../context.ts";
import { recordEvent } from "../events.ts";
import { Problem } from "../problem.ts";
import type { RecoverInput } from "./input.ts";
import { useLink } from "./one-time-token.ts";
import { hashPassword } from "./password.ts";

/**
 * Sets a new password with a recovery link and ends every session that the account had: whoever
 * else was in is out. The link is the permission, and it works once.
 */
export async function recoverAccount(
  { db, now }: Pick<Ctx, "db" | "now">,
  { token, password }: RecoverInput,
): Promise<{ personId: string; email: string }> {
  return db.transaction(async (tx) => {
    const link = await useLink(tx, token, "recovery", now);
    const passwordHash = await hashPassword(password); // costly: only for a link that is real
    const [person] = await tx
      .select()
      .from(people)
      .where(eq(people.id, link.personId ?? ""))
      .for("update");
    if (!person || person.suspendedAt) {
      throw new Problem("forbidden", "This account is suspended. Ask an admin.");
    }
    await tx.update(people).set({ passwordHash }).where(eq(people.id, person.id));
    await tx
      .update(sessions)
      .set({ revokedAt: now })
      .where(and(eq(sessions.personId, person.id), isNull(sessions.revokedAt)));
    const self: Person = { kind: "person", personId: person.id, name: person.name, grants: [] };
    await recordEvent(
      tx,
      { actor: self, now },
      {
        act: "person.recovered",
        subjectId: person.id,
        after: { password: "set" },
      },
    );
    return { personId: person.id, email: person.email };
  });
}
