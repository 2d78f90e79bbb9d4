/**
 * Plays one demo story's life through the verbs that people use: a reporter writes and submits,
 * an editor approves, and readers get it. Only the time is borrowed: each act happens at its hour
 * in the past, so publications come in by `importPublication`.
 */
import type { Transaction } from "#db/client.ts";
import { LATER_FIELDS } from "#db/complete-fields.ts";
import type { StoryFields } from "#db/shapes.ts";
import type { Actor, Ctx, SystemActor } from "../context.ts";
import { slugFrom } from "../languages/slug.ts";
import { createStory } from "../stories/create.ts";
import { approveStory, submitStory } from "../stories/move.ts";
import { importPublication } from "../stories/publish.ts";
import { saveStory } from "../stories/save.ts";
import { setEmbargo } from "../stories/set-embargo.ts";
import { withdrawStory } from "../stories/withdraw.ts";
import type { BylineRole, PublicationKind } from "../vocabulary.ts";
import type { DemoIds } from "./add-words.ts";
import { bodyFrom } from "./body.ts";
import { type DemoText, edited } from "./edit.ts";
import type { DemoStaff } from "./hire.ts";
import type { DemoLife, DemoStep, DemoStory } from "./story.ts";
import type { ContributorKey } from "./words.ts";

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
/** How long a reporter worked before anybody else saw the text. */
const WRITING_HOURS = 1.5;

export type DemoScene = {
  db: Transaction;
  now: Date;
  machine: SystemActor;
  persons: DemoStaff["persons"];
  ids: DemoIds;
  /** Families that have a story already, by the name that the demo stories give them. */
  families: Map<string, string>;
};

/** Where the story stands while it is being played. */
type Draft = DemoText & { storyId: string; revisionId: string };

/** Tells the story up to where it stands now. Returns the last change for the front, if readers saw any of it. */
export async function tellStory(scene: DemoScene, story: DemoStory): Promise<number | null> {
  const { editor, reporter } = scene.persons;
  const writer = story.byline.nigar === "writing" ? editor : reporter;
  const draft = await write(scene, story, writer);
  const { life } = story;
  const at = before(scene.now, life.hoursAgo);
  if (life.stands === "writing") return null;
  await submitStory(acting(scene, writer, at), draft);
  if (life.stands === "live") return goLive(scene, draft, life);
  if (life.stands === "embargoed") {
    await setEmbargo(acting(scene, editor, at), {
      storyId: draft.storyId,
      until: fullHourAfter(scene.now, life.liftsInHours),
      from: life.from,
      people: [reporter.personId],
    });
  }
  return null;
}

async function write(scene: DemoScene, story: DemoStory, writer: Actor): Promise<Draft> {
  const { language, family, headline } = story;
  const begun = acting(scene, writer, before(scene.now, story.life.hoursAgo + WRITING_HOURS));
  const familyId = scene.families.get(family);
  const made = await createStory(begun, { language, headline, familyId });
  scene.families.set(family, made.familyId);
  const text = { fields: fieldsOf(scene.ids, story), document: bodyFrom(story.body) };
  const at = before(scene.now, story.life.hoursAgo);
  return save(scene, writer, at, { ...text, storyId: made.storyId, revisionId: made.revisionId });
}

async function save(scene: DemoScene, writer: Actor, at: Date, draft: Draft): Promise<Draft> {
  const { storyId, revisionId: baseRevisionId, fields, document } = draft;
  const saved = await saveStory(acting(scene, writer, at), { storyId, baseRevisionId, fields, document });
  return { ...draft, revisionId: saved.revisionId };
}

async function goLive(scene: DemoScene, first: Draft, life: DemoLife & { stands: "live" }): Promise<number> {
  const at = before(scene.now, life.hoursAgo);
  await approveStory(acting(scene, scene.persons.editor, at), first);
  let changeSeq = await send(scene, first, { kind: "first", note: "", at });
  let draft = first;
  for (const step of life.since ?? []) {
    const next = await take(scene, draft, step);
    draft = next.draft;
    changeSeq = next.changeSeq ?? changeSeq;
  }
  return changeSeq;
}

async function take(scene: DemoScene, draft: Draft, step: DemoStep) {
  const { editor, reporter } = scene.persons;
  if (step.did === "withdraw") {
    const { changeSeq } = await withdrawStory(acting(scene, editor, scene.now), {
      storyId: draft.storyId,
      note: step.note,
    });
    return { draft, changeSeq };
  }
  const next = { ...draft, ...edited(draft, step.edit) };
  if (step.did === "reopen") {
    return { draft: await save(scene, reporter, before(scene.now, 1), next), changeSeq: null };
  }
  const at = before(scene.now, step.hoursAgo);
  const saved = await save(scene, editor, at, next);
  return { draft: saved, changeSeq: await send(scene, saved, { kind: step.kind, note: step.note, at }) };
}

async function send(
  scene: DemoScene,
  { storyId, revisionId }: Draft,
  release: { kind: PublicationKind; note: string; at: Date },
): Promise<number> {
  const machine = acting(scene, scene.machine, release.at);
  return (await importPublication(machine, { storyId, revisionId, blockId: null, ...release })).changeSeq;
}

function fieldsOf(ids: DemoIds, story: DemoStory): StoryFields {
  const byline = Object.entries(story.byline) as [ContributorKey, BylineRole][];
  return {
    slugline: story.slugline,
    kicker: story.kicker ?? "",
    headline: story.headline,
    standfirst: story.standfirst ?? "",
    dateline: { placeId: story.place ? ids.places[story.place] : null, text: "" },
    byline: byline.map(([key, role]) => ({ contributorId: ids.contributors[key], role })),
    sectionId: ids.sections[story.section],
    topicIds: (story.topics ?? []).map((key) => ids.topics[key]),
    sources: story.sources.map((key) => ({
      agencyId: key === "own" ? null : ids.agencies[key],
      itemId: "",
      at: null,
      url: "",
    })),
    signOff: null,
    // An Arabic or Kurdish headline has no Latin letters to make an address from.
    slug: story.language === "en" ? "" : slugFrom(story.slugline),
    marks: story.marks ?? [],
    ...LATER_FIELDS,
  };
}

function acting({ db }: DemoScene, actor: Actor, now: Date): Ctx {
  return { db, actor, now };
}

function before(now: Date, hours: number): Date {
  const instant = now.getTime() - hours * HOUR_MS;
  return new Date(instant - (instant % MINUTE_MS));
}

function fullHourAfter(now: Date, hours: number): Date {
  return new Date(Math.ceil(now.getTime() / HOUR_MS + hours) * HOUR_MS);
}
