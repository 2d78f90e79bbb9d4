import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import { people, sessions } from "#db/schema.ts";
import { noon, type Scene, test } from "../testing/test.ts";
import { changePassword } from "./change-password.ts";
import { findAccount } from "./find-account.ts";
import { findSession } from "./find-session.ts";
import { closeSession, openSession, touchSession } from "./open-session.ts";
import { hashPassword, passwordMatches } from "./password.ts";

const days = (count: number) => new Date(noon.getTime() + count * 86_400_000);
const OLD = "the first long password";
const NEW = "the second long password";

async function rawaSignsIn({ db, newsroom }: Scene, source = "192.0.2.7") {
  const { personId } = newsroom.rawa;
  const passwordHash = await hashPassword(OLD);
  await db.update(people).set({ passwordHash }).where(eq(people.id, personId));
  const sessionId = await openSession({ db, now: noon }, { personId, passwordHash, source, userAgent: "x" });
  return { sessionId: sessionId ?? "", personId, passwordHash };
}

describe("sessions", () => {
  test("a session that is signed out belongs to nobody", async ({ scene }) => {
    const { sessionId, personId } = await rawaSignsIn(scene);
    const clock = { db: scene.db, now: noon };
    expect((await findSession(clock, sessionId))?.person.personId).toBe(personId);
    await closeSession(clock, sessionId);
    expect(await findSession(clock, sessionId)).toBeNull();
  });

  test("a session ends two weeks after its last use and ninety days after sign-in", async ({ scene }) => {
    const { db } = scene;
    const { sessionId } = await rawaSignsIn(scene);
    expect(await findSession({ db, now: days(13) }, sessionId)).not.toBeNull();
    expect(await findSession({ db, now: days(14) }, sessionId)).toBeNull();
    for (let day = 10; day <= 90; day += 10) {
      const session = await findSession({ db, now: days(day) }, sessionId);
      if (session) await touchSession({ db, now: days(day) }, session);
    }
    expect(await findSession({ db, now: days(89.9) }, sessionId)).not.toBeNull();
    expect(await findSession({ db, now: days(90) }, sessionId)).toBeNull();
  });

  test("every sign-in opens a new session", async ({ scene }) => {
    const first = await rawaSignsIn(scene);
    const second = await rawaSignsIn(scene);
    expect(second.sessionId).not.toBe(first.sessionId);
  });

  test("a password that was changed during sign-in opens no session", async ({ scene }) => {
    const { personId, passwordHash } = await rawaSignsIn(scene);
    await scene.db.update(people).set({ passwordHash: "changed" }).where(eq(people.id, personId));
    const opening = { personId, passwordHash, source: "", userAgent: "" };
    expect(await openSession({ db: scene.db, now: noon }, opening)).toBeNull();
  });

  test("changing the password keeps this session and ends the others", async ({ scene }) => {
    const { db, newsroom, as } = scene;
    const here = await rawaSignsIn(scene);
    const opening = { ...here, source: "198.51.100.1", userAgent: "" };
    const elsewhere = (await openSession({ db, now: noon }, opening)) ?? "";
    const ctx = as(newsroom.rawa);
    await expect(
      changePassword(ctx, { currentPassword: "not this one", newPassword: NEW }, here.sessionId),
    ).rejects.toMatchObject({ kind: "invalid", field: "currentPassword" });
    expect(await findSession({ db, now: noon }, elsewhere)).not.toBeNull();

    await changePassword(ctx, { currentPassword: OLD, newPassword: NEW }, here.sessionId);

    expect(await findSession({ db, now: noon }, here.sessionId)).not.toBeNull();
    expect(await findSession({ db, now: noon }, elsewhere)).toBeNull();
    const account = await findAccount(db, "RAWA.aziz@zagros.test", "192.0.2.7");
    expect(await passwordMatches(account.passwordHash, NEW)).toBe(true);
    expect(await passwordMatches(account.passwordHash, OLD)).toBe(false);
  });

  test("the door knows from where somebody has signed in before", async ({ scene }) => {
    const { db } = scene;
    await rawaSignsIn(scene, "2001:db8:0:1::/64");
    const known = await findAccount(db, "rawa.aziz@zagros.test", "2001:db8:0:1::/64");
    const unknown = await findAccount(db, "rawa.aziz@zagros.test", "203.0.113.9");
    const nobody = await findAccount(db, "nobody@zagros.test", "192.0.2.7");
    expect([known.isKnownSource, unknown.isKnownSource, nobody.isKnownSource]).toEqual([true, false, false]);
    expect(nobody.personId).toBeNull();
  });

  test("no account, no match, whatever is typed", async () => {
    for (const typed of ["", OLD, "password"]) expect(await passwordMatches(null, typed)).toBe(false);
  });

  test("what the browser says about itself is kept short", async ({ scene }) => {
    const { personId, passwordHash } = await rawaSignsIn(scene);
    const userAgent = "x".repeat(10_000);
    const id = await openSession(
      { db: scene.db, now: noon },
      { personId, passwordHash, source: "", userAgent },
    );
    const [row] = await scene.db
      .select()
      .from(sessions)
      .where(eq(sessions.id, id ?? ""));
    expect(row?.userAgent).toHaveLength(300);
  });
});
