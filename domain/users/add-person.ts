import { eq, sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { grants, people, roles } from "#db/schema.ts";
import type { Ctx, Person } from "../context.ts";
import { recordEvent } from "../events.ts";
import { authorize } from "../permissions.ts";
import { Problem } from "../problem.ts";
import type { AddPersonInput } from "./input.ts";
import { hashPassword } from "./password.ts";

/**
 * Gives somebody an account with a role on every desk, without an invitation: the demo
 * newsroom's people. Throws Problem "conflict" when the address has an account.
 */
export async function addPerson(
  { db, actor, now }: Ctx,
  { password, ...joining }: AddPersonInput,
): Promise<{ personId: string }> {
  authorize(actor, "people.manage");
  const passwordHash = await hashPassword(password);
  return db.transaction(async (tx) => {
    const { personId } = await joinNewsroom(tx, now, { ...joining, passwordHash });
    return { personId };
  });
}

/**
 * The row of a new person, their role and the event, which is theirs. For the verbs that open
 * the door (first run, invitation); each has checked its own right to. Returns them as an actor.
 */
export async function joinNewsroom(
  tx: Transaction,
  now: Date,
  joining: { name: string; email: string; role: string; passwordHash: string },
): Promise<Person> {
  const { name, email, role, passwordHash } = joining;
  const [row] = await tx
    .insert(people)
    .values({ name, email, passwordHash, createdAt: now })
    .onConflictDoNothing()
    .returning({ id: people.id });
  if (!row) {
    throw new Problem("conflict", "Somebody here has that e-mail address already.", { field: "email" });
  }
  await tx.insert(grants).values({ personId: row.id, roleId: role, createdAt: now });
  const [held] = await tx.select().from(roles).where(eq(roles.id, role));
  const person: Person = {
    kind: "person",
    personId: row.id,
    name,
    grants: [{ deskId: null, permissions: held?.permissions ?? [] }],
  };
  await recordEvent(
    tx,
    { actor: person, now },
    {
      act: "person.joined",
      subjectId: row.id,
      after: { name, email, role },
    },
  );
  return person;
}

/** Refuses an address that has an account, however its letters are written. */
export async function refuseKnownAddress(tx: Transaction, email: string): Promise<void> {
  const [known] = await tx
    .select({ name: people.name })
    .from(people)
    .where(eq(sql`lower(${people.email})`, email.toLowerCase()));
  if (known) {
    throw new Problem("conflict", `${known.name} has an account with that e-mail address.`, {
      field: "email",
    });
  }
}
