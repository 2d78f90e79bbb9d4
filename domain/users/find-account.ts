import { and, eq, sql } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { people, sessions } from "#db/schema.ts";

export type Account = {
  personId: string | null;
  name: string;
  passwordHash: string | null;
  isSuspended: boolean;
  /** Whether the owner has signed in from this source before. */
  isKnownSource: boolean;
};

const NOBODY: Account = {
  personId: null,
  name: "",
  passwordHash: null,
  isSuspended: false,
  isKnownSource: false,
};

/**
 * What the door needs to know about an address, in one query whether there is such an account or
 * not. Never shown to anybody: known and unknown get the same answer in the same time.
 */
export async function findAccount(db: Database, email: string, source: string): Promise<Account> {
  const [row] = await db
    .select({
      personId: people.id,
      name: people.name,
      passwordHash: people.passwordHash,
      isSuspended: sql<boolean>`${people.suspendedAt} is not null`,
      isKnownSource: sql<boolean>`exists (${db
        .select({ one: sql`1` })
        .from(sessions)
        .where(and(eq(sessions.personId, people.id), eq(sessions.source, source)))})`,
    })
    .from(people)
    .where(eq(sql`lower(${people.email})`, email.toLowerCase()));
  return row ?? NOBODY;
}
