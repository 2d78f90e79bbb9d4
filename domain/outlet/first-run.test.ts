import { describe, expect } from "vitest";
import { databaseOn, openPool } from "#db/client.ts";
import { changes, desks, events, outlet, people, roles, sections, stories } from "#db/schema.ts";
import type { Ctx } from "../context.ts";
import { hashOfEverything } from "../testing/people.ts";
import { noon, test } from "../testing/test.ts";
import { findAccount } from "../users/find-account.ts";
import { listPeople } from "../users/list-people.ts";
import { passwordMatches } from "../users/password.ts";
import { createWelcomeLink } from "../users/welcome-link.ts";
import { PROPOSED_SECTIONS, PROPOSED_SETTINGS } from "./defaults.ts";
import { runFirst } from "./first-run.ts";
import { firstRunInput } from "./input.ts";
import { setUpOutlet } from "./set-up.ts";

const admin = { name: "Hana Salih", email: "hana@zagros.test", password: "a long enough password" };
const settings = { ...PROPOSED_SETTINGS, name: { en: "Zagros Post", ar: "زاغروس بوست", ckb: "زاگرۆس پۆست" } };

function asked(token: string) {
  return firstRunInput.parse({ token, admin, settings, sections: [...PROPOSED_SECTIONS] });
}

async function inEmptyNewsroom(url: string, act: (machine: Ctx) => Promise<void>): Promise<void> {
  const pool = openPool({ url, max: 4, name: "test" });
  await act({ db: databaseOn(pool), actor: { kind: "system", name: "Start" }, now: noon });
  await pool.end();
}

describe("the first run", () => {
  test("makes the newsroom and its first admin, and the door is then shut", async ({ emptyUrl }) => {
    await inEmptyNewsroom(emptyUrl, async (machine) => {
      const { db } = machine;
      const link = await createWelcomeLink(machine);
      const ran = await runFirst({ db, now: noon }, asked(link?.token ?? ""));

      expect(await listPeople(machine)).toMatchObject([{ name: "Hana Salih", role: "admin" }]);
      expect((await db.select().from(outlet))[0]?.settings.name.ckb).toBe("زاگرۆس پۆست");
      expect(await db.select().from(desks)).toHaveLength(1);
      expect(await db.select().from(roles)).toHaveLength(3);
      expect(await db.select().from(sections)).toHaveLength(PROPOSED_SECTIONS.length);
      expect((await db.select().from(events).orderBy(events.id)).map(({ act }) => act)).toEqual([
        "outlet.set-up",
        "person.joined",
      ]);
      expect(await db.select().from(changes)).toMatchObject([{ seq: ran.changeSeq, keys: ["outlet"] }]);
      expect(await createWelcomeLink(machine)).toBeNull();
      await expect(runFirst({ db, now: noon }, asked(link?.token ?? ""))).rejects.toMatchObject({
        kind: "missing",
      });
    });
  });

  test("a newer welcome link ends the older one, and nothing is left of a refused first run", async ({
    emptyUrl,
  }) => {
    await inEmptyNewsroom(emptyUrl, async (machine) => {
      const { db } = machine;
      const older = await createWelcomeLink(machine);
      const newer = await createWelcomeLink(machine);
      const before = await hashOfEverything(db);
      for (const token of [older?.token ?? "", "not a token that we ever made"]) {
        await expect(runFirst({ db, now: noon }, asked(token))).rejects.toMatchObject({ kind: "missing" });
      }
      expect(await hashOfEverything(db)).toBe(before);
      await runFirst({ db, now: noon }, asked(newer?.token ?? ""));
    });
  });

  test("with the demo, its people sign in with the password that was given", async ({ emptyUrl }) => {
    await inEmptyNewsroom(emptyUrl, async (machine) => {
      const { db } = machine;
      const link = await createWelcomeLink(machine);
      await runFirst({ db, now: noon }, asked(link?.token ?? ""), "a password for the demo");
      const roles = (await listPeople(machine)).map(({ email, role }) => `${role} ${email}`);
      expect(roles.sort()).toEqual([
        "admin admin@demo.test",
        "admin hana@zagros.test",
        "editor editor@demo.test",
        "reporter reporter@demo.test",
      ]);
      const { passwordHash } = await findAccount(db, "editor@demo.test", "");
      expect(await passwordMatches(passwordHash, "a password for the demo")).toBe(true);
      expect((await db.select({ id: stories.id }).from(stories)).length).toBeGreaterThan(20);
    });
  });

  test("two browsers with the same link make one newsroom", async ({ emptyUrl }) => {
    await inEmptyNewsroom(emptyUrl, async (machine) => {
      const link = await createWelcomeLink(machine);
      const input = asked(link?.token ?? "");
      const both = await Promise.allSettled([runFirst(machine, input), runFirst(machine, input)]);
      expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
      expect(await machine.db.select().from(people)).toHaveLength(1);
    });
  });

  test("a newsroom is set up once, and not by a reporter", async ({ scene }) => {
    const { newsroom, as, db } = scene;
    const input = { settings, sections: [...PROPOSED_SECTIONS] };
    const before = await hashOfEverything(db);
    await expect(setUpOutlet(as(newsroom.rawa), input)).rejects.toMatchObject({ kind: "forbidden" });
    await expect(setUpOutlet(as({ kind: "system", name: "demo" }), input)).rejects.toMatchObject({
      kind: "conflict",
    });
    expect(await hashOfEverything(db)).toBe(before);
  });
});
