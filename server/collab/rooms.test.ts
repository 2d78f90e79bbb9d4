import { eq, sql } from "drizzle-orm";
import { afterEach, describe, expect } from "vitest";
import { people, revisions, sessions, stories } from "#db/schema.ts";
import { storyRooms, storyUpdates } from "#db/schema-rooms.ts";
import { SCHEMA_VERSION } from "#domain/document/nodes.ts";
import { listPresence } from "#domain/rooms/presence.ts";
import { approveStory, submitStory } from "#domain/stories/move.ts";
import { setEmbargo } from "#domain/stories/set-embargo.ts";
import { saveAgain } from "#domain/testing/a-story.ts";
import { doc, p } from "#domain/testing/doc.ts";
import { FAR_OFF } from "#domain/testing/permission-rows.ts";
import { bread, enter, everybodyLeaves, stored, test } from "../../scripts/trial/rooms.ts";

afterEach(everybodyLeaves);

describe("two people in one story", () => {
  test("see each other's letters, and who is there is never what a browser says", async ({
    scene,
    collab,
  }) => {
    const { rawa, dilan } = scene.newsroom;
    const { storyId } = await bread(scene);
    const [hers, his] = [await enter(collab, rawa, storyId), await enter(collab, dilan, storyId)];
    await Promise.all([hers.synced(), his.synced()]);
    hers.provider.awareness?.setLocalState({
      user: { name: "The Editor", personId: dilan.personId },
      place: "body",
    });
    hers.type(" rises");
    his.type(" Really.", 1);
    await his.until(() => his.words().join() === "Bread rises,From Monday. Really.");
    await hers.until(() => hers.words().join() === "Bread rises,From Monday. Really.");
    const seen = () => his.provider.awareness?.getStates().get(hers.room.clientID);
    await his.until(() => seen() !== undefined);
    expect(seen()).toMatchObject({ user: { name: "Rawa Aziz", personId: rawa.personId }, place: "body" });
  });

  test("are told “marked” only for what the database has, also across a kill of the process", async ({
    scene,
    collab,
  }) => {
    const { storyId } = await bread(scene);
    const hers = await enter(collab, scene.newsroom.rawa, storyId);
    await hers.synced();
    hers.type(" rises");
    await hers.saved();
    expect(await stored(scene, storyId)).toContain("Bread rises");
    await collab.end("SIGKILL");
    hers.type(" today");
    const mark = hers.mark();
    await collab.begin();
    await hers.until(() => hers.marked >= mark);
    expect(await stored(scene, storyId)).toContain("Bread rises today|");
  });

  test("are in lists while they are there, and out of them with their last tab", async ({
    scene,
    collab,
  }) => {
    const { rawa, dilan } = scene.newsroom;
    const { storyId } = await bread(scene);
    const tabs = [await enter(collab, rawa, storyId), await enter(collab, rawa, storyId)];
    const his = await enter(collab, dilan, storyId);
    await Promise.all([...tabs, his].map((client) => client.synced()));
    const listed = async () =>
      (await listPresence(scene.as(dilan, new Date()), { storyIds: [storyId] })).get(storyId);
    await expect.poll(listed).toEqual([{ personId: rawa.personId, name: "Rawa Aziz" }]);
    tabs[0]?.leave();
    await his.checkpoint();
    expect(await listed()).toHaveLength(1);
    tabs[1]?.leave();
    await expect.poll(listed).toBeUndefined();
  });

  test("get a text that a colleague saves without a live connection", async ({ scene, collab }) => {
    const { rawa, dilan } = scene.newsroom;
    const { storyId, revisionId } = await bread(scene);
    const hers = await enter(collab, rawa, storyId);
    await hers.synced();
    hers.type(" rises");
    await hers.saved();
    await saveAgain(scene.as(dilan), storyId, revisionId, {
      document: doc(p("Bread"), p("From next Monday.")),
    });
    await hers.until(() => hers.words().join() === "Bread rises,From next Monday.");
  });
});

describe("a checkpoint", () => {
  test("is the revision of exactly this screen, by whoever typed it", async ({ scene, collab }) => {
    const { rawa, dilan } = scene.newsroom;
    const { storyId } = await bread(scene);
    const hers = await enter(collab, rawa, storyId);
    const his = await enter(collab, dilan, storyId);
    await Promise.all([hers.synced(), his.synced()]);
    hers.type(" rises");
    const answer = await hers.checkpoint();
    expect(answer).toMatchObject({ type: "checkpointed", revisionId: expect.any(String) });
    const [row] = await scene.db
      .select()
      .from(revisions)
      .where(eq(revisions.id, String(answer.revisionId)));
    expect(row).toMatchObject({
      document: doc(p("Bread rises"), p("From Monday.")),
      authorId: rawa.personId,
    });
    await his.until(() => his.heard.some(({ type }) => type === "revision"));
  });

  test("that can't be stored is refused with a sentence, and the line stays", async ({ scene, collab }) => {
    const { storyId } = await bread(scene);
    const hers = await enter(collab, scene.newsroom.rawa, storyId);
    await hers.synced();
    hers.room.getText("headline").insert(0, "x".repeat(400));
    expect(await hers.checkpoint()).toMatchObject({
      type: "refused",
      problem: { kind: "invalid", message: "The headline is longer than 300 characters." },
    });
    await hers.saved();
  });
});

describe("rights in a room", () => {
  test("are asked for each room: an unknown one and a colleague's embargoed one let nobody in", async ({
    scene,
    collab,
  }) => {
    const { shilan, dilan } = scene.newsroom;
    const { storyId } = await bread(scene);
    await setEmbargo(scene.as(dilan), { storyId, until: FAR_OFF, from: "the ministry", people: [] });
    for (const name of [storyId, "00000000-0000-4000-8000-00000000dead"]) {
      const client = await enter(collab, shilan, name);
      await client.until(() => client.refusedBecause !== null);
      expect(client.refusedBecause).toBe("missing");
      expect(client.room.store.clients.size).toBe(0);
    }
    expect(await scene.db.select().from(storyRooms).where(eq(storyRooms.storyId, storyId))).toEqual([]);
  });

  test("let who may only read look on; nothing that they send is kept or called saved", async ({
    scene,
    collab,
  }) => {
    const { rawa, shilan, dilan } = scene.newsroom;
    const { storyId, revisionId } = await bread(scene);
    await submitStory(scene.as(rawa), { storyId, revisionId });
    const onlooker = await enter(collab, shilan, storyId);
    const his = await enter(collab, dilan, storyId);
    await Promise.all([onlooker.synced(), his.synced()]);
    await onlooker.until(() => onlooker.heard.some(({ mayWrite }) => mayWrite === false));
    onlooker.type(" from outside");
    onlooker.mark();
    his.type(" rises");
    await his.saved();
    await onlooker.until(() => onlooker.heard.filter(({ type }) => type === "rights").length >= 2);
    expect(onlooker.marked).toBe(0);
    expect(his.words()[0]).toBe("Bread rises");
    expect(await stored(scene, storyId)).not.toContain("outside");
  });

  test("that go end the writing within five seconds, and come back by themselves", async ({
    scene,
    collab,
  }) => {
    const { rawa, dilan } = scene.newsroom;
    const { storyId, revisionId } = await bread(scene);
    const hers = await enter(collab, rawa, storyId);
    await hers.synced();
    await submitStory(scene.as(rawa), { storyId, revisionId });
    await approveStory(scene.as(dilan), { storyId, revisionId });
    hers.type(" too late");
    await hers.until(() => hers.heard.some(({ mayWrite }) => mayWrite === false), 5_000);
    expect(await stored(scene, storyId)).not.toContain("too late");
    await scene.db
      .update(stories)
      .set({ stage: "writing", approvedRevisionId: null })
      .where(eq(stories.id, storyId));
    await hers.saved();
    expect(await stored(scene, storyId)).toContain("Bread too late");
  });

  test("end with the session or the person's suspension: the socket closes within five seconds", async ({
    scene,
    collab,
  }) => {
    const { rawa, shilan } = scene.newsroom;
    const { storyId } = await bread(scene);
    const [hers, theirs] = [await enter(collab, rawa, storyId), await enter(collab, shilan, storyId)];
    await Promise.all([hers.synced(), theirs.synced()]);
    await scene.db
      .update(sessions)
      .set({ revokedAt: sql`now()` })
      .where(eq(sessions.personId, rawa.personId));
    await scene.db.update(people).set({ suspendedAt: sql`now()` }).where(eq(people.id, shilan.personId));
    await hers.until(() => hers.closedWith === 4401, 5_000);
    await theirs.until(() => theirs.closedWith === 4401, 5_000);
    await scene.db.update(people).set({ suspendedAt: null }).where(eq(people.id, shilan.personId));
  });

  test("are those of whoever the page was made for: a tab left open sends nothing under another's name", async ({
    scene,
    collab,
  }) => {
    const { rawa, dilan } = scene.newsroom;
    const { storyId } = await bread(scene);
    const left = await enter(collab, dilan, { storyId, token: `${SCHEMA_VERSION} ${rawa.personId}` });
    await left.until(() => left.refusedBecause !== null);
    expect(left.refusedBecause).toBe("signed-out");
    const own = await enter(collab, rawa, { storyId, token: `${SCHEMA_VERSION} ${rawa.personId}` });
    await own.synced();
  });

  test("don't bring in what can't be read: the socket ends, the log stays clean", async ({
    scene,
    collab,
  }) => {
    const { storyId } = await bread(scene);
    const hers = await enter(collab, scene.newsroom.rawa, storyId);
    await hers.synced();
    const before = await scene.db.$count(storyUpdates);
    hers.room.emit("update", [new Uint8Array([9, 9, 9, 9, 9]), "test", hers.room, undefined as never]);
    await hers.until(() => hers.closedWith === 1007);
    expect(await scene.db.$count(storyUpdates)).toBe(before);
  });

  test("aren't given to a page from before an update: it is told to reload, and writes nothing", async ({
    scene,
    collab,
  }) => {
    const { storyId } = await bread(scene);
    const old = await enter(collab, scene.newsroom.rawa, { storyId, token: "1" });
    await old.until(() => old.heard.some(({ type }) => type === "reload"));
    await old.synced();
    old.room.getXmlFragment("body").delete(0, 1);
    old.mark();
    await old.until(() => old.heard.filter(({ mayWrite }) => mayWrite === false).length >= 2);
    expect(old.marked).toBe(0);
    expect(await stored(scene, storyId)).toContain("Bread");
  });
});
