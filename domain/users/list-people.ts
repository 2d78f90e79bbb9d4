import { and, asc, eq, gt, isNull, max, sql } from "drizzle-orm";
import { grants, people, sessions } from "#db/schema.ts";
import type { Ctx } from "../context.ts";
import { foldForSearch } from "../languages/fold.ts";
import { authorize } from "../permissions.ts";
import { LANGUAGE_CODES } from "../vocabulary.ts";

export type PersonRow = {
  personId: string;
  name: string;
  pictureId: string | null;
  email: string;
  /** The role on every desk; null for somebody who has none. */
  role: string | null;
  suspendedAt: Date | null;
  createdAt: Date;
  lastSeenAt: Date | null;
  /** Browsers in which this person is signed in now. */
  openSessions: number;
};

/**
 * Everybody with an account, by name, the suspended ones too; or those whose name or address has what
 * was looked for, however it was typed.
 */
export async function listPeople(
  { db, actor, now }: Ctx,
  { limit = 500, search = "" } = {},
): Promise<PersonRow[]> {
  authorize(actor, "people.manage");
  const open = db.$with("open").as(
    db
      .select({
        personId: sessions.personId,
        openSessions:
          sql<number>`count(*) filter (where ${and(isNull(sessions.revokedAt), gt(sessions.expiresAt, now))})`
            .mapWith(Number)
            .as("open_sessions"),
        lastSeenAt: max(sessions.lastSeenAt).as("seen_at"),
      })
      .from(sessions)
      .groupBy(sessions.personId),
  );
  const rows = await db
    .with(open)
    .select({
      personId: people.id,
      name: people.name,
      pictureId: people.pictureId,
      email: people.email,
      role: grants.roleId,
      suspendedAt: people.suspendedAt,
      createdAt: people.createdAt,
      lastSeenAt: open.lastSeenAt,
      openSessions: open.openSessions,
    })
    .from(people)
    .leftJoin(grants, and(eq(grants.personId, people.id), isNull(grants.deskId)))
    .leftJoin(open, eq(open.personId, people.id))
    .orderBy(asc(sql`lower(${people.name})`), asc(people.id))
    .limit(limit);
  return rows
    .filter(({ name, email }) => isFoundBy(search, `${name} ${email}`))
    .map((row) => ({ ...row, openSessions: row.openSessions ?? 0 }));
}

/** A name may be written in any of our languages' letters. */
function isFoundBy(search: string, text: string): boolean {
  return LANGUAGE_CODES.some((language) =>
    foldForSearch(text, language).includes(foldForSearch(search.trim(), language)),
  );
}
