import { eq, sql } from "drizzle-orm";
import { describe, expect } from "vitest";
import * as Y from "yjs";
import { people, revisions, sessions, stories } from "#db/schema.ts";
import { roomRevisions, storyRooms, storyUpdates } from "#db/schema-rooms.ts";
import type { Ctx, SystemActor } from "../context.ts";
import { restoreRevision } from "../history/restore.ts";
import { approveStory, submitStory } from "../stories/move.ts";
import { publishStory } from "../stories/publish.ts";
import { setEmbargo } from "../stories/set-embargo.ts";
import { enter, headIdOf, type InRoom, type as typeIn } from "../testing/a-room.ts";
import { aStory, saveAgain } from "../testing/a-story.ts";
import { doc, p } from "../testing/doc.ts";
import { FAR_OFF } from "../testing/permission-rows.ts";
import { type Scene, test } from "../testing/test.ts";
import { findRoom } from "./find-room.ts";
import { keepRoomRevision, keepScreen } from "./keep-revision.ts";
import { openRoom } from "./open-room.ts";
import { bodyOf, draftOf, textOf } from "./room-document.ts";
import { FOLD_AT } from "./room-state.ts";
import { roomAt } from "./snapshots.ts";

const machine: SystemActor = { kind: "system", name: "collab" };
const words = ({ room }: Pick<InRoom, "room">) =>
  draftOf(room).document.doc.content?.map((one) => one.content?.[0]?.text);

async function keep(scene: Scene, { room, storyId }: InRoom, typists: Record<string, number> = {}) {
  const ctx: Ctx = scene.as(machine);
  return keepRoomRevision(ctx, { storyId, room, typists: new Map(Object.entries(typists)) });
}

async function revisionOf({ db }: Scene, id: string) {
  const [row] = await db.select().from(revisions).where(eq(revisions.id, id));
  if (!row) throw new Error("no such revision");
  return row;
}

describe("a room", () => {
  test("is made once, from the story as it stands, however many enter at the same moment", async ({
    scene,
  }) => {
    const { rawa } = scene.newsroom;
    const { storyId } = await aStory(scene, { by: rawa, document: doc(p("Bread costs more.")) });
    const [one, other] = await Promise.all([enter(scene, rawa, storyId), enter(scene, rawa, storyId)]);
    Y.applyUpdate(one.room, Y.encodeStateAsUpdate(other.room));
    expect(words(one)).toEqual(["Bread costs more."]);
  });

  test("holds every letter that was written down, whoever enters later", async ({ scene }) => {
    const { rawa, dilan } = scene.newsroom;
    const { storyId } = await aStory(scene, { by: rawa, document: doc(p("Bread")) });
    const [hers, his] = [await enter(scene, rawa, storyId), await enter(scene, dilan, storyId)];
    await typeIn(scene, hers, " rises");
    await typeIn(scene, his, " soon");
    const later = await enter(scene, dilan, storyId);
    expect(words(later)?.[0]).toHaveLength("Bread rises soon".length);
    expect(words(later)?.[0]).toContain(" soon");
  });

  test("isn't there for who may not read the story", async ({ scene }) => {
    const { rawa, dilan, shilan } = scene.newsroom;
    const { storyId } = await aStory(scene, { by: rawa });
    await setEmbargo(scene.as(dilan), { storyId, until: FAR_OFF, from: "the ministry", people: [] });
    await expect(openRoom(scene.as(shilan), { storyId })).rejects.toMatchObject({ kind: "missing" });
    await expect(findRoom(scene.as(shilan), { storyId })).rejects.toMatchObject({ kind: "missing" });
    expect(await findRoom(scene.as(rawa), { storyId })).toMatchObject({
      mayWrite: true,
      isEmbargoed: true,
      you: { name: "Rawa Aziz", initials: "RA" },
    });
    expect(await scene.db.select().from(storyRooms).where(eq(storyRooms.storyId, storyId))).toEqual([]);
  });

  test("takes nothing from an ended session, a suspended person or who may not write now", async ({
    scene,
  }) => {
    const { rawa, dilan } = scene.newsroom;
    const { storyId, revisionId } = await aStory(scene, { by: rawa });
    const [hers, again, his] = [
      await enter(scene, rawa, storyId),
      await enter(scene, rawa, storyId),
      await enter(scene, dilan, storyId),
    ];
    await scene.db.update(sessions).set({ revokedAt: sql`now()` }).where(eq(sessions.id, hers.sessionId));
    expect((await typeIn(scene, hers, "x")).refusal?.kind).toBe("signed-out");
    await submitStory(scene.as(rawa), { storyId, revisionId });
    await approveStory(scene.as(dilan), { storyId, revisionId });
    expect((await typeIn(scene, again, "x")).refusal?.kind).toBe("forbidden");
    await scene.db.update(people).set({ suspendedAt: sql`now()` }).where(eq(people.id, dilan.personId));
    expect((await typeIn(scene, his, "x")).refusal?.kind).toBe("signed-out");
    await scene.db.update(people).set({ suspendedAt: null }).where(eq(people.id, dilan.personId));
    expect(await scene.db.select().from(storyUpdates).where(eq(storyUpdates.storyId, storyId))).toEqual([]);
  });
});

describe("a room's revisions", () => {
  test("say who typed, become the head, and aren't written when nothing changed", async ({ scene }) => {
    const { rawa, dilan } = scene.newsroom;
    const { storyId, revisionId } = await aStory(scene, { by: rawa, document: doc(p("Bread")) });
    const his = await enter(scene, dilan, storyId);
    expect(await keep(scene, his)).toMatchObject({ revisionId, isNew: false });
    await typeIn(scene, his, " rises");
    textOf(his.room, "headline").insert(0, "Now:  ");
    const kept = await keep(scene, his, { [dilan.personId]: 20, [rawa.personId]: 3 });
    expect(kept).toMatchObject({ isNew: true, authorName: "Dilan Karim" });
    const row = await revisionOf(scene, kept.revisionId);
    expect(row).toMatchObject({ baseId: revisionId, authorId: dilan.personId, words: 2 });
    expect(row.fields.headline).toBe("Now: Bakers of Sulaimani raise the price of bread");
    expect(await headIdOf(scene, storyId)).toBe(kept.revisionId);
    const [known] = await scene.db
      .select()
      .from(roomRevisions)
      .where(eq(roomRevisions.revisionId, kept.revisionId));
    expect(known?.personIds.toSorted()).toEqual([dilan.personId, rawa.personId].toSorted());
  });

  test("are one moment of the room, text and snapshot, while people type on", async ({ scene }) => {
    const { rawa } = scene.newsroom;
    const { storyId } = await aStory(scene, { by: rawa, document: doc(p("Bread")) });
    const hers = await enter(scene, rawa, storyId);
    let isKept = false;
    const keeping = keep(scene, hers, { [rawa.personId]: 1 }).finally(() => {
      isKept = true;
    });
    while (!isKept) {
      ((bodyOf(hers.room).get(0) as Y.XmlElement).get(0) as Y.XmlText).insert(0, "x");
      await new Promise((resolve) => setImmediate(resolve));
    }
    const { revisionId } = await keeping;
    const [known] = await scene.db
      .select()
      .from(roomRevisions)
      .where(eq(roomRevisions.revisionId, revisionId));
    const screen = roomAt(hers.room, Y.decodeSnapshot(known?.snapshot ?? new Uint8Array()));
    const { document } = await revisionOf(scene, revisionId);
    expect(document).not.toEqual(doc(p("Bread")));
    expect(draftOf(screen).document).toEqual(document);
  });

  test("take an approval back when somebody typed who may not approve", async ({ scene }) => {
    const { rawa, dilan } = scene.newsroom;
    const { storyId, revisionId } = await aStory(scene, { by: rawa, document: doc(p("Bread")) });
    const hers = await enter(scene, rawa, storyId);
    await submitStory(scene.as(rawa), { storyId, revisionId });
    await approveStory(scene.as(dilan), { storyId, revisionId });
    textOf(hers.room, "kicker").insert(0, "x");
    await keep(scene, hers, { [dilan.personId]: 9, [rawa.personId]: 1 });
    const [story] = await scene.db.select().from(stories).where(eq(stories.id, storyId));
    expect(story?.stage).toBe("writing");
  });

  test("leave out a choice that no screen offers, and refuse a headline that is too long, without losing it", async ({
    scene,
  }) => {
    const { rawa } = scene.newsroom;
    const { storyId } = await aStory(scene, { by: rawa });
    const hers = await enter(scene, rawa, storyId);
    const choices = hers.room.getMap("choices");
    choices.set("sectionId", { value: "00000000-0000-4000-8000-000000000000", by: null, at: "" });
    choices.set("byline", { value: [{ contributorId: 3, role: "ghost" }], by: null, at: "" });
    choices.set("slugline", { value: "bread", by: null, at: "" });
    const kept = await keep(scene, hers, { [rawa.personId]: 1 });
    const { fields } = await revisionOf(scene, kept.revisionId);
    expect(fields).toMatchObject({ sectionId: scene.newsroom.newsId, byline: [], slugline: "bread" });
    textOf(hers.room, "headline").insert(0, "x".repeat(301));
    await expect(keep(scene, hers)).rejects.toMatchObject({ kind: "invalid" });
    expect(await headIdOf(scene, storyId)).toBe(kept.revisionId);
  });

  test("fold the log once it is long, and lose nothing of it, applied in memory or not", async ({
    scene,
  }) => {
    const { rawa } = scene.newsroom;
    const { storyId } = await aStory(scene, { by: rawa, document: doc(p("")) });
    const hers = await enter(scene, rawa, storyId);
    const behind = await enter(scene, rawa, storyId);
    for (let turn = 0; turn < FOLD_AT; turn += 1) await typeIn(scene, hers, String(turn % 10));
    const { folded } = await keep(scene, behind, { [rawa.personId]: 1 });
    expect(await scene.db.$count(storyUpdates, eq(storyUpdates.storyId, storyId))).toBe(0);
    expect(folded).toHaveLength(FOLD_AT);
    for (let turn = 0; turn < FOLD_AT; turn += 1) await typeIn(scene, hers, String(turn % 10));
    await keep(scene, behind, { [rawa.personId]: 1 });
    expect(words(await enter(scene, rawa, storyId))).toEqual(words(hers));
  });
});

describe("a screen", () => {
  test("is kept exactly as it was, beside the newer text that colleagues see, and can be published", async ({
    scene,
  }) => {
    const { rawa, dilan } = scene.newsroom;
    const { storyId } = await aStory(scene, { by: rawa, document: doc(p("Bread")) });
    const his = await enter(scene, dilan, storyId);
    const hers = await enter(scene, rawa, storyId);
    Y.applyUpdate(his.room, (await typeIn(scene, hers, " rises")).update);
    const snapshot = Y.encodeSnapshot(Y.snapshot(his.room));
    Y.applyUpdate(his.room, (await typeIn(scene, hers, " much")).update);
    const newest = await keep(scene, his, { [rawa.personId]: 1 });
    const asked = { storyId, room: his.room, typists: new Map<string, number>(), snapshot };
    const kept = await keepScreen(scene.as(dilan), asked);
    expect((await revisionOf(scene, kept.revisionId)).document).toEqual(doc(p("Bread rises")));
    expect(await headIdOf(scene, storyId)).toBe(newest.revisionId);
    expect(kept).toMatchObject({ isNew: true, isHead: false });
    expect(await keepScreen(scene.as(dilan), asked)).toMatchObject({
      revisionId: kept.revisionId,
      isNew: false,
    });
    const published = await publishStory(scene.as(dilan), {
      storyId,
      revisionId: kept.revisionId,
      seenPublicationId: null,
    });
    expect(published.notSent).toMatchObject({ revisionId: newest.revisionId, paragraphs: [1] });
  });

  test("that knows more than the server, or is none, is refused", async ({ scene }) => {
    const { rawa } = scene.newsroom;
    const { storyId } = await aStory(scene, { by: rawa, document: doc(p("Bread")) });
    const server = await enter(scene, rawa, storyId);
    const hers = await enter(scene, rawa, storyId);
    await typeIn(scene, hers, " rises");
    const asked = { storyId, room: server.room, typists: new Map<string, number>() };
    const ahead = Y.encodeSnapshot(Y.snapshot(hers.room));
    await expect(keepScreen(scene.as(rawa), { ...asked, snapshot: ahead })).rejects.toMatchObject({
      kind: "conflict",
    });
    await expect(
      keepScreen(scene.as(rawa), { ...asked, snapshot: new Uint8Array([255]) }),
    ).rejects.toMatchObject({
      kind: "invalid",
    });
  });
});

describe("a text that was saved beside the room", () => {
  test("merges with what is typed there, and neither is doubled", async ({ scene }) => {
    const { rawa, dilan } = scene.newsroom;
    const { storyId, revisionId } = await aStory(scene, {
      by: rawa,
      document: doc(p("Bread rises."), p("From Monday.")),
    });
    const hers = await enter(scene, rawa, storyId);
    await typeIn(scene, hers, " Much.");
    const saved = await saveAgain(scene.as(dilan), storyId, revisionId, {
      document: doc(p("Bread rises."), p("From next Monday.")),
    });
    expect(saved.outcome).toBe("saved");
    expect(words(await enter(scene, rawa, storyId))).toEqual(["Bread rises. Much.", "From next Monday."]);
    const head = await revisionOf(scene, await headIdOf(scene, storyId));
    expect(head.document).toEqual(doc(p("Bread rises. Much."), p("From next Monday.")));

    const again = await saveAgain(scene.as(dilan), storyId, saved.revisionId, {
      document: doc(p("Bread rises."), p("From next Tuesday.")),
    });
    expect(again.outcome).toBe("saved");
    expect(words(await enter(scene, rawa, storyId))).toEqual(["Bread rises. Much.", "From next Tuesday."]);
    Y.applyUpdate(hers.room, Y.encodeStateAsUpdate((await enter(scene, dilan, storyId)).room));
    expect(words(hers)).toEqual(["Bread rises. Much.", "From next Tuesday."]);
  });

  test("merges from a base that the room has left behind, and from one older than the room", async ({
    scene,
  }) => {
    const { rawa, dilan } = scene.newsroom;
    const first = await aStory(scene, { by: rawa, document: doc(p("One."), p("Two.")) });
    const { storyId } = first;
    await saveAgain(scene.as(rawa), storyId, first.revisionId, {
      document: doc(p("One."), p("Two."), p("Three.")),
    });
    const hers = await enter(scene, rawa, storyId);
    await typeIn(scene, hers, " Typed.");
    await keep(scene, hers, { [rawa.personId]: 1 });
    const saved = await saveAgain(scene.as(dilan), storyId, first.revisionId, {
      document: doc(p("One."), p("Two, changed.")),
    });
    expect(saved.outcome).toBe("saved");
    expect(words(await enter(scene, rawa, storyId))).toEqual(["One. Typed.", "Two, changed."]);
  });

  test("by a restore comes into the room, with what was typed since the head", async ({ scene }) => {
    const { rawa } = scene.newsroom;
    const { storyId, revisionId } = await aStory(scene, { by: rawa, document: doc(p("Old."), p("Kept.")) });
    const hers = await enter(scene, rawa, storyId);
    await typeIn(scene, hers, " New.");
    const kept = await keep(scene, hers, { [rawa.personId]: 1 });
    await typeIn(scene, hers, " Now.", 1);
    await restoreRevision(scene.as(rawa), { storyId, revisionId, baseRevisionId: kept.revisionId });
    expect(words(await enter(scene, rawa, storyId))).toEqual(["Old.", "Kept. Now."]);
  });
});
