import { eq } from "drizzle-orm";
import { people } from "#db/schema.ts";
import type { Ctx } from "../context.ts";
import { recordEvent } from "../events.ts";
import { authorize } from "../permissions.ts";
import { Problem } from "../problem.ts";
import type { PersonInput } from "./input.ts";
import { loadPerson } from "./load-person.ts";

/** Lets a suspended person in again, with the role and the password that they had. They sign in anew. */
export async function restorePerson({ db, actor, now }: Ctx, { personId }: PersonInput) {
  return db.transaction(async (tx) => {
    const person = await loadPerson(tx, personId);
    authorize(actor, "people.manage");
    if (!person.suspendedAt) throw new Problem("conflict", `${person.name} isn't suspended.`);
    await tx.update(people).set({ suspendedAt: null }).where(eq(people.id, personId));
    await recordEvent(tx, { actor, now }, { act: "person.restored", subjectId: personId });
    return { personId };
  });
}
