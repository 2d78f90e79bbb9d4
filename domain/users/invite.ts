import { and, eq, isNull, sql } from "drizzle-orm";
import { oneTimeLinks, outbox } from "#db/schema.ts";
import { actorId, type Ctx } from "../context.ts";
import { recordEvent } from "../events.ts";
import { authorize } from "../permissions.ts";
import { refuseKnownAddress } from "./add-person.ts";
import type { InviteInput } from "./input.ts";
import { LINK_LIFE_MS, makeToken } from "./one-time-token.ts";

/** A letter that the worker sends after commit. */
export type Letter = { to: string; subject: string; text: string };

/**
 * Invites somebody by a link that works once within seven days; an older invitation of the same
 * address stops working. `writeLetter` is given when mail is configured: the letter then goes out
 * exactly when the invitation is committed. Throws Problem "conflict" for an address with an account.
 */
export async function invitePerson(
  { db, actor, now }: Ctx,
  { name, email, role }: InviteInput,
  writeLetter?: (token: string) => Letter,
): Promise<{ token: string; expiresAt: Date }> {
  authorize(actor, "people.manage");
  return db.transaction(async (tx) => {
    await refuseKnownAddress(tx, email);
    await tx
      .delete(oneTimeLinks)
      .where(
        and(
          eq(oneTimeLinks.kind, "invitation"),
          isNull(oneTimeLinks.usedAt),
          eq(sql`lower(${oneTimeLinks.email})`, email.toLowerCase()),
        ),
      );
    const { token, tokenHash } = makeToken();
    const expiresAt = new Date(now.getTime() + LINK_LIFE_MS.invitation);
    const invitedBy = actorId(actor);
    await tx.insert(oneTimeLinks).values({
      kind: "invitation",
      tokenHash,
      email,
      name,
      roleId: role,
      invitedBy,
      createdAt: now,
      expiresAt,
    });
    if (writeLetter)
      await tx.insert(outbox).values({ job: "mail", payload: writeLetter(token), createdAt: now });
    await recordEvent(tx, { actor, now }, { act: "person.invited", subjectId: email, after: { name, role } });
    return { token, expiresAt };
  });
}
