import { and, eq, isNull, sql } from "drizzle-orm";
import { oneTimeLinks, people } from "#db/schema.ts";
import { actorId, type Ctx } from "../context.ts";
import { recordEvent } from "../events.ts";
import { authorize } from "../permissions.ts";
import { Problem } from "../problem.ts";
import type { RecoveryLinkInput } from "./input.ts";
import { LINK_LIFE_MS, makeToken } from "./one-time-token.ts";

/**
 * A link with which somebody who lost the password sets a new one, good for 24 hours and once.
 * The password and the sessions stay as they are until it is used. An older link stops working.
 */
export async function createRecoveryLink(
  { db, actor, now }: Ctx,
  { email }: RecoveryLinkInput,
): Promise<{ token: string; name: string; email: string }> {
  authorize(actor, "people.manage");
  return db.transaction(async (tx) => {
    const [person] = await tx
      .select()
      .from(people)
      .where(eq(sql`lower(${people.email})`, email.toLowerCase()));
    if (!person) throw new Problem("missing", "Nobody here has that e-mail address.", { field: "email" });
    if (person.suspendedAt) {
      throw new Problem("conflict", `${person.name} is suspended. Restore the account first.`);
    }
    await tx
      .delete(oneTimeLinks)
      .where(
        and(
          eq(oneTimeLinks.kind, "recovery"),
          eq(oneTimeLinks.personId, person.id),
          isNull(oneTimeLinks.usedAt),
        ),
      );
    const { token, tokenHash } = makeToken();
    await tx.insert(oneTimeLinks).values({
      kind: "recovery",
      tokenHash,
      personId: person.id,
      email: person.email,
      invitedBy: actorId(actor),
      createdAt: now,
      expiresAt: new Date(now.getTime() + LINK_LIFE_MS.recovery),
    });
    await recordEvent(
      tx,
      { actor, now },
      {
        act: "person.recovered",
        subjectId: person.id,
        after: { link: "made" },
      },
    );
    return { token, name: person.name, email: person.email };
  });
}
