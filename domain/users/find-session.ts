import { and, eq, gt, inArray, isNull } from "drizzle-orm";
import { grants, people, roles, sessions } from "#db/schema.ts";
import type { Ctx, Person } from "../context.ts";
import type { Permission } from "../vocabulary.ts";

type Clock = Pick<Ctx, "db" | "now">;

/** Somebody who is signed in, and the browser in which they are. */
export type OpenSession = {
  sessionId: string;
  person: Person;
  email: string;
  locale: string;
  /** The zone in which this person reads times; null: the newsroom's. */
  timeZone: string | null;
  /** By which colleagues know this person. */
  pictureId: string | null;
  lastSeenAt: Date;
};

/**
 * Who a session belongs to, with the rights that they have at this moment. Null when it was
 * ended or ran out, or when its person is suspended. Asked on every request: nothing is cached.
 */
export async function findSession(clock: Clock, sessionId: string): Promise<OpenSession | null> {
  return (await findSessions(clock, [sessionId])).get(sessionId) ?? null;
}

/** The same for several at once, by their ids; those that have ended are left out. */
export async function findSessions(
  { db, now }: Clock,
  sessionIds: readonly string[],
): Promise<Map<string, OpenSession>> {
  if (sessionIds.length === 0) return new Map();
  const rows = await db
    .select({
      sessionId: sessions.id,
      personId: people.id,
      name: people.name,
      email: people.email,
      locale: people.locale,
      timeZone: people.timeZone,
      pictureId: people.pictureId,
      lastSeenAt: sessions.lastSeenAt,
      grantId: grants.id,
      deskId: grants.deskId,
      permissions: roles.permissions,
    })
    .from(sessions)
    .innerJoin(people, eq(people.id, sessions.personId))
    .leftJoin(grants, eq(grants.personId, people.id))
    .leftJoin(roles, eq(roles.id, grants.roleId))
    .where(
      and(
        inArray(sessions.id, [...sessionIds]),
        isNull(sessions.revokedAt),
        gt(sessions.expiresAt, now),
        isNull(people.suspendedAt),
      ),
    );
  const found = new Map<string, OpenSession>();
  for (const [sessionId, [first, ...others]] of Map.groupBy(rows, (row) => row.sessionId)) {
    if (!first) continue;
    const { personId, name, email, locale, timeZone, pictureId, lastSeenAt } = first;
    const held = [first, ...others].flatMap((row) =>
      row.grantId === null
        ? []
        : [{ deskId: row.deskId, permissions: (row.permissions ?? []) as Permission[] }],
    );
    const person = { kind: "person", personId, name, grants: held } as const;
    found.set(sessionId, { sessionId, person, email, locale, timeZone, pictureId, lastSeenAt });
  }
  return found;
}
