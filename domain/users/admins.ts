/**
 * There is always somebody who can let people in. Whatever could take the last admin away (a
 * suspension, another role) locks here first, so of two admins who demote each other in the
 * same moment the second finds itself alone and is refused.
 */
import { and, arrayContains, eq, isNull, ne, sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { grants, people, roles } from "#db/schema.ts";
import { Problem } from "../problem.ts";

/** Any number that nothing else locks; held until commit. */
const ADMINS_LOCK = 4_711_002;

export async function lockAdmins(tx: Transaction): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${ADMINS_LOCK})`);
}

/** Call after lockAdmins. Throws Problem "conflict" when nobody else active may manage people. */
export async function keepAnotherAdmin(tx: Transaction, personId: string): Promise<void> {
  const [other] = await tx
    .select({ id: people.id })
    .from(people)
    .innerJoin(grants, eq(grants.personId, people.id))
    .innerJoin(roles, eq(roles.id, grants.roleId))
    .where(
      and(
        ne(people.id, personId),
        isNull(people.suspendedAt),
        isNull(grants.deskId),
        arrayContains(roles.permissions, ["people.manage"]),
      ),
    )
    .limit(1);
  if (!other) {
    throw new Problem(
      "conflict",
      "A newsroom needs at least one active admin. Make somebody else an admin first.",
    );
  }
}
