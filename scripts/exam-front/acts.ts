/** What the editor of the exam does: publish, update, correct, withdraw; one story after another, never resting. */
import { setTimeout as pause } from "node:timers/promises";
import { eq } from "drizzle-orm";
import type { NodePgDatabase } from "drizzle-orm/node-postgres";
import type { Schema } from "#db/client.ts";
import { revisions, stories } from "#db/schema.ts";
import type { Ctx, Person } from "#domain/context.ts";
import { createStory } from "#domain/stories/create.ts";
import { publishStory, publishUpdate } from "#domain/stories/publish.ts";
import { saveStory } from "#domain/stories/save.ts";
import { withdrawStory } from "#domain/stories/withdraw.ts";
import { doc, p } from "#domain/testing/doc.ts";
import type { Judge } from "#server/front/testing/judge.ts";
import { ask } from "#server/internal.ts";
import type { RunFile } from "#server/run-file.ts";

export type ExamStory = { storyId: string; number: number; path: string; version: number };
export type Kind = "publish" | "update" | "correction" | "withdrawal";
export type Tally = Record<Kind, number> & { unanswered: number };

type Door = { control: RunFile["frontControlAddress"]; secret: string };
type Db = NodePgDatabase<Schema>;

export async function openStories(db: Db, editor: Person, count: number): Promise<ExamStory[]> {
  const made: ExamStory[] = [];
  for (let i = 0; i < count; i++) {
    const { storyId, number } = await createStory(ctxOf(db, editor), { language: "en" });
    made.push({ storyId, number, path: `/en/news/${number}-exam`, version: 0 });
  }
  return made;
}

/**
 * One act, answered: committed, and the front has said that it applied it. Null: the database or
 * the front was away, so nobody was answered; it may have happened or not.
 */
export async function act(
  db: Db,
  editor: Person,
  door: Door,
  story: ExamStory,
  chance: number,
  judge: Judge,
): Promise<Kind | null> {
  story.version++;
  try {
    const { kind, seq } = await change(db, editor, story, chance);
    await settled(door, seq);
    // Whoever asks from now on may not be given these words.
    if (kind === "withdrawal") judge.takenBack(story.number, story.version);
    if (kind === "correction") judge.takenBack(story.number, story.version - 1);
    return kind;
  } catch {
    await pause(50);
    return null;
  }
}

async function change(
  db: Db,
  editor: Person,
  story: ExamStory,
  chance: number,
): Promise<{ kind: Kind; seq: number }> {
  const ctx = ctxOf(db, editor);
  const { storyId } = story;
  const [row] = await db.select().from(stories).where(eq(stories.id, storyId));
  if (!row) throw new Error("a story of the exam is gone");
  if (row.live === "published" && chance < 0.25) {
    return { kind: "withdrawal", seq: (await withdrawStory(ctx, { storyId, note: "" })).changeSeq };
  }
  const revisionId = await write(ctx, story, row.headRevisionId ?? "");
  const seenPublicationId = row.livePublicationId;
  if (row.live !== "published") {
    const { changeSeq } = await publishStory(ctx, { storyId, revisionId, seenPublicationId });
    return { kind: "publish", seq: changeSeq };
  }
  const how =
    chance < 0.45
      ? { kind: "correction" as const, note: "A figure was wrong." }
      : { kind: "minor" as const, note: "" };
  const { changeSeq } = await publishUpdate(ctx, { storyId, revisionId, seenPublicationId, ...how });
  return { kind: how.kind === "minor" ? "update" : "correction", seq: changeSeq };
}

/** The mark that readers' eyes follow is in the headline: on the page, in every list and in the feeds. */
async function write(ctx: Ctx, story: ExamStory, baseRevisionId: string): Promise<string> {
  const [base] = await ctx.db.select().from(revisions).where(eq(revisions.id, baseRevisionId));
  if (!base) throw new Error("a story of the exam has no text");
  const headline = `Exam ¶${story.number}:${story.version} in the paper`;
  const fields = { ...base.fields, headline, slug: "exam" };
  const document = doc(p(`These are the words of version ${story.version}.`));
  const saved = await saveStory(ctx, { storyId: story.storyId, baseRevisionId, fields, document });
  return saved.revisionId;
}

/** As the desk does after a commit, but it doesn't give up: the editor waits for the answer. */
async function settled({ control, secret }: Door, seq: number): Promise<void> {
  for (let tries = 0; tries < 20; tries++) {
    const answer = await ask({
      address: control,
      path: "/__front/settle",
      secret,
      timeoutMs: 2_500,
      body: { seq },
    }).catch(() => null);
    if (answer?.status === 204) return;
    await pause(50);
  }
  throw new Error("the front never applied a change");
}

function ctxOf(db: Db, editor: Person): Ctx {
  return { db, actor: editor, now: new Date() };
}
