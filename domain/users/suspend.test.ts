import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import { people } from "#db/schema.ts";
import type { Person } from "../context.ts";
import { may } from "../permissions.ts";
import { hashOfEverything, hire } from "../testing/people.ts";
import { noon, type Scene, test } from "../testing/test.ts";
import { acceptInvitation } from "./accept-invitation.ts";
import { changeRole } from "./change-role.ts";
import { createRecoveryLink } from "./create-recovery-link.ts";
import { endAllSessions } from "./end-all-sessions.ts";
import { endSessions } from "./end-sessions.ts";
import { findSession } from "./find-session.ts";
import { invitePerson } from "./invite.ts";
import { listPeople } from "./list-people.ts";
import { openSession } from "./open-session.ts";
import { recoverAccount } from "./recover.ts";
import { restorePerson } from "./restore.ts";
import { suspendPerson } from "./suspend.ts";

const at = (minutes: number) => new Date(noon.getTime() + minutes * 60_000);

/** Somebody with a password, signed in at noon. */
async function signedIn({ db }: Scene, person: Person) {
  await db.update(people).set({ passwordHash: "a hash" }).where(eq(people.id, person.personId));
  const opening = { personId: person.personId, passwordHash: "a hash", source: "192.0.2.1", userAgent: "" };
  const sessionId = await openSession({ db, now: noon }, opening);
  if (!sessionId) throw new Error("no session");
  return sessionId;
}

describe("managing people", () => {
  test("a suspended person is out on the next request and can be let in again", async ({ scene }) => {
    const { db, newsroom, as } = scene;
    const sessionId = await signedIn(scene, newsroom.shilan);
    expect(await findSession({ db, now: at(1) }, sessionId)).not.toBeNull();

    await suspendPerson(as(newsroom.hana, at(1)), { personId: newsroom.shilan.personId });

    expect(await findSession({ db, now: at(1) }, sessionId)).toBeNull();
    const again = { personId: newsroom.shilan.personId, passwordHash: "a hash", source: "", userAgent: "" };
    expect(await openSession({ db, now: at(2) }, again)).toBeNull();
    await expect(
      suspendPerson(as(newsroom.hana), { personId: newsroom.shilan.personId }),
    ).rejects.toMatchObject({ kind: "conflict" });

    await restorePerson(as(newsroom.hana, at(3)), { personId: newsroom.shilan.personId });
    expect(await findSession({ db, now: at(3) }, sessionId)).toBeNull();
    expect(await openSession({ db, now: at(3) }, again)).not.toBeNull();
    await expect(
      restorePerson(as(newsroom.hana), { personId: newsroom.shilan.personId }),
    ).rejects.toMatchObject({ kind: "conflict" });
  });

  test("links that a suspended admin handed out stop working", async ({ scene }) => {
    const { db, newsroom, as } = scene;
    const gone = await hire(db, "Gone Admin", "admin");
    const { token } = await invitePerson(as(gone), {
      name: "Back door",
      email: "back@zagros.test",
      role: "admin",
    });
    await suspendPerson(as(newsroom.hana), { personId: gone.personId });
    await expect(
      acceptInvitation({ db, now: noon }, { token, name: "Back door", password: "a long password" }),
    ).rejects.toMatchObject({ kind: "missing" });
  });

  test("a changed role counts from the next request on", async ({ scene }) => {
    const { db, newsroom, as } = scene;
    const { personId } = newsroom.rawa;
    const sessionId = await signedIn(scene, newsroom.rawa);
    await changeRole(as(newsroom.hana), { personId, from: "reporter", to: "editor" });
    const promoted = await findSession({ db, now: at(1) }, sessionId);
    expect(promoted && may(promoted.person, "story.publish")).toBe(true);
    await changeRole(as(newsroom.hana), { personId, from: "editor", to: "reporter" });
    const demoted = await findSession({ db, now: at(2) }, sessionId);
    expect(demoted && may(demoted.person, "story.publish")).toBe(false);
  });

  test("a role that a colleague changed meanwhile is not overwritten", async ({ scene }) => {
    const { newsroom, as } = scene;
    const { personId } = newsroom.dilan;
    await expect(
      changeRole(as(newsroom.hana), { personId, from: "reporter", to: "admin" }),
    ).rejects.toMatchObject({ kind: "conflict", details: { role: "editor" } });
  });

  test("the last admin can be neither demoted nor suspended, and nobody suspends themselves", async ({
    scene,
  }) => {
    const { db, newsroom, as } = scene;
    const { personId } = newsroom.hana;
    const before = await hashOfEverything(db);
    await expect(changeRole(as(newsroom.hana), { personId, from: "admin", to: "editor" })).rejects.toThrow(
      "at least one active admin",
    );
    await expect(suspendPerson(as(newsroom.hana), { personId })).rejects.toThrow(
      "You can't suspend yourself",
    );
    await expect(suspendPerson(as({ kind: "system", name: "script" }), { personId })).rejects.toThrow(
      "at least one active admin",
    );
    expect(await hashOfEverything(db)).toBe(before);
  });

  test("two admins who demote each other in the same moment leave one admin", async ({ scene }) => {
    const { db, newsroom, as } = scene;
    for (let round = 0; round < 5; round += 1) {
      const rival = await hire(db, `Rival ${round}`, "admin");
      const both = await Promise.allSettled([
        changeRole(as(newsroom.hana), { personId: rival.personId, from: "admin", to: "editor" }),
        changeRole(as(rival), { personId: newsroom.hana.personId, from: "admin", to: "editor" }),
      ]);
      expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
      const admins = (await listPeople(as({ kind: "system", name: "test" }))).filter(
        ({ role, suspendedAt }) => role === "admin" && suspendedAt === null,
      );
      expect(admins).toHaveLength(1);
      const machine = as({ kind: "system", name: "test" });
      const { personId } = newsroom.hana;
      if (admins[0]?.personId !== personId) {
        await changeRole(machine, { personId, from: "editor", to: "admin" });
        await changeRole(machine, { personId: rival.personId, from: "admin", to: "editor" });
      }
    }
  });

  test("sessions end for one person, or for everybody", async ({ scene }) => {
    const { db, newsroom, as } = scene;
    const rawa = await signedIn(scene, newsroom.rawa);
    const dilan = await signedIn(scene, newsroom.dilan);
    const { ended } = await endSessions(as(newsroom.hana, at(1)), { personId: newsroom.rawa.personId });
    expect(ended).toBeGreaterThan(0);
    expect(await findSession({ db, now: at(1) }, rawa)).toBeNull();
    expect(await findSession({ db, now: at(1) }, dilan)).not.toBeNull();
    await endAllSessions(as({ kind: "system", name: "npm run admin" }, at(2)));
    expect(await findSession({ db, now: at(2) }, dilan)).toBeNull();
  });

  test("a recovery link sets a new password once and ends every session", async ({ scene }) => {
    const { db, newsroom, as } = scene;
    const sessionId = await signedIn(scene, newsroom.dilan);
    const older = await createRecoveryLink(as(newsroom.hana), { email: "Dilan.Karim@zagros.test" });
    const { token } = await createRecoveryLink(as(newsroom.hana), { email: "dilan.karim@zagros.test" });
    const password = "a newer and longer one";
    await expect(recoverAccount({ db, now: noon }, { token: older.token, password })).rejects.toMatchObject({
      kind: "missing",
    });
    expect(await findSession({ db, now: at(1) }, sessionId)).not.toBeNull();
    const uses = await Promise.allSettled([
      recoverAccount({ db, now: at(1) }, { token, password }),
      recoverAccount({ db, now: at(1) }, { token, password: "another long password" }),
    ]);
    expect(uses.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await findSession({ db, now: at(1) }, sessionId)).toBeNull();
    await expect(
      createRecoveryLink(as(newsroom.hana), { email: "nobody@zagros.test" }),
    ).rejects.toMatchObject({ kind: "missing" });
  });

  test("reporters and editors manage nobody", async ({ scene }) => {
    const { db, newsroom, as } = scene;
    const { personId } = newsroom.shilan;
    const before = await hashOfEverything(db);
    for (const person of [newsroom.rawa, newsroom.dilan]) {
      const ctx = as(person);
      for (const attempt of [
        () => listPeople(ctx),
        () => suspendPerson(ctx, { personId }),
        () => restorePerson(ctx, { personId }),
        () => changeRole(ctx, { personId, from: "reporter", to: "admin" }),
        () => endSessions(ctx, { personId }),
        () => endAllSessions(ctx),
        () => createRecoveryLink(ctx, { email: "hana.salih@zagros.test" }),
      ]) {
        await expect(attempt()).rejects.toMatchObject({ kind: "forbidden" });
      }
    }
    expect(await hashOfEverything(db)).toBe(before);
  });
});
