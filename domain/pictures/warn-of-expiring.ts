import { and, asc, eq, isNull, or, sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { grants, outbox, people, roles } from "#db/schema.ts";
import { pictures } from "#db/schema-pictures.ts";
import type { Ctx } from "../context.ts";
import { authorizeMachine } from "../permissions.ts";
import type { Letter } from "../users/invite.ts";
import { isOver, isOverSoon, isUsed } from "./standing.ts";

const DAY_MS = 86_400_000;
const MOST = 200;

export type ExpiringPicture = { id: string; name: string; validUntil: Date; isOver: boolean };
export type WriteWarning = (to: string, list: readonly ExpiringPicture[]) => Letter;

/**
 * Once a night: a letter to everybody who may pull pictures, of those before readers whose right has
 * ended, every night until somebody acts, and of those that end within a week, when that week begins
 * and on their last day. The desk shows the same all the time.
 */
export async function warnOfExpiring(
  { db, actor, now }: Ctx,
  writeLetter: WriteWarning,
): Promise<{ soon: number; over: number; letters: number }> {
  authorizeMachine(actor);
  return db.transaction(async (tx) => {
    const list = await expiringNow(tx, now);
    const over = list.filter((picture) => picture.isOver).length;
    const counted = { soon: list.length - over, over };
    if (!list.some((picture) => isNews(picture, now))) return { ...counted, letters: 0 };
    const readers = await whoMayPull(tx);
    const letters = readers.map(({ email }) => writeLetter(email, list));
    if (letters.length > 0) {
      await tx.insert(outbox).values(letters.map((payload) => ({ job: "mail", payload, createdAt: now })));
    }
    return { ...counted, letters: letters.length };
  });
}

async function expiringNow(tx: Transaction, now: Date): Promise<ExpiringPicture[]> {
  const rows = await tx
    .select({
      id: pictures.id,
      name: sql<string>`coalesce(nullif(${pictures.description}, ''), ${pictures.fileName})`,
      validUntil: pictures.validUntil,
    })
    .from(pictures)
    .where(and(isNull(pictures.pulledAt), or(isOver(now), isOverSoon(now)), isUsed("live")))
    .orderBy(asc(pictures.validUntil))
    .limit(MOST);
  return rows.flatMap(({ validUntil, ...row }) =>
    validUntil === null ? [] : [{ ...row, validUntil, isOver: validUntil <= now }],
  );
}

function isNews({ validUntil, isOver: isGone }: ExpiringPicture, now: Date): boolean {
  const daysLeft = (validUntil.getTime() - now.getTime()) / DAY_MS;
  return isGone || daysLeft <= 1 || daysLeft > 6;
}

async function whoMayPull(tx: Transaction): Promise<{ email: string }[]> {
  return tx
    .selectDistinct({ email: people.email })
    .from(people)
    .innerJoin(grants, eq(grants.personId, people.id))
    .innerJoin(roles, eq(roles.id, grants.roleId))
    .where(and(isNull(people.suspendedAt), sql`'picture.pull' = any(${roles.permissions})`));
}
