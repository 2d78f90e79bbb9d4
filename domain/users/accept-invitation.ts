import type { Ctx } from "../context.ts";
import { Problem } from "../problem.ts";
import { joinNewsroom, refuseKnownAddress } from "./add-person.ts";
import type { AcceptInvitationInput } from "./input.ts";
import { useLink } from "./one-time-token.ts";
import { hashPassword } from "./password.ts";

/**
 * Makes the account that an invitation promised: its address and its role, the invited person's
 * own name and password. The link is the permission, and it works once.
 */
export async function acceptInvitation(
  { db, now }: Pick<Ctx, "db" | "now">,
  { token, name, password }: AcceptInvitationInput,
): Promise<{ personId: string; email: string }> {
  return db.transaction(async (tx) => {
    const link = await useLink(tx, token, "invitation", now);
    const passwordHash = await hashPassword(password); // costly: only for a link that is real
    if (!link.email || !link.roleId)
      throw new Problem("missing", "This invitation is not complete. Ask for a new one.");
    await refuseKnownAddress(tx, link.email);
    const { personId } = await joinNewsroom(tx, now, {
      name,
      email: link.email,
      role: link.roleId,
      passwordHash,
    });
    return { personId, email: link.email };
  });
}
