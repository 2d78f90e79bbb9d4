/** How a screen of a room becomes a revision, inside the transaction of the verb that wants it. */
import { and, desc, eq } from "drizzle-orm";
import * as Y from "yjs";
import type { Transaction } from "#db/client.ts";
import { revisions } from "#db/schema.ts";
import { roomRevisions } from "#db/schema-rooms.ts";
import type { Ctx } from "../context.ts";
import { hashOf } from "../document/hash.ts";
import { migrateDocument } from "../document/migrate.ts";
import { recordEvent } from "../events.ts";
import type { StoryRow } from "../stories/open.ts";
import { headOf, keepPending } from "../stories/save.ts";
import { appendRevision, makeHead, type RevisionRow } from "../stories/write-revision.ts";
import { findPerson } from "../users/find-person.ts";
import { draftToKeep } from "./draft-to-keep.ts";
import { draftOf, type RoomDraft, seedRoom } from "./room-document.ts";
import { contains } from "./snapshots.ts";

export type Screen = {
  /** The story as it is on that screen. */
  readonly draft: RoomDraft;
  readonly snapshot: Y.Snapshot;
  /** Who typed since the newest revision, and how much. */
  readonly typists: ReadonlyMap<string, number>;
};

/** The room as it stands: text and snapshot in one moment, because people type on while it is stored. */
export function screenOf(room: Y.Doc, typists: ReadonlyMap<string, number>): Screen {
  return { draft: draftOf(room), snapshot: Y.snapshot(room), typists };
}

export type Revised = { revision: RevisionRow; isNew: boolean; isHead: boolean };

/**
 * The revision that holds exactly this screen: one that is there already, or a new one. A new one
 * becomes the head unless the head knows something that this screen doesn't: then the screen was
 * overtaken, its revision stands aside, and the newer text stays what colleagues see.
 */
export async function revise(tx: Transaction, ctx: Ctx, story: StoryRow, screen: Screen): Promise<Revised> {
  const head = await headOf(tx, story);
  const draft = await draftToKeep(tx, screen.draft, head.fields);
  const hash = hashOf(draft.fields, draft.document);
  // With letters in it that no revision has, another form of the same text is too rare to look for.
  const isSame = hash === head.hash || (screen.typists.size === 0 && hash === hashInRoom(head));
  if (isSame) return { revision: head, isNew: false, isHead: true };
  const known = await findByHash(tx, story.id, hash);
  const isNewest = contains(screen.snapshot, await snapshotOf(tx, head));
  if (known && !isNewest) return { revision: known, isNew: false, isHead: false };
  const kind = isNewest ? "save" : "aside";
  const revision = await write(tx, ctx, story, { kind, head, draft, screen });
  if (isNewest) await lead(tx, ctx, story, revision, screen.typists);
  return { revision, isNew: true, isHead: isNewest };
}

type Writing = { kind: "save" | "aside"; head: RevisionRow; draft: RoomDraft; screen: Screen };

async function write(tx: Transaction, ctx: Ctx, story: StoryRow, { kind, head, draft, screen }: Writing) {
  const revision = await appendRevision(tx, {
    storyId: story.id,
    language: story.language,
    kind,
    baseId: head.id,
    ...draft,
    author: (await authorOf(tx, screen.typists)) ?? ctx.actor,
    at: ctx.now,
  });
  await tx.insert(roomRevisions).values({
    revisionId: revision.id,
    storyId: story.id,
    snapshot: Y.encodeSnapshot(screen.snapshot),
    personIds: [...screen.typists.keys()],
  });
  return revision;
}

async function lead(
  tx: Transaction,
  ctx: Ctx,
  story: StoryRow,
  revision: RevisionRow,
  typists: ReadonlyMap<string, number>,
): Promise<void> {
  const author = (await authorOf(tx, typists)) ?? ctx.actor;
  await makeHead(tx, revision, { language: story.language, now: ctx.now, actor: author });
  // Somebody typed who may not approve: then nobody has approved this text.
  for (const personId of typists.keys()) {
    const typist = await findPerson(tx, personId);
    if (typist) await keepPending(tx, { ...ctx, actor: typist }, story);
  }
  if (typists.size === 0) await keepPending(tx, ctx, story);
  await recordEvent(
    tx,
    { ...ctx, actor: author },
    { act: "story.saved", storyId: story.id, subjectId: revision.id },
  );
}

/** Whoever typed most of it. */
async function authorOf(tx: Transaction, typists: ReadonlyMap<string, number>) {
  const [most] = [...typists].sort(([, a], [, b]) => b - a);
  return most === undefined ? null : findPerson(tx, most[0]);
}

/** A text from before rooms may be written another way (neighbouring letters apart, an old schema) and be the same. */
function hashInRoom({ fields, document }: RevisionRow): string {
  const room = new Y.Doc({ gc: false });
  seedRoom(room, { fields, document: migrateDocument(document) }, { by: null, at: "" });
  const draft = draftOf(room);
  return hashOf(fields, draft.document);
}

async function findByHash(tx: Transaction, storyId: string, hash: string): Promise<RevisionRow | null> {
  const [row] = await tx
    .select()
    .from(revisions)
    .where(and(eq(revisions.storyId, storyId), eq(revisions.hash, hash)))
    .orderBy(desc(revisions.seq))
    .limit(1);
  return row ?? null;
}

/** The screen that a revision was; of one from before the room, nothing: every screen knows more. */
async function snapshotOf(tx: Transaction, { id }: RevisionRow): Promise<Y.Snapshot> {
  const [row] = await tx.select().from(roomRevisions).where(eq(roomRevisions.revisionId, id));
  return row ? Y.decodeSnapshot(row.snapshot) : Y.emptySnapshot;
}

/** Whether a revision is a screen of its story's room, to the letter. */
export async function isScreen(tx: Transaction, revisionId: string): Promise<boolean> {
  return (await tx.$count(roomRevisions, eq(roomRevisions.revisionId, revisionId))) > 0;
}
