import { describe, expect } from "vitest";
import type { Person, SystemActor } from "../context.ts";
import { setEmbargo } from "../stories/set-embargo.ts";
import { aStory } from "../testing/a-story.ts";
import { FAR_OFF } from "../testing/permission-rows.ts";
import { noon, test } from "../testing/test.ts";
import { keepPresence, leaveRoom, listPresence } from "./presence.ts";

const machine: SystemActor = { kind: "system", name: "collab" };

describe("lists", () => {
  test("say who is in a story now, to who may see it, and forget who was killed with their process", async ({
    scene,
  }) => {
    const { rawa, dilan, shilan } = scene.newsroom;
    const { storyId } = await aStory(scene, { by: rawa });
    const later = new Date(noon.getTime() + 60_000);
    await keepPresence(scene.as(machine), [
      { storyId, personId: rawa.personId },
      { storyId, personId: dilan.personId },
      { storyId, personId: rawa.personId },
    ]);
    const list = (person: Person, now?: Date) => listPresence(scene.as(person, now), { storyIds: [storyId] });
    expect((await list(shilan, later)).get(storyId)?.map(({ name }) => name)).toEqual([
      "Dilan Karim",
      "Rawa Aziz",
    ]);
    expect((await list(rawa)).get(storyId)?.map(({ name }) => name)).toEqual(["Dilan Karim"]);
    await leaveRoom(scene.as(machine), { storyId, personId: dilan.personId });
    expect((await list(rawa)).size).toBe(0);
    expect((await list(shilan, new Date(noon.getTime() + 80_000))).size).toBe(0);
    await setEmbargo(scene.as(dilan), { storyId, until: FAR_OFF, from: "the ministry", people: [] });
    expect((await list(shilan)).size).toBe(0);
  });
});
