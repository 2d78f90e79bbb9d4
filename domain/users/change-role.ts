import { and, eq, isNull } from "drizzle-orm";
import { grants, oneTimeLinks } from "#db/schema.ts";
import type { Ctx } from "../context.ts";
import { recordEvent } from "../events.ts";
import { authorize } from "../permissions.ts";
import { Problem } from "../problem.ts";
import { keepAnotherAdmin, lockAdmins } from "./admins.ts";
import type { ChangeRoleInput } from "./input.ts";
import { loadPerson } from "./load-person.ts";

/**
 * Gives somebody another role on every desk, from their next request on. Whoever stops being an
 * admin takes the open invitations and recovery links that they made along. `from` is the role that
 * the admin had on screen: Problem "conflict" when a colleague has changed it since, or when it
 * would leave no admin.
 */
export async function changeRole({ db, actor, now }: Ctx, { personId, from, to }: ChangeRoleInput) {
  return db.transaction(async (tx) => {
    await lockAdmins(tx);
    const person = await loadPerson(tx, personId);
    authorize(actor, "people.manage");
    if (person.role !== from) {
      throw new Problem(
        "conflict",
        `Somebody has changed ${person.name}'s role since you looked. Look again.`,
        {
          details: { role: person.role },
        },
      );
    }
    if (to !== "admin") await keepAnotherAdmin(tx, personId);
    await tx.delete(grants).where(and(eq(grants.personId, personId), isNull(grants.deskId)));
    await tx.insert(grants).values({ personId, roleId: to, createdAt: now });
    // Doors that they opened as an admin close with the role.
    if (to !== "admin") {
      await tx
        .delete(oneTimeLinks)
        .where(and(eq(oneTimeLinks.invitedBy, personId), isNull(oneTimeLinks.usedAt)));
    }
    await recordEvent(
      tx,
      { actor, now },
      {
        act: "person.role-changed",
        subjectId: personId,
        before: { role: from },
        after: { role: to },
      },
    );
    return { personId, role: to };
  });
}
