import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import * as Y from "yjs";
import { revisions } from "#db/schema.ts";
import { saveStory } from "../stories/save.ts";
import { enter, type as typeIn } from "../testing/a-room.ts";
import { aStory } from "../testing/a-story.ts";
import { doc, p } from "../testing/doc.ts";
import { test } from "../testing/test.ts";
import { changeFields } from "./change-fields.ts";
import { enterRoom } from "./enter-room.ts";
import { choicesOf, draftOf, fieldsOf, textOf } from "./room-document.ts";

function roomIn(state: string): Y.Doc {
  const room = new Y.Doc();
  Y.applyUpdate(room, Buffer.from(state, "base64"));
  return room;
}
const words = (room: Y.Doc) => draftOf(room).document.doc.content?.map((one) => one.content?.[0]?.text);

describe("a page of a story in its room", () => {
  test("has the room's text and the revision that is exactly that, though nobody paused yet", async ({
    scene,
  }) => {
    const { rawa, dilan } = scene.newsroom;
    const { storyId } = await aStory(scene, { by: rawa, document: doc(p("Bread")) });
    await typeIn(scene, await enter(scene, rawa, storyId), " rises");
    const { state, revisionId, you } = await enterRoom(scene.as(dilan), { storyId });
    expect(words(roomIn(state))).toEqual(["Bread rises"]);
    const [kept] = await scene.db.select().from(revisions).where(eq(revisions.id, revisionId));
    expect(kept?.document).toEqual(doc(p("Bread rises")));
    expect(kept?.authorId).toBe(rawa.personId);
    expect(you.name).toBe(dilan.name);
  });

  test("that then saves alone doesn't say a colleague's last words twice", async ({ scene }) => {
    const { rawa, dilan } = scene.newsroom;
    const { storyId } = await aStory(scene, { by: rawa, document: doc(p("Bread")) });
    await typeIn(scene, await enter(scene, rawa, storyId), " rises");
    const { state, revisionId } = await enterRoom(scene.as(dilan), { storyId });
    const { fields } = draftOf(roomIn(state));
    await saveStory(scene.as(dilan), {
      storyId,
      baseRevisionId: revisionId,
      fields,
      document: doc(p("Bread rises soon")),
    });
    const later = await enter(scene, rawa, storyId);
    expect(words(later.room)).toEqual(["Bread rises soon"]);
  });

  test("isn't there for who may not read it", async ({ scene }) => {
    const { storyId } = await aStory(scene, { by: scene.newsroom.rawa });
    const stranger = { ...scene.newsroom.shilan, grants: [] };
    await expect(enterRoom(scene.as(stranger), { storyId })).rejects.toMatchObject({ kind: "missing" });
  });
});

describe("what one screen changes in a room's fields", () => {
  test("leaves alone what that screen hadn't heard of yet", async ({ scene }) => {
    const { rawa } = scene.newsroom;
    const { storyId } = await aStory(scene, { by: rawa, document: doc(p("Bread")) });
    const { room } = await enter(scene, rawa, storyId);
    const shown = fieldsOf(room);
    textOf(room, "headline").insert(0, "A colleague's words: ");
    changeFields(room, shown, { ...shown, slugline: "bread" }, { by: rawa.personId, at: "2026" }, "screen");
    expect(fieldsOf(room).headline).toBe(`A colleague's words: ${shown.headline}`);
    expect(choicesOf(room).get("slugline")).toEqual({ value: "bread", by: rawa.personId, at: "2026" });
    expect(choicesOf(room).get("marks")?.at).not.toBe("2026");
  });
});
