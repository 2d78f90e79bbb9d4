import { eq } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { people, revisions, sections, stories } from "#db/schema.ts";
import type { StoredDocument, StoryFields } from "#db/shapes.ts";
import type { Ctx } from "../context.ts";
import { hashOf } from "../document/hash.ts";
import { parseDocument } from "../document/validate.ts";
import { recordEvent } from "../events.ts";
import { findVersion } from "../history/find-version.ts";
import { may } from "../permissions.ts";
import { missing, Problem } from "../problem.ts";
import { hasRoom, joinRoom } from "../rooms/join-room.ts";
import { completeWith } from "./fields.ts";
import type { SaveInput } from "./input.ts";
import { lockStory, type StoryRow } from "./open.ts";
import { authorizeWrite } from "./rights.ts";
import { appendRevision, makeHead, type RevisionRow } from "./write-revision.ts";

export type Saved =
  | { outcome: "saved" | "unchanged"; revisionId: string; savedAt: Date }
  | {
      outcome: "aside";
      revisionId: string;
      savedAt: Date;
      head: { revisionId: string; authorName: string; savedAt: Date };
    };

/**
 * Stores what is on the writer's screen. When it returns, it is committed.
 *
 * `baseRevisionId` is what the text was typed on. If somebody else's text became the head since,
 * nothing is overwritten: the later text is kept whole as a revision "aside", the head stays,
 * and the answer says whose text it is. Saving again on the head puts it on top. A story that
 * is written in a room has no asides: there the two texts are merged.
 *
 * A save whose answer got lost is this screen's own: it names its revisions itself, and tells
 * those it never heard of (`unanswered`), so that a bad line doesn't set a writer against
 * themselves.
 */
export async function saveStory(ctx: Ctx, input: SaveInput): Promise<Saved> {
  const document = parseDocument(input.document);
  return ctx.db.transaction(async (tx) => {
    const story = await lockStory(tx, ctx, input.storyId);
    authorizeWrite(ctx.actor, story);
    const head = await headOf(tx, story);
    const isOwn = input.unanswered?.includes(head.id) ?? false;
    const base = isOwn ? head : await baseOf(tx, story, head, input.baseRevisionId);
    const isPruned = !isOwn && base.id !== input.baseRevisionId;
    const fields = completeWith(base.fields, input.fields);
    await refuseForeignSection(tx, fields, head.fields);
    // What was typed on a text that is pruned can't be merged: nobody knows its screen any more.
    const isUnder = isPruned || (base.id !== head.id && !(await hasRoom(tx, story.id)));
    if (hashOf(fields, document) === base.hash) {
      const same = { revisionId: base.id, savedAt: base.createdAt };
      return isUnder ? aside(tx, same, head) : { outcome: "unchanged", ...same };
    }
    const text = { id: input.revisionId, fields, document };
    if (isUnder) return setAside(tx, ctx, story, base, head, text);
    return base.id === head.id
      ? saveOnHead(tx, ctx, story, base, text)
      : saveIntoRoom(tx, ctx, story, base, text);
  });
}

type Text = { id: string | undefined; fields: StoryFields; document: StoredDocument };

async function saveOnHead(
  tx: Transaction,
  ctx: Ctx,
  story: StoryRow,
  base: RevisionRow,
  text: Text,
): Promise<Saved> {
  const revision = await append(tx, ctx, story, base, { kind: "save", ...text });
  await makeHead(tx, revision, { language: story.language, now: ctx.now, actor: ctx.actor });
  await keepPending(tx, ctx, story);
  await recordEvent(tx, ctx, { act: "story.saved", storyId: story.id, subjectId: revision.id });
  await joinRoom(tx, ctx, revision);
  return { outcome: "saved", revisionId: revision.id, savedAt: revision.createdAt };
}

/** Colleagues write the story in its room: the text is kept as it came, aside, and merged with theirs. */
async function saveIntoRoom(
  tx: Transaction,
  ctx: Ctx,
  story: StoryRow,
  base: RevisionRow,
  text: Text,
): Promise<Saved> {
  const revision = await append(tx, ctx, story, base, { kind: "aside", ...text });
  await recordEvent(tx, ctx, { act: "story.saved", storyId: story.id, subjectId: revision.id });
  await joinRoom(tx, ctx, revision);
  return { outcome: "saved", revisionId: revision.id, savedAt: revision.createdAt };
}

/**
 * New text opens a pending change where there was none. Over an approved text it starts over,
 * unless its writer may approve: nobody has read it yet who answers for it.
 */
export async function keepPending(tx: Transaction, { actor }: Ctx, story: StoryRow): Promise<void> {
  const isUnread = story.stage === "ready" && !may(actor, "story.approve", story);
  if (story.stage !== null && !isUnread) return;
  await tx
    .update(stories)
    .set({ stage: "writing", approvedRevisionId: null })
    .where(eq(stories.id, story.id));
}

async function setAside(
  tx: Transaction,
  ctx: Ctx,
  story: StoryRow,
  base: RevisionRow,
  head: RevisionRow,
  text: Text,
): Promise<Saved> {
  const revision = await append(tx, ctx, story, base, { kind: "aside", ...text });
  await recordEvent(tx, ctx, {
    act: "story.set-aside",
    storyId: story.id,
    subjectId: revision.id,
    after: { headRevisionId: head.id },
  });
  return aside(tx, { revisionId: revision.id, savedAt: revision.createdAt }, head);
}

function append(
  tx: Transaction,
  { actor, now }: Ctx,
  { id, language }: StoryRow,
  base: RevisionRow,
  text: Text & { kind: "save" | "aside" },
): Promise<RevisionRow> {
  return appendRevision(tx, { ...text, storyId: id, language, baseId: base.id, author: actor, at: now });
}

async function aside(
  tx: Transaction,
  own: { revisionId: string; savedAt: Date },
  head: RevisionRow,
): Promise<Saved> {
  return {
    outcome: "aside",
    ...own,
    head: { revisionId: head.id, authorName: await authorName(tx, head), savedAt: head.createdAt },
  };
}

export async function authorName(tx: Transaction, { authorId }: RevisionRow): Promise<string> {
  if (authorId === null) return "Dateline";
  const [author] = await tx.select({ name: people.name }).from(people).where(eq(people.id, authorId));
  return author?.name ?? "Dateline";
}

/** The head of a locked story: every story has one from its first moment. */
export async function headOf(tx: Transaction, story: StoryRow): Promise<RevisionRow> {
  const [head] = await tx
    .select()
    .from(revisions)
    .where(eq(revisions.id, story.headRevisionId ?? ""));
  if (!head) throw new Error(`story ${story.id} has no head revision`);
  return head;
}

async function baseOf(
  tx: Transaction,
  story: StoryRow,
  head: RevisionRow,
  baseId: string,
): Promise<RevisionRow> {
  if (baseId === head.id) return head;
  const base = await findVersion(tx, story.id, baseId);
  if (!base) throw missing("revision");
  return base;
}

async function refuseForeignSection(
  tx: Transaction,
  fields: StoryFields,
  before: StoryFields,
): Promise<void> {
  if (fields.sectionId === before.sectionId) return;
  const [section] = await tx.select().from(sections).where(eq(sections.id, fields.sectionId));
  if (!section || section.retiredAt !== null) {
    throw new Problem("invalid", "That section isn't open any more. Choose another one.", {
      field: "sectionId",
    });
  }
}
