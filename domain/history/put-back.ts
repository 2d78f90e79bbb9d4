import type { Transaction } from "#db/client.ts";
import type { StoredDocument, StoryFields } from "#db/shapes.ts";
import type { Ctx } from "../context.ts";
import { migrateDocument } from "../document/migrate.ts";
import { recordEvent } from "../events.ts";
import { missing, Problem } from "../problem.ts";
import { hasRoom, joinRoom } from "../rooms/join-room.ts";
import { lockStory } from "../stories/open.ts";
import { authorizeWrite } from "../stories/rights.ts";
import { headOf, keepPending } from "../stories/save.ts";
import { appendRevision, findRevision, makeHead, type RevisionRow } from "../stories/write-revision.ts";
import { findVersion } from "./find-version.ts";

type Wanted = { storyId: string; revisionId: string; baseRevisionId: string };
export type Text = { fields: StoryFields; document: StoredDocument };
export type PutBack = Text & { revisionId: string; savedAt: Date };

/**
 * Makes a new revision from an older version on top of what this person has on screen: `made` says
 * of what. Where a colleague's text became the head that this person hasn't seen, it is merged with
 * that in the story's room, and refused where there is no room. The answer holds the new text, for
 * a screen without a room to show.
 */
export async function putBack(
  ctx: Ctx,
  { storyId, revisionId, baseRevisionId }: Wanted,
  made: (seen: RevisionRow, old: RevisionRow) => Text,
  part: Record<string, unknown> = {},
): Promise<PutBack> {
  return ctx.db.transaction(async (tx) => {
    const story = await lockStory(tx, ctx, storyId);
    authorizeWrite(ctx.actor, story);
    const old = await findVersion(tx, storyId, revisionId);
    if (!old) throw missing("revision");
    const isHead = story.headRevisionId === baseRevisionId;
    const seen = isHead ? await headOf(tx, story) : await seenInRoom(tx, storyId, baseRevisionId);
    const { fields, document } = made(seen, old);
    const revision = await appendRevision(tx, {
      ...{ storyId, fields, document },
      language: story.language,
      kind: "restore",
      baseId: baseRevisionId,
      author: ctx.actor,
      at: ctx.now,
    });
    if (isHead) {
      await makeHead(tx, revision, { language: story.language, now: ctx.now, actor: ctx.actor });
      await keepPending(tx, ctx, story);
    }
    await recordEvent(tx, ctx, {
      act: "story.restored",
      storyId,
      subjectId: revision.id,
      before: { revisionId: baseRevisionId },
      after: { revisionId: old.id, ...part },
    });
    await joinRoom(tx, ctx, revision);
    return {
      ...{ revisionId: revision.id, savedAt: revision.createdAt },
      fields: revision.fields,
      document: migrateDocument(revision.document),
    };
  });
}

/** What was on screen when the story's room had moved on. */
async function seenInRoom(tx: Transaction, storyId: string, baseRevisionId: string): Promise<RevisionRow> {
  const seen = (await hasRoom(tx, storyId)) ? await findRevision(tx, storyId, baseRevisionId) : null;
  if (seen) return seen;
  throw new Problem(
    "conflict",
    "The text has changed since you opened the history. Look at the newest text first.",
  );
}
