import { eq, isNotNull, sql } from "drizzle-orm";
import type { NodePgDatabase } from "drizzle-orm/node-postgres";
import { expect } from "vitest";
import { databaseOn, openPool, type Schema } from "#db/client.ts";
import * as table from "#db/schema.ts";
import { setUpOutlet } from "../outlet/set-up.ts";
import { hashOfEverything } from "../testing/people.ts";
import { noon, test } from "../testing/test.ts";
import { DEMO_STORIES } from "./all-stories.ts";
import { loadDemo } from "./load.ts";
import { DEMO_OUTLET, DEMO_SECTIONS } from "./words.ts";

const password = "three mules and a bell";
const sections = Object.entries(DEMO_SECTIONS).map(([slug, labels]) => ({ slug, labels }));
const machine = { kind: "system", name: "Test" } as const;

type Empty = { db: NodePgDatabase<Schema>; actor: typeof machine; now: Date };

/** An empty database of one test's own, with the clock at which the demo is loaded. */
async function within(url: string, run: (ctx: Empty) => Promise<void>): Promise<void> {
  const pool = openPool({ url, max: 4, name: "test" });
  try {
    await run({ db: databaseOn(pool), actor: machine, now: noon });
  } finally {
    await pool.end();
  }
}

test("an empty outlet becomes a newspaper in three languages", async ({ emptyUrl }) => {
  await within(emptyUrl, async (ctx) => {
    await setUpOutlet(ctx, { settings: DEMO_OUTLET, sections });

    const loaded = await loadDemo(ctx, { password });

    expect(loaded.stories).toBe(DEMO_STORIES.length);
    expect(loaded.people.map(({ email, made }) => [email, made])).toEqual([
      ["admin@demo.test", "now"],
      ["editor@demo.test", "now"],
      ["reporter@demo.test", "now"],
    ]);
    const standing = await ctx.db
      .select({ live: table.stories.live, stage: table.stories.stage, count: sql<number>`count(*)::int` })
      .from(table.stories)
      .groupBy(table.stories.live, table.stories.stage);
    const count = (live: string, stage: string | null) =>
      standing.find((row) => row.live === live && row.stage === stage)?.count ?? 0;
    expect(count("none", "writing")).toBe(2);
    expect(count("none", "review")).toBe(3);
    expect(count("withdrawn", "writing")).toBe(1);
    expect(count("published", "writing")).toBe(1);
    expect(count("published", null)).toBe(DEMO_STORIES.length - 7);
    const [newest] = await ctx.db.select({ seq: sql<number>`max(seq)::int` }).from(table.changes);
    expect(loaded.changeSeq).toBe(newest?.seq);
  });
});

test("the demo's past is a real one: dated publications, notices, people who did it", async ({
  emptyUrl,
}) => {
  await within(emptyUrl, async (ctx) => {
    await setUpOutlet(ctx, { settings: DEMO_OUTLET, sections });
    await loadDemo(ctx, { password });

    const out = await ctx.db.select().from(table.publications);
    expect(out.every(({ publishedAt }) => publishedAt <= noon)).toBe(true);
    const oldest = Math.min(...out.map(({ publishedAt }) => publishedAt.getTime()));
    expect((noon.getTime() - oldest) / 86_400_000).toBeGreaterThan(5);
    const kinds = (await ctx.db.select().from(table.notices)).map(({ kind }) => kind);
    expect(new Set(kinds)).toEqual(
      new Set(["update", "correction", "clarification", "editors-note", "withdrawal"]),
    );
    const corrected = out.find(({ kind, language }) => kind === "correction" && language === "en");
    expect(corrected?.bodyHtml).toContain("held 14 percent");
    expect(corrected?.printed).toMatchObject({ dateline: "RANYA", signOff: "(The Azmar Post/Zagros Wire)" });
    const [submitted] = await ctx.db
      .select({ actorName: table.events.actorName })
      .from(table.events)
      .where(eq(table.events.act, "story.submitted"))
      .limit(1);
    expect(submitted?.actorName).toBe("Shilan Rauf");
  });
});

test("a story under embargo waits for its hour and has not gone out", async ({ emptyUrl }) => {
  await within(emptyUrl, async (ctx) => {
    await setUpOutlet(ctx, { settings: DEMO_OUTLET, sections });
    await loadDemo(ctx, { password });

    const [held, ...others] = await ctx.db
      .select()
      .from(table.stories)
      .where(isNotNull(table.stories.embargoUntil));
    expect(others).toEqual([]);
    expect(held?.live).toBe("none");
    expect(held?.embargoUntil?.getTime()).toBeGreaterThan(noon.getTime());
    expect(held?.embargoPeople).not.toEqual([]);
  });
});

test("an outlet in Kurdish alone gets the Kurdish stories", async ({ emptyUrl }) => {
  await within(emptyUrl, async (ctx) => {
    const settings = { ...DEMO_OUTLET, languages: ["ckb" as const], defaultLanguage: "ckb" as const };
    await setUpOutlet(ctx, { settings, sections: sections.slice(0, 1) });

    const { stories } = await loadDemo(ctx, { password });

    expect(stories).toBe(DEMO_STORIES.filter(({ language }) => language === "ckb").length);
    const languages = await ctx.db.selectDistinct({ language: table.stories.language }).from(table.stories);
    expect(languages).toEqual([{ language: "ckb" }]);
  });
});

test("a newsroom that has stories keeps them, and gets nothing from the demo", async ({ emptyUrl }) => {
  await within(emptyUrl, async (ctx) => {
    await setUpOutlet(ctx, { settings: DEMO_OUTLET, sections });
    await loadDemo(ctx, { password });
    const before = await hashOfEverything(ctx.db);

    await expect(loadDemo(ctx, { password })).rejects.toMatchObject({ kind: "conflict" });

    expect(await hashOfEverything(ctx.db)).toBe(before);
  });
});

test("of two loadings at once, one fills the outlet and the other is refused", async ({ emptyUrl }) => {
  await within(emptyUrl, async (ctx) => {
    await setUpOutlet(ctx, { settings: DEMO_OUTLET, sections });

    const answers = await Promise.allSettled([loadDemo(ctx, { password }), loadDemo(ctx, { password })]);

    expect(answers.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const all = await ctx.db.select({ id: table.stories.id }).from(table.stories);
    expect(all).toHaveLength(DEMO_STORIES.length);
  });
});

test("a reporter can't fill the outlet, and an outlet that isn't set up can't be filled", async ({
  emptyUrl,
  scene,
}) => {
  const before = await hashOfEverything(scene.db);
  await expect(loadDemo(scene.as(scene.newsroom.rawa), { password })).rejects.toMatchObject({
    kind: "forbidden",
  });
  expect(await hashOfEverything(scene.db)).toBe(before);
  await within(emptyUrl, async (ctx) => {
    await expect(loadDemo(ctx, { password })).rejects.toMatchObject({ kind: "missing" });
  });
});
