import type { Transaction } from "#db/client.ts";
import type { StoryFields } from "#db/shapes.ts";
import type { Ctx } from "../context.ts";
import { changedParagraphs } from "../document/changed-paragraphs.ts";
import { numberedParagraphs } from "../document/paragraphs.ts";
import { recordEvent } from "../events.ts";
import { isUnfinished } from "../pages/starting-texts.ts";
import { authorize, authorizeMachine } from "../permissions.ts";
import { listUnmadePictures, type UnmadePicture } from "../pictures/unmade.ts";
import { Problem } from "../problem.ts";
import { databaseNow, recordChange } from "../publications/changes.ts";
import { isScreen } from "../rooms/revise.ts";
import { orderShareCard } from "../sharing/order-card.ts";
import { NOTE_REQUIRED } from "../vocabulary.ts";
import { embargoHolds } from "./embargo.ts";
import { changedFields } from "./fields.ts";
import { type PublishInput, type UpdateInput, updateInput } from "./input.ts";
import { lockStory, type StoryRow } from "./open.ts";
import { type PutOut, putOut, type Release, type Released, release } from "./release.ts";
import { authorName, headOf } from "./save.ts";
import { findRevision, type RevisionRow } from "./write-revision.ts";

/** What a colleague wrote meanwhile and what therefore did not go out. Null: everything went out. */
export type NotSent = {
  authorName: string;
  /** Counted from 1, as they stand in the newer text. */
  paragraphs: number[];
  fields: (keyof StoryFields)[];
  revisionId: string;
} | null;

export type Published = Released & {
  notSent: NotSent;
  /** Pictures that readers don't see with it, or not yet. */
  unmade: UnmadePicture[];
};

/**
 * Puts a revision in front of readers as a new, immutable publication: a story's first, or its
 * first after a withdrawal.
 *
 * `revisionId` is what the editor had on screen. Text that arrived after it was never read by
 * the person who answers for it, so it does not go out; the answer says what was left behind.
 * Refused only when that text isn't stored yet, when another publication went out that the
 * editor hasn't seen, while an embargo holds, or without a headline.
 */
export async function publishStory(ctx: Ctx, input: PublishInput): Promise<Published> {
  return ctx.db.transaction(async (tx) => {
    const { story, revision, at } = await ready(tx, ctx, input);
    if (story.live === "published") {
      throw new Problem("conflict", "This story is live already. Use “Publish update”.", {
        details: { livePublicationId: story.livePublicationId },
      });
    }
    return send(tx, ctx, story, revision, { kind: "first", note: "", blockId: null, at });
  });
}

/**
 * Puts a live story's pending change in front of readers, and says what kind of change it is.
 * A minor fix moves no visible time; every other kind prints a notice; a correction,
 * clarification or editor's note must say in `note` what was wrong and what is right.
 */
export async function publishUpdate(ctx: Ctx, input: UpdateInput): Promise<Published> {
  const { kind, note, blockId } = updateInput.parse(input);
  return ctx.db.transaction(async (tx) => {
    const { story, revision, at } = await ready(tx, ctx, input);
    if (story.live !== "published") {
      throw new Problem("conflict", "This story isn't live, so there is nothing to update. Use “Publish”.");
    }
    if (NOTE_REQUIRED.includes(kind) && note === "") {
      throw new Problem("invalid", "Tell readers what was wrong and what is right.", { field: "note" });
    }
    refuseLostParagraph(revision, blockId);
    return send(tx, ctx, story, revision, { kind, note: kind === "minor" ? "" : note, blockId, at });
  });
}

async function ready(tx: Transaction, ctx: Ctx, input: PublishInput) {
  const story = await lockStory(tx, ctx, input.storyId);
  authorize(ctx.actor, "story.publish", story);
  const revision = await findRevision(tx, story.id, input.revisionId);
  if (!revision) {
    throw new Problem("conflict", "Your text isn't on the server yet. Wait for “Saved”, then publish again.");
  }
  // Also when it isn't live any more: a screen from before a withdrawal must not undo it.
  if (story.livePublicationId !== input.seenPublicationId) {
    throw new Problem(
      "conflict",
      "Another version went out that you haven't seen. Look at it, then publish again.",
      {
        details: { livePublicationId: story.livePublicationId },
      },
    );
  }
  const at = await databaseNow(tx);
  refuseWhenNotPublishable(story, revision, at);
  return { story, revision, at };
}

/** A notice may lose its paragraph to a later edit; it must have it on the day it goes out. */
function refuseLostParagraph({ document }: RevisionRow, blockId: string | null): void {
  if (blockId === null || numberedParagraphs(document).some(({ id }) => id === blockId)) return;
  throw new Problem("invalid", "The paragraph that the note is about isn't in this text. Choose again.", {
    field: "blockId",
  });
}

function refuseWhenNotPublishable(story: StoryRow, revision: RevisionRow, at: Date): void {
  if (story.live === "killed")
    throw new Problem("forbidden", "This story was killed. It can't be published again.");
  if (embargoHolds(story, at)) {
    throw new Problem("conflict", `This story is under an embargo agreed with ${story.embargoFrom}.`, {
      details: { embargoUntil: story.embargoUntil },
    });
  }
  if (story.kind === "page" && isUnfinished(revision.document)) {
    throw new Problem(
      "invalid",
      "This page still says that it is a draft. Complete what stands in brackets and delete its first line.",
    );
  }
  if (revision.fields.headline.trim() === "") {
    throw new Problem("invalid", "A story needs a headline before it is published.", { field: "headline" });
  }
}

async function send(
  tx: Transaction,
  ctx: Ctx,
  story: StoryRow,
  revision: RevisionRow,
  terms: Release,
): Promise<Published> {
  const notSent = await leftBehind(tx, story, revision);
  if (story.kind === "story") await orderShareCard(tx, story.id);
  const released = await release(tx, { ...ctx, now: terms.at }, { story, revision, terms });
  return { ...released, notSent, unmade: await listUnmadePictures(tx, story.id) };
}

async function leftBehind(tx: Transaction, story: StoryRow, revision: RevisionRow): Promise<NotSent> {
  if (story.headRevisionId === revision.id) return null;
  const head = await headOf(tx, story);
  if (head.hash === revision.hash) return null;
  const shared = await lastShared(tx, story, revision);
  return {
    authorName: await authorName(tx, head),
    paragraphs: changedParagraphs(shared.document, head.document),
    fields: changedFields(shared.fields, head.fields),
    revisionId: head.id,
  };
}

/**
 * The text that both the sent revision and the head grew from: what the editor wrote aside is the
 * editor's. A screen of the room holds nothing that the head doesn't grow from.
 */
async function lastShared(tx: Transaction, story: StoryRow, revision: RevisionRow): Promise<RevisionRow> {
  let shared = revision;
  while (shared.kind === "aside" && shared.baseId !== null && !(await isScreen(tx, shared.id))) {
    const base = await findRevision(tx, story.id, shared.baseId);
    if (!base) return shared;
    shared = base;
  }
  return shared;
}

type Imported = { storyId: string; revisionId: string } & Release;

/**
 * Brings in what went out elsewhere or earlier (another system's archive, the demo newsroom)
 * with its own time. Only the machine may date a publication by anything but the database's clock.
 */
export async function importPublication(ctx: Ctx, input: Imported): Promise<Released> {
  authorizeMachine(ctx.actor);
  return ctx.db.transaction(async (tx) => {
    const { keys, hard, ...released } = await bringIn(tx, ctx, input);
    return { ...released, changeSeq: await recordChange(tx, { keys, hard }) };
  });
}

/** The same within a transaction that brings in many and records one change for all of them. */
export async function bringIn(tx: Transaction, ctx: Ctx, input: Imported): Promise<PutOut> {
  authorizeMachine(ctx.actor);
  const story = await lockStory(tx, ctx, input.storyId);
  const revision = await findRevision(tx, story.id, input.revisionId);
  if (!revision) throw new Problem("conflict", "That revision isn't stored.");
  refuseWhenNotPublishable(story, revision, input.at);
  const out = await putOut(tx, ctx, { story, revision, terms: input });
  await recordEvent(tx, ctx, { act: "story.imported", storyId: story.id, subjectId: out.publicationId });
  return out;
}
