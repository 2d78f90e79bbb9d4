import { sql } from "drizzle-orm";
import { expect } from "vitest";
import { addTopic } from "../choices/add.ts";
import { setEmbargo } from "../stories/set-embargo.ts";
import { aLiveStory, aStory, saveAgain } from "../testing/a-story.ts";
import { hire } from "../testing/people.ts";
import { noon, test } from "../testing/test.ts";
import { mergeWords, separateWord } from "../words/merge-words.ts";
import { invitePerson } from "./invite.ts";
import { listDeeds } from "./list-deeds.ts";

const minute = (count: number) => new Date(noon.getTime() + count * 60_000);

test("an admin reads what somebody did, newest first, by the names of what it was done to", async ({
  scene,
}) => {
  const { db, newsroom, as } = scene;
  const nian = await hire(db, "Nian Rashid", "admin");
  await addTopic(as(nian, minute(1)), { label: "Rain", language: "en" });
  await invitePerson(as(nian, minute(2)), { name: "Zana", email: "zana@zagros.test", role: "reporter" });
  const { deeds, next } = await listDeeds(as(newsroom.hana), { personId: nian.personId });
  expect(deeds.map(({ act, subject }) => [act, subject])).toEqual([
    ["person.invited", "zana@zagros.test"],
    ["word.added", "Rain"],
  ]);
  expect(next).toBeNull();
});

test("saves of one story that follow each other are one line", async ({ scene }) => {
  const { db, newsroom, as } = scene;
  const writer = await hire(db, "Busy Writer", "reporter");
  const ctx = as(writer, minute(1));
  const story = await aStory({ as: () => ctx }, { by: writer, fields: { headline: "A long day" } });
  let base = story.revisionId;
  for (let count = 2; count < 6; count += 1) {
    const saved = await saveAgain(as(writer, minute(count)), story.storyId, base, {
      fields: { slugline: `take ${count}` },
    });
    base = saved.revisionId;
  }
  const { deeds } = await listDeeds(as(newsroom.hana), { personId: writer.personId });
  expect(deeds[0]).toMatchObject({ act: "story.saved", count: 5, happenedAt: minute(5) });
  expect(deeds[0]?.story).toMatchObject({ headline: "A long day" });
  expect(deeds.filter(({ act }) => act === "story.saved")).toHaveLength(1);
});

test("a long history comes in pages that neither repeat nor drop anything", async ({ scene }) => {
  const { db, newsroom, as } = scene;
  const busy = await hire(db, "Busy Admin", "editor");
  for (let count = 0; count < 210; count += 1) {
    await addTopic(as(busy, minute(Math.floor(count / 3))), { label: `T${count}`, language: "en" });
  }
  const first = await listDeeds(as(newsroom.hana), { personId: busy.personId });
  const second = await listDeeds(as(newsroom.hana), { personId: busy.personId, before: first.next ?? "" });
  const seen = [...first.deeds, ...second.deeds].map(({ subject }) => subject);
  expect([first.deeds.length, second.deeds.length, second.next]).toEqual([200, 10, null]);
  expect(new Set(seen).size).toBe(210);
});

test("a merge says what was merged into what, and what was taken apart again", async ({ scene }) => {
  const { db, newsroom, as } = scene;
  const soma = await hire(db, "Soma Ali", "editor");
  const dams = await addTopic(as(newsroom.dilan), { label: "Dams", language: "en" });
  const water = await addTopic(as(newsroom.dilan), { label: "Water", language: "en" });
  await mergeWords(as(soma, minute(1)), { kind: "topic", wordId: dams.id, intoId: water.id });
  await separateWord(as(soma, minute(2)), { kind: "topic", wordId: dams.id });
  const { deeds } = await listDeeds(as(newsroom.hana), { personId: soma.personId });
  expect(deeds.map(({ subject, merge }) => [subject, merge])).toEqual([
    ["Dams", { way: "apart", other: "Water" }],
    ["Dams", { way: "merged", other: "Water" }],
  ]);
});

test("the first and every later page of a history follow one index from its newest row", async ({
  scene,
}) => {
  const { db, newsroom } = scene;
  const id = newsroom.rawa.personId;
  const later = sql`happened_at < ${noon.toISOString()}::timestamptz + interval '1 millisecond'`;
  for (const [where, index] of [
    [sql`actor_id = ${id} and ${later}`, "events_of_person"],
    [sql`subject_id = ${id}`, "events_of_subject"],
    [sql`true`, "events_newest"],
  ] as const) {
    const plan = await db.transaction(async (tx) => {
      await tx.execute(sql`set local enable_seqscan = off`);
      await tx.execute(sql`set local enable_bitmapscan = off`);
      return tx.execute(sql`explain select * from events where ${where}
        order by happened_at desc, id desc limit 20`);
    });
    const lines = JSON.stringify(plan.rows);
    expect(lines).toContain(`using ${index} `);
    expect(lines).not.toContain("Sort");
  }
});

test("a story under an embargo isn't named to whoever may not see it; only admins read at all", async ({
  scene,
}) => {
  const { newsroom, as } = scene;
  const { rawa, dilan, hana } = newsroom;
  await aLiveStory(scene, { by: rawa, fields: { headline: "Open to all" } });
  const held = await aStory(scene, { by: rawa, fields: { headline: "Secret talks" } });
  const until = new Date("2999-01-01T00:00:00Z");
  await setEmbargo(as(dilan), { storyId: held.storyId, until, from: "the ministry", people: [] });
  const { deeds } = await listDeeds(as(hana), { personId: rawa.personId });
  expect(JSON.stringify(deeds)).toContain("Open to all");
  expect(JSON.stringify(deeds)).not.toContain("Secret talks");
  const hidden = deeds.find(({ story }) => story?.storyId === held.storyId);
  expect(hidden?.story?.headline).toBeNull();
  for (const person of [rawa, dilan]) {
    const attempt = listDeeds(as(person), { personId: rawa.personId });
    await expect(attempt).rejects.toMatchObject({ kind: "forbidden" });
  }
});
