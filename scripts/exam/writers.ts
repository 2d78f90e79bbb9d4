/** Writers who never rest: each saves its story again and again and publishes every few saves. */
import { setTimeout as pause } from "node:timers/promises";
import type { StoryFields } from "#db/shapes.ts";
import { blankFields } from "#domain/stories/fields.ts";
import { callAction } from "../trial/staff.ts";
import type { Trial } from "./trial.ts";

export type Ledger = {
  saves: { storyId: string; revisionId: string; word: string }[];
  publications: { storyId: string; publicationId: string; path: string; word: string }[];
  refused: number;
};

type Result<R> = { ok: true; value: R } | { ok: false; problem: { kind: string; message: string } };
type Story = { storyId: string; head: string; sectionId: string; publicationId: string | null };

const SAVES_PER_PUBLICATION = 4;

export async function startWriters(trial: Trial, count: number) {
  const ledger: Ledger = { saves: [], publications: [], refused: 0 };
  let working = true;
  const writers = Array.from({ length: count }, (_, name) => work(trial, ledger, name, () => working));
  return {
    stop: async () => {
      working = false;
      await Promise.all(writers);
      return ledger;
    },
  };
}

async function work(trial: Trial, ledger: Ledger, name: number, working: () => boolean): Promise<void> {
  let story: Story | null = null;
  for (let turn = 1; working(); turn += 1) {
    try {
      story ??= await begin(trial);
      const word = `word${name}x${turn}`;
      await save(trial, ledger, story, word);
      if (turn % SAVES_PER_PUBLICATION === 0) await publish(trial, ledger, story, word);
    } catch {
      // Not answered: it may have happened or not. Look afresh, as a person would reload.
      ledger.refused += 1;
      story = story === null ? null : await reopen(trial, story).catch(() => story);
      await pause(50);
    }
  }
}

async function ask<R>(
  trial: Trial,
  name: string,
  input: Record<string, unknown> & { storyId?: string },
): Promise<R> {
  const id = trial.actionIds.get(name);
  if (!id) throw new Error(`the build has no action ${name}`);
  const page = input.storyId === undefined ? "/desk" : `/desk/stories/${input.storyId}`;
  const answer = await callAction(`${trial.url}${page}`, id, input, { cookie: trial.cookie });
  const result = answer.value as Result<R> | undefined;
  if (!result?.ok) throw new Error(result?.problem.message ?? `status ${answer.status}`);
  return result.value;
}

async function begin(trial: Trial): Promise<Story> {
  const made = await ask<{ storyId: string; revisionId: string }>(trial, "createStory", { language: "en" });
  return reopen(trial, { storyId: made.storyId, head: made.revisionId, sectionId: "", publicationId: null });
}

async function reopen(trial: Trial, { storyId }: Story): Promise<Story> {
  const desk = await ask<{
    head: { revisionId: string; fields: StoryFields };
    livePublication: { id: string } | null;
  }>(trial, "openStory", { storyId });
  return {
    storyId,
    head: desk.head.revisionId,
    sectionId: desk.head.fields.sectionId,
    publicationId: desk.livePublication?.id ?? null,
  };
}

/** A body of one paragraph that says the word. */
function bodySaying(word: string) {
  const text = { type: "text", text: `It says ${word}.` };
  const paragraph = { type: "paragraph", attrs: { id: "block-of-the-exam" }, content: [text] };
  return { schemaVersion: 1, doc: { type: "doc", content: [paragraph] } };
}

async function save(trial: Trial, ledger: Ledger, story: Story, word: string): Promise<void> {
  const input = {
    storyId: story.storyId,
    baseRevisionId: story.head,
    fields: { ...blankFields(story.sectionId), headline: `The ${word} of the day` },
    document: bodySaying(word),
  };
  const saved = await ask<{ outcome: string; revisionId: string }>(trial, "saveStory", input);
  ledger.saves.push({ storyId: story.storyId, revisionId: saved.revisionId, word });
  story.head = saved.revisionId;
}

async function publish(trial: Trial, ledger: Ledger, story: Story, word: string): Promise<void> {
  const first = story.publicationId === null;
  const terms = { storyId: story.storyId, revisionId: story.head, seenPublicationId: story.publicationId };
  const published = await ask<{ publicationId: string; path: string }>(
    trial,
    first ? "publishStory" : "publishUpdate",
    first ? terms : { ...terms, kind: "minor", note: "" },
  );
  ledger.publications.push({
    storyId: story.storyId,
    publicationId: published.publicationId,
    path: published.path,
    word,
  });
  story.publicationId = published.publicationId;
}
