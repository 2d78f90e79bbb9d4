import { eq, sql } from "drizzle-orm";
import { expect } from "vitest";
import { revisions } from "#db/schema.ts";
import { revisionStandIns } from "#db/schema-history.ts";
import type { Person } from "../context.ts";
import { openRoom } from "../rooms/open-room.ts";
import { getChangesBeforeOut } from "../stories/changes-before-out.ts";
import { approveStory, submitStory } from "../stories/move.ts";
import { publishStory } from "../stories/publish.ts";
import { saveStory } from "../stories/save.ts";
import { aStory, saveAgain } from "../testing/a-story.ts";
import { doc, p } from "../testing/doc.ts";
import { noon, type Scene, test } from "../testing/test.ts";
import { compareVersions } from "./compare-versions.ts";
import { lookAtStory } from "./look.ts";
import { nameVersion } from "./name-version.ts";
import { pruneHistories } from "./prune.ts";
import { restoreRevision } from "./restore.ts";

const minute = (minutes: number) => new Date(noon.getTime() + minutes * 60_000);
const day = 24 * 60;
const prune = (scene: Scene, at: number, which: "recent" | "all" = "recent") =>
  pruneHistories(scene.as({ kind: "system", name: "night" }, minute(at)), which);

/** A save each 20 seconds by the same writer, from a minute on. */
async function typed(
  scene: Scene,
  who: Person,
  story: { storyId: string; revisionId: string },
  from: number,
  count: number,
) {
  const ids: string[] = [];
  let base = story.revisionId;
  for (let step = 0; step < count; step += 1) {
    const document = doc(p(`Step ${step} from minute ${from}.`));
    base = (await saveAgain(scene.as(who, minute(from + step / 3)), story.storyId, base, { document }))
      .revisionId;
    ids.push(base);
  }
  return ids;
}

const idsOf = async (scene: Scene, storyId: string) =>
  new Set(
    (await scene.db.select({ id: revisions.id }).from(revisions).where(eq(revisions.storyId, storyId))).map(
      ({ id }) => id,
    ),
  );

test("steps within a stretch that is over go; its end and one of each quarter stay; nothing is rewritten", async ({
  scene,
}) => {
  const { rawa } = scene.newsroom;
  const story = await aStory(scene, { by: rawa });
  const ids = await typed(scene, rawa, story, 1, 60);
  expect((await prune(scene, 22)).pruned).toBe(0);
  const before = await scene.db.select().from(revisions).where(eq(revisions.storyId, story.storyId));
  expect((await prune(scene, 60)).pruned).toBeGreaterThan(50);
  const after = await scene.db.select().from(revisions).where(eq(revisions.storyId, story.storyId));
  expect(after.length).toBeLessThan(8);
  for (const row of after) expect(row).toEqual(before.find(({ id }) => id === row.id));
  expect(after.map(({ id }) => id)).toContain(ids.at(-1));
  expect(await prune(scene, 61)).toMatchObject({ pruned: 0 });
});

test("what was named, submitted, approved, sent out or brought back stays, and what a writer's text is compared with", async ({
  scene,
}) => {
  const { rawa, dilan } = scene.newsroom;
  const story = await aStory(scene, { by: rawa });
  const own = await typed(scene, rawa, story, 1, 20);
  const { storyId } = story;
  await nameVersion(scene.as(rawa), { storyId, revisionId: own[4] ?? "", name: "Before the lawyer" });
  const written = { storyId, revisionId: own.at(-1) ?? "" };
  await submitStory(scene.as(rawa), written);
  await approveStory(scene.as(dilan), written);
  const edited = await typed(scene, dilan, written, 9, 20);
  const sent = { storyId, revisionId: edited[9] ?? "" };
  await publishStory(scene.as(dilan, minute(17)), { ...sent, seenPublicationId: null });
  const before = await getChangesBeforeOut(scene.as(rawa), { storyId });
  const back = await restoreRevision(scene.as(dilan, minute(18)), {
    ...{ storyId, revisionId: own[7] ?? "", baseRevisionId: edited.at(-1) ?? "" },
  });
  expect((await prune(scene, 60)).pruned).toBeGreaterThan(20);
  const kept = await idsOf(scene, storyId);
  for (const id of [own[4], own[7], written.revisionId, sent.revisionId, edited.at(-1), back.revisionId]) {
    expect(kept).toContain(id);
  }
  expect(await getChangesBeforeOut(scene.as(rawa), { storyId })).toEqual(before);
});

test("what lies on somebody's screen stays for a day; a screen that wakes later loses nothing", async ({
  scene,
}) => {
  const { rawa, dilan, shilan } = scene.newsroom;
  const story = await aStory(scene, { by: rawa });
  const { storyId } = story;
  const ids = await typed(scene, rawa, story, 1, 30);
  const onScreen = { storyId, revisionId: ids[10] ?? "" };
  await lookAtStory(scene.as(dilan, minute(4)), onScreen);
  await prune(scene, 60);
  expect(await idsOf(scene, storyId)).toContain(ids[10]);
  const pruned = ids[11] ?? "";
  expect(await idsOf(scene, storyId)).not.toContain(pruned);
  const [base] = await scene.db
    .select()
    .from(revisions)
    .where(eq(revisions.id, ids.at(-1) ?? ""));
  const late = await saveStory(scene.as(shilan, minute(70)), {
    ...{ storyId, baseRevisionId: pruned, fields: base?.fields as never },
    document: doc(p("Typed on a text that was pruned.")),
  });
  expect(late).toMatchObject({ outcome: "aside", head: { revisionId: ids.at(-1) } });
  const compared = await compareVersions(scene.as(dilan), {
    storyId,
    fromId: pruned,
    toId: ids.at(-1) ?? "",
  });
  expect(compared.from.revisionId).toBe(ids[10]);
});

test("in a room, too, what was typed on a text that is pruned is kept beside it, not merged twice", async ({
  scene,
}) => {
  const { rawa, shilan } = scene.newsroom;
  const story = await aStory(scene, { by: rawa });
  const { storyId } = story;
  await openRoom(scene.as(rawa), { storyId });
  const ids = await typed(scene, rawa, story, 1, 30);
  await prune(scene, 60);
  const kept = await idsOf(scene, storyId);
  const pruned = ids.find((id) => !kept.has(id)) ?? "";
  const [head] = await scene.db
    .select()
    .from(revisions)
    .where(eq(revisions.id, ids.at(-1) ?? ""));
  const late = await saveStory(scene.as(shilan, minute(70)), {
    ...{ storyId, baseRevisionId: pruned, fields: head?.fields as never },
    document: doc(p("Typed on a text that was pruned.")),
  });
  expect(late).toMatchObject({ outcome: "aside", head: { revisionId: ids.at(-1) } });
});

test("an aside stays until it is decided; what the next one was typed on goes after a day", async ({
  scene,
}) => {
  const { rawa, dilan } = scene.newsroom;
  const story = await aStory(scene, { by: rawa });
  const { storyId, revisionId } = story;
  const head = await saveAgain(scene.as(dilan, minute(1)), storyId, revisionId, {
    fields: { kicker: "Prices" },
  });
  const first = await saveAgain(scene.as(rawa, minute(2)), storyId, revisionId, {
    document: doc(p("Mine.")),
  });
  const second = await saveAgain(scene.as(rawa, minute(3)), storyId, first.revisionId, {
    document: doc(p("Mine, and more.")),
  });
  await typed(scene, rawa, { storyId, revisionId: head.revisionId }, 4, 3);
  await prune(scene, 3 * day, "all");
  const kept = await idsOf(scene, storyId);
  expect(kept).toContain(second.revisionId);
  expect(kept).not.toContain(first.revisionId);
  await prune(scene, 40 * day, "all");
  expect(await idsOf(scene, storyId)).toContain(second.revisionId);
  await scene.db.execute(
    sql`update stories set updated_at = ${minute(40 * day).toISOString()} where id = ${storyId}`,
  );
  await prune(scene, 40 * day, "all");
  expect(await idsOf(scene, storyId)).not.toContain(second.revisionId);
});

test("a stand-in always is a revision that there is", async ({ scene }) => {
  const { rawa } = scene.newsroom;
  const story = await aStory(scene, { by: rawa });
  await typed(scene, rawa, story, 1, 90);
  await lookAtStory(scene.as(scene.newsroom.hana, minute(9)), story);
  await prune(scene, 60);
  await prune(scene, 2 * day, "all");
  const lost = await scene.db
    .select()
    .from(revisionStandIns)
    .where(sql`not exists (select 1 from revisions r where r.id = ${revisionStandIns.keptId})`);
  expect(lost).toEqual([]);
});

test("only the server prunes", async ({ scene }) => {
  await expect(pruneHistories(scene.as(scene.newsroom.hana), "all")).rejects.toMatchObject({
    kind: "forbidden",
  });
});
