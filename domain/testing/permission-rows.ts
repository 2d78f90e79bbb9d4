/**
 * The table of who may do what to a story, cell by cell (domain/permissions.matrix.csv), and how
 * each act, role and state of it is played. Tests drive every cell through the domain's verbs;
 * browser tests drive the same cells through server actions and pages.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { readerStories } from "#db/reader.ts";
import { stories } from "#db/schema.ts";
import type { PictureUse } from "#db/shapes.ts";
import type { Ctx, Person } from "../context.ts";
import { restoreRevision } from "../history/restore.ts";
import { findOriginal, findPreview } from "../pictures/find-file.ts";
import { findPublicFile } from "../pictures/find-public-file.ts";
import { Problem } from "../problem.ts";
import { addHandLine } from "../sharing/hand-lines.ts";
import { createStory } from "../stories/create.ts";
import { getDeskStory } from "../stories/find.ts";
import { listDeskStories } from "../stories/list.ts";
import { approveStory, submitStory } from "../stories/move.ts";
import { publishStory, publishUpdate } from "../stories/publish.ts";
import { getRevision, listRevisions } from "../stories/revisions.ts";
import { liftEmbargo, setEmbargo } from "../stories/set-embargo.ts";
import { withdrawStory } from "../stories/withdraw.ts";
import { SEEDED_ROLES, type SeededRole } from "../vocabulary.ts";
import { aPicture } from "./a-picture.ts";
import { aStory, saveAgain } from "./a-story.ts";
import { doc, p } from "./doc.ts";
import type { Newsroom } from "./people.ts";
import type { Scene } from "./test.ts";

export type Cell = { action: string; role: Role; state: State; expected: "allow" | "deny" };
export const STATES = [
  "draft",
  "submitted",
  "approved",
  "embargoed",
  "published",
  "published_with_pending_edit",
  "unpublished",
] as const;
export type State = (typeof STATES)[number];
export type Role =
  | "anon"
  | "rep_own"
  | "rep_desk"
  | "rep_other"
  | "ed_desk"
  | "ed_other"
  | "admin"
  | "suspended";

export function readCells(): Cell[] {
  const file = join(import.meta.dirname, "../permissions.matrix.csv");
  const [, ...lines] = readFileSync(file, "utf8").trim().split("\n");
  return lines.map((line) => {
    const [action, role, state, expected] = line.split(",");
    return { action, role, state, expected } as Cell;
  });
}

/** Later than any clock by which these tests go: the test's own, the machine's, the database's. */
export const FAR_OFF = new Date("2999-01-01T00:00:00Z");

export type Played = {
  storyId: string;
  familyId: string;
  number: number;
  revisionId: string;
  publicationId: string | null;
  /** A word that stands in the headline and the body: whoever has seen it has seen the story. */
  canary: string;
  /** The picture over the story, Rawa's too, and one of its files. */
  pictureId: string;
  mediaName: string;
};

/** A story of Rawa's in this state; Dilan is the editor who moved it there. Its body has the canary. */
export async function storyIn(
  scene: Pick<Scene, "as" | "db" | "newsroom">,
  state: State,
  canary: string,
  /** Where the picture's files are to be, when somebody will ask for them over HTTP. */
  dataDir?: string,
): Promise<Played> {
  const { rawa, dilan } = scene.newsroom;
  const { pictureId, printable } = await aPicture(scene, dataDir === undefined ? {} : { dataDir });
  const { storyId, familyId, number, revisionId } = await aStory(scene, {
    by: rawa,
    fields: { headline: `The story ${canary}`, lead: leadOf(pictureId) },
    document: doc(p(canary)),
  });
  const text = { storyId, revisionId };
  const media = { pictureId, mediaName: printable.files[0]?.name ?? "" };
  const played = { ...text, ...media, familyId, number, canary, publicationId: null };
  if (state === "draft") return played;
  if (state === "submitted" || state === "approved" || state === "embargoed") {
    await submitStory(scene.as(rawa), text);
    if (state === "submitted") return played;
    await approveStory(scene.as(dilan), text);
    if (state === "approved") return played;
    await setEmbargo(scene.as(dilan), { storyId, until: FAR_OFF, from: "the ministry", people: [] });
    return played;
  }
  const { publicationId } = await publishStory(scene.as(dilan), { ...text, seenPublicationId: null });
  if (state === "published") return { ...played, publicationId };
  if (state === "unpublished") {
    await withdrawStory(scene.as(dilan), { storyId, note: "" });
    return { ...played, publicationId };
  }
  const pending = await saveAgain(scene.as(rawa), storyId, revisionId, {
    document: doc(p(`${canary} pending`)),
  });
  return { ...played, revisionId: pending.revisionId, publicationId };
}

function leadOf(pictureId: string, caption = ""): PictureUse {
  return { pictureId, caption, credit: "", alt: "A bakery", decorative: false, crop: "wide" };
}

/** Who plays a role towards a story of this desk. Null: somebody without a session. */
export function personIn(
  { deskId, rawa, shilan, dilan, hana }: Newsroom,
  otherDeskId: string,
  role: Role,
): Person | null {
  const elsewhere = (person: Person, name: SeededRole): Person => ({
    ...person,
    grants: [{ deskId: otherDeskId, permissions: SEEDED_ROLES[name] }],
  });
  const here = (person: Person): Person => ({
    ...person,
    grants: person.grants.map((grant) => ({ ...grant, deskId })),
  });
  switch (role) {
    case "rep_own":
      return here(rawa);
    case "rep_desk":
      return here(shilan);
    case "rep_other":
      return elsewhere(shilan, "reporter");
    case "ed_desk":
      return here(dilan);
    case "ed_other":
      return elsewhere(hana, "editor");
    case "admin":
      return hana;
    default:
      return null;
  }
}

type Act = (ctx: Ctx, story: Played) => Promise<unknown>;

/** Every act of the table as its verb. Reading counts as allowed, too, where every reader may read. */
export const ACTS: Readonly<Record<string, Act>> = {
  "read story body": (ctx, story) => orAsReader(ctx, story, () => getDeskStory(ctx, story)),
  "see it in lists": (ctx, story) => orAsReader(ctx, story, () => findInList(ctx, story)),
  autosave: (ctx, { storyId, revisionId }) =>
    saveAgain(ctx, storyId, revisionId, { fields: { slugline: `by ${ctx.actor.kind}` } }),
  "read revisions": async (ctx, { storyId, revisionId }) => {
    await listRevisions(ctx, { storyId, limit: 10 });
    await getRevision(ctx, { revisionId });
  },
  "restore a revision": (ctx, { storyId, revisionId }) =>
    restoreRevision(ctx, { storyId, revisionId, baseRevisionId: revisionId }),
  "submit for review": submitStory,
  "approve / send back": approveStory,
  "set or lift embargo": setOrLift,
  "publish now": (ctx, story) => publishStory(ctx, { ...story, seenPublicationId: story.publicationId }),
  "push a correction to live": (ctx, story) =>
    publishUpdate(ctx, {
      ...story,
      seenPublicationId: story.publicationId,
      kind: "correction",
      note: "An earlier version gave the wrong price.",
    }),
  "change slug or URL": (ctx, { storyId, revisionId }) =>
    saveAgain(ctx, storyId, revisionId, { fields: { slug: "another-address" } }),
  "copy / translate story": async (ctx, { storyId, familyId }) =>
    createStory(ctx, { language: "ckb", familyId, sourceStoryId: storyId }),
  "attach / replace media": (ctx, { storyId, revisionId, pictureId }) =>
    saveAgain(ctx, storyId, revisionId, { fields: { lead: leadOf(pictureId, "Bread.") } }),
  "get a media derivative": async (ctx, { pictureId, mediaName }) => {
    if ((await findPublicFile(ctx.db, mediaName)) === null) {
      await findPreview(ctx, { pictureId, crop: "wide", width: 640 });
    }
  },
  "get media original": findOriginal,
  "note a post elsewhere": (ctx, { storyId }) =>
    addHandLine(ctx, { storyId, channel: "telegram", url: "https://t.me/paper/1", note: "" }),
  unpublish: (ctx, { storyId }) => withdrawStory(ctx, { storyId, note: "" }),
};

async function orAsReader(ctx: Ctx, { storyId }: Played, atTheDesk: () => Promise<unknown>): Promise<void> {
  try {
    await atTheDesk();
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const [printed] = await ctx.db.select().from(readerStories).where(eq(readerStories.id, storyId));
    if (!printed) throw error;
  }
}

async function findInList(ctx: Ctx, { storyId }: Played): Promise<void> {
  const [row] = await ctx.db.select().from(stories).where(eq(stories.id, storyId));
  const { rows } = await listDeskStories(ctx, { search: row?.headline, limit: 100 });
  if (!rows.some(({ id }) => id === storyId)) throw new Problem("missing", "It isn't in the list.");
}

async function setOrLift(ctx: Ctx, { storyId }: Played): Promise<void> {
  const [row] = await ctx.db.select().from(stories).where(eq(stories.id, storyId));
  if (row?.embargoUntil) return liftEmbargo(ctx, { storyId });
  return setEmbargo(ctx, { storyId, until: FAR_OFF, from: "the ministry", people: [] });
}
