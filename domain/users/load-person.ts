import { and, eq, isNull } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { grants, people } from "#db/schema.ts";
import { missing } from "../problem.ts";

/** A person locked for change, with their role on every desk. Throws Problem "missing". */
export async function loadPerson(tx: Transaction, personId: string) {
  const [person] = await tx.select().from(people).where(eq(people.id, personId)).for("update");
  if (!person) throw missing("person");
  const [grant] = await tx
    .select()
    .from(grants)
    .where(and(eq(grants.personId, personId), isNull(grants.deskId)));
  return { ...person, role: grant?.roleId ?? null };
}
