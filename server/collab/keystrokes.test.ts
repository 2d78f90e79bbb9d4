/** Short forms of `npm run exam:keystrokes` and `exam:together`: some seconds, one process, the real disk. */
import { setTimeout as pause } from "node:timers/promises";
import { describe, expect } from "vitest";
import { aStory } from "#domain/testing/a-story.ts";
import { doc, p } from "#domain/testing/doc.ts";
import type { Scene } from "#domain/testing/test.ts";
import { randomFrom } from "../../scripts/exam/random.ts";
import { writeTogether } from "../../scripts/exam/together.ts";
import { judge, Typist, tokensIn } from "../../scripts/exam/typists.ts";
import type { CollabAlone } from "../../scripts/trial/collab.ts";
import { RoomClient } from "../../scripts/trial/room-client.ts";
import { test } from "../../scripts/trial/rooms.ts";

/** Each takes a start of the process, which takes seconds on a busy machine. */
const KILLS = 2;

async function emptyStory(scene: Scene): Promise<string> {
  return (await aStory(scene, { by: scene.newsroom.rawa, document: doc(p(), p()) })).storyId;
}

const doorsOf = ({ newsroom }: Scene, collab: CollabAlone) =>
  Promise.all([newsroom.rawa, newsroom.dilan, newsroom.hana].map((person) => collab.doorOf(person)));

describe("whoever writes together", () => {
  test("loses no acknowledged keystroke and finds none doubled, whatever is killed", {
    timeout: 120_000,
  }, async ({ scene, collab }) => {
    const storyId = await emptyStory(scene);
    const random = randomFrom(20260112);
    const doors = await doorsOf(scene, collab);
    const typists = doors.map(
      (door, at) => new Typist({ name: "abc"[at] ?? "", door, storyId, keysPerSecond: 25, random }),
    );
    await Promise.all(typists.map(({ client }) => client.synced()));
    for (const typist of typists) typist.begin();
    for (let kill = 0; kill < KILLS; kill += 1) {
      await pause(250 + random() * 250);
      await collab.end("SIGKILL");
      if (kill % 2 === 1) for (const typist of typists) typist.die();
      await collab.begin();
      await Promise.all(typists.map(({ client }) => client.synced()));
    }
    for (const typist of typists) await typist.stop();
    for (const { client } of typists) client.die();
    await collab.end("SIGKILL");
    await collab.begin();
    const reader = new RoomClient(doors[0] ?? expect.unreachable(), { storyId });
    await reader.synced();
    const verdict = judge(typists, tokensIn(reader.words()));
    reader.leave();
    expect(verdict).toMatchObject({ lost: [], doubled: [], strange: [] });
    expect(verdict.acknowledged).toBeGreaterThan(KILLS * 10);
  });

  test("has the same text on every screen in the end, with lines cut and tabs opened meanwhile", {
    timeout: 120_000,
  }, async ({ scene, collab }) => {
    const measured = await writeTogether({
      ...{ stories: [await emptyStory(scene)], doors: await doorsOf(scene, collab), writers: 5 },
      ...{ keysPerSecond: 10, seconds: 4, random: randomFrom(7) },
      ...{ cuts: { everySeconds: 0.4, longestSeconds: 2 }, newTabEverySeconds: 1 },
    });
    expect(measured).toMatchObject({ lost: [], doubled: [], strange: [], equal: true });
    expect(measured.acknowledged).toBe(measured.typed);
    expect(measured.cuts).toBeGreaterThan(2);
  });
});
