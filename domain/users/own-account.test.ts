import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import { readerMedia, readerPictures } from "#db/reader.ts";
import { events, people, sessions } from "#db/schema.ts";
import { setEmbargo } from "../stories/set-embargo.ts";
import { aPicture } from "../testing/a-picture.ts";
import { aStory } from "../testing/a-story.ts";
import { hire } from "../testing/people.ts";
import { noon, type Scene, test } from "../testing/test.ts";
import { changeOwnPicture } from "./change-own-picture.ts";
import { changeProfile } from "./change-profile.ts";
import { deviceIn } from "./device.ts";
import { findSession } from "./find-session.ts";
import { changeProfileInput } from "./input.ts";
import { listPeople } from "./list-people.ts";
import { endOwnSession, listOwnSessions } from "./own-sessions.ts";

const later = new Date(noon.getTime() + 86_400_000);

async function signedIn({ db }: Scene, personId: string, userAgent: string, lastSeenAt = noon) {
  const [row] = await db
    .insert(sessions)
    .values({ personId, userAgent, lastSeenAt, createdAt: noon, expiresAt: new Date("2999-01-01T00:00:00Z") })
    .returning();
  if (!row) throw new Error("nobody was signed in");
  return row.id;
}

describe("one's own account", () => {
  test("a person changes their name and zone; the session knows it from the next request on", async ({
    scene,
  }) => {
    const { db, as } = scene;
    const soma = await hire(db, "Soma Azad", "reporter");
    const sessionId = await signedIn(scene, soma.personId, "");
    expect((await findSession({ db, now: noon }, sessionId))?.timeZone).toBeNull();
    await changeProfile(as(soma), { name: "Soma A. Azad", locale: "en", timeZone: "Europe/Berlin" });
    expect(await findSession({ db, now: noon }, sessionId)).toMatchObject({
      timeZone: "Europe/Berlin",
      locale: "en",
      person: { name: "Soma A. Azad" },
    });
    const [event] = await db.select().from(events).where(eq(events.subjectId, soma.personId));
    expect(event).toMatchObject({
      act: "person.changed",
      actorName: "Soma Azad",
      before: { name: "Soma Azad", timeZone: null },
    });
  });

  test("a person's own picture is for colleagues: in the session and the list, never among readers' files", async ({
    scene,
  }) => {
    const { db, as, newsroom } = scene;
    const { hana } = newsroom;
    const rawa = await hire(db, "Rawa Hama", "reporter");
    const sessionId = await signedIn(scene, rawa.personId, "");
    const { pictureId } = await aPicture(scene);
    await changeOwnPicture(as(rawa), { pictureId });
    expect((await findSession({ db, now: noon }, sessionId))?.pictureId).toBe(pictureId);
    const row = (await listPeople(as(hana))).find(({ personId }) => personId === rawa.personId);
    expect(row?.pictureId).toBe(pictureId);
    expect(await db.select().from(readerMedia)).toEqual([]);
    expect(await db.select().from(readerPictures)).toEqual([]);
    const [event] = await db.select().from(events).where(eq(events.subjectId, rawa.personId));
    expect(event).toMatchObject({
      act: "person.changed",
      before: { pictureId: null },
      after: { pictureId },
    });
    await changeOwnPicture(as(rawa), { pictureId: null });
    expect((await findSession({ db, now: noon }, sessionId))?.pictureId).toBeNull();
  });

  test("nobody takes a picture that isn't open to them, and the machine has no face", async ({ scene }) => {
    const { db, as, newsroom } = scene;
    const { pictureId } = await aPicture(scene);
    const lead = { pictureId, caption: "", credit: "", alt: "", decorative: false, crop: "full" as const };
    const held = await aStory(scene, { by: newsroom.rawa, fields: { lead } });
    const until = new Date("2999-01-01T00:00:00Z");
    await setEmbargo(as(newsroom.dilan), { storyId: held.storyId, until, from: "a source", people: [] });
    const stranger = changeOwnPicture(as(newsroom.shilan), { pictureId });
    await expect(stranger).rejects.toMatchObject({ kind: "missing" });
    const machine = changeOwnPicture(as({ kind: "system", name: "tests" }), { pictureId });
    await expect(machine).rejects.toMatchObject({ kind: "forbidden" });
    const rows = await db.select({ pictureId: people.pictureId }).from(people);
    expect(rows.every((row) => row.pictureId === null)).toBe(true);
  });

  test("a name that is empty, a zone that isn't one and a language without words are refused", () => {
    const good = { name: "Soma", locale: "en", timeZone: null };
    expect(changeProfileInput.safeParse(good).success).toBe(true);
    for (const bad of [{ name: " " }, { timeZone: "Asia/Erbil" }, { locale: "xx" }]) {
      expect(changeProfileInput.safeParse({ ...good, ...bad }).success, JSON.stringify(bad)).toBe(false);
    }
  });

  test("a person sees their own open sessions, the last used first, and ends one", async ({ scene }) => {
    const { db, newsroom, as } = scene;
    const { rawa, shilan } = newsroom;
    const phone = await signedIn(scene, rawa.personId, "Mozilla/5.0 (iPhone) Version/18.0 Safari/604.1");
    const laptop = await signedIn(scene, rawa.personId, "Mozilla/5.0 (X11; Linux) Firefox/150.0", later);
    const hers = await signedIn(scene, shilan.personId, "");
    const mine = await listOwnSessions(as(rawa, later));
    expect(mine.map(({ sessionId, device }) => [sessionId, device.browser, device.system])).toEqual([
      [laptop, "Firefox", "Linux"],
      [phone, "Safari", "iPhone"],
    ]);
    await endOwnSession(as(rawa, later), { sessionId: phone });
    expect(await findSession({ db, now: later }, phone)).toBeNull();
    expect((await listOwnSessions(as(rawa, later))).map(({ sessionId }) => sessionId)).toEqual([laptop]);
    for (const sessionId of [phone, hers]) {
      await expect(endOwnSession(as(rawa), { sessionId })).rejects.toMatchObject({ kind: "missing" });
    }
    expect(await findSession({ db, now: noon }, hers)).not.toBeNull();
  });

  test("nothing of this is the machine's", async ({ scene }) => {
    const machine = scene.as({ kind: "system", name: "a command" });
    await expect(listOwnSessions(machine)).rejects.toMatchObject({ kind: "forbidden" });
    const change = changeProfile(machine, { name: "x", locale: "en", timeZone: null });
    await expect(change).rejects.toMatchObject({ kind: "forbidden" });
  });
});

test("an admin finds people by name, in any letters, and by address", async ({ scene }) => {
  const { db, newsroom, as } = scene;
  const person = await hire(db, "Zana", "reporter");
  await db.update(people).set({ name: "زانا كريم" }).where(eq(people.id, person.personId));
  const found = async (search: string) =>
    (await listPeople(as(newsroom.hana), { search })).map(({ email }) => email);
  expect(await found("کەریم")).toEqual([]);
  expect(await found("کریم")).toEqual(["zana@zagros.test"]);
  expect(await found("ZANA@")).toEqual(["zana@zagros.test"]);
  expect(await found("")).toContain("hana.salih@zagros.test");
});

test("a browser is called by the name that its owner knows", () => {
  const chrome = "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0 Safari/537.36";
  expect(deviceIn(chrome)).toEqual({ browser: "Chrome", system: "Windows" });
  expect(deviceIn(`${chrome} Edg/140.0`).browser).toBe("Edge");
  expect(
    deviceIn("Mozilla/5.0 (Linux; Android 15) SamsungBrowser/27.0 Chrome/125.0 Mobile Safari/537.36"),
  ).toEqual({
    browser: "Samsung Internet",
    system: "Android",
  });
  expect(deviceIn("curl/8")).toEqual({ browser: null, system: null });
});
