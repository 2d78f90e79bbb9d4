import { eq } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { grants, people, roles } from "#db/schema.ts";
import type { Person } from "../context.ts";

/** Somebody with the rights that they have now, whether they are signed in or not. */
export async function findPerson(db: Pick<Database, "select">, personId: string): Promise<Person | null> {
  const rows = await db
    .select({ name: people.name, deskId: grants.deskId, permissions: roles.permissions })
    .from(people)
    .leftJoin(grants, eq(grants.personId, people.id))
    .leftJoin(roles, eq(roles.id, grants.roleId))
    .where(eq(people.id, personId));
  const [first] = rows;
  if (!first) return null;
  const held = rows.flatMap(({ deskId, permissions }) =>
    permissions === null ? [] : [{ deskId, permissions }],
  );
  return { kind: "person", personId, name: first.name, grants: held };
}
