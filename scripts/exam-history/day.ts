/**
 * A day in one story as its history sees it: several people type, take out and go on elsewhere,
 * alone and at once; their screens save every few seconds; versions are named, approved and sent
 * out. Every edit is one letter. A seed repeats the day.
 */

import type { StoredDocument, StoryFields } from "#db/shapes.ts";
import type { Person } from "#domain/context.ts";
import { SCHEMA_VERSION } from "#domain/document/nodes.ts";
import { nameVersion } from "#domain/history/name-version.ts";
import { createStory } from "#domain/stories/create.ts";
import { blankFields } from "#domain/stories/fields.ts";
import { approveStory, submitStory } from "#domain/stories/move.ts";
import { publishStory, publishUpdate } from "#domain/stories/publish.ts";
import { saveStory } from "#domain/stories/save.ts";
import type { Scene } from "#domain/testing/test.ts";

const SECOND = 1000;
const WORDS =
  "the bread costs more from Monday bakers in Sulaimani say that ministry has not answered questions about reserves of flour since November prices rose again after a week without rain and nobody at the market would say when they fall council members met for four hours on Tuesday parted without date next round while students teachers waited outside court doctors asked government pay wages before winter".split(
    " ",
  );

type Paragraph = { id: string; text: string; authors: Set<string> };
export type Kept = {
  revisionId: string;
  why: "named" | "approved" | "sent";
  fields: StoryFields;
  document: StoredDocument;
};
export type Day = {
  storyId: string;
  edits: number;
  saves: number;
  /** Every version that must be there afterwards, as it was on the day. */
  kept: Kept[];
  /** Who typed in which paragraph of the last text. */
  paragraphs: { id: string; authors: string[] }[];
  endsAt: Date;
};

type Terms = {
  scene: Scene;
  edits: number;
  chance: () => number;
  startsAt: Date;
  /** How long the day is; edits are spread over it. */
  hours: number;
  /** Called for every ten minutes of the day. */
  onTenMinutes: (now: Date, storyId: string) => Promise<void>;
};

export async function liveThroughDay({
  scene,
  edits,
  chance,
  startsAt,
  hours,
  onTenMinutes,
}: Terms): Promise<Day> {
  const { rawa, dilan, hana, newsId } = scene.newsroom;
  const story = await createStory(scene.as(rawa, startsAt), { language: "en" });
  const paragraphs: Paragraph[] = [];
  const fields = { ...blankFields(newsId), headline: "A long day in one story" };
  const kept: Kept[] = [];
  const msPerEdit = (hours * 3600 * SECOND) / edits;
  let [now, base, done, saves, sent] = [startsAt, story.revisionId, 0, 0, null as string | null];
  let [nextJob, writers] = [startsAt.getTime() + 600 * SECOND, [rawa]];
  const landmarks = landmarksOf(edits, chance);
  while (done < edits) {
    if (chance() < 0.004) writers = chooseWriters([rawa, dilan, hana], chance);
    const writer = writers[Math.floor(chance() * writers.length)] ?? rawa;
    // A screen saves every five to twenty seconds of typing.
    const burst = Math.min(edits - done, Math.ceil(((5 + chance() * 15) * SECOND) / msPerEdit));
    type(paragraphs, writer, burst, chance, saves);
    done += burst;
    now = new Date(now.getTime() + burst * msPerEdit);
    const document = documentOf(paragraphs);
    const saved = await saveStory(scene.as(writer, now), {
      storyId: story.storyId,
      baseRevisionId: base,
      fields,
      document,
    });
    if (saved.outcome === "aside") throw new Error("nobody overtakes anybody on this day");
    base = saved.revisionId;
    saves += 1;
    const landmark = landmarks.find(({ at }) => at > done - burst && at <= done);
    if (landmark) {
      const version = { revisionId: base, fields: { ...fields }, document };
      sent = await mark({
        scene,
        now,
        storyId: story.storyId,
        version,
        kind: landmark.kind,
        sent,
        dilan,
        rawa,
      });
      kept.push({ ...version, why: landmark.kind });
    }
    for (; nextJob <= now.getTime(); nextJob += 600 * SECOND)
      await onTenMinutes(new Date(nextJob), story.storyId);
  }
  return {
    ...{ storyId: story.storyId, edits: done, saves, kept, endsAt: now },
    paragraphs: paragraphs.map(({ id, authors }) => ({ id, authors: [...authors] })),
  };
}

/** Somebody alone, or two who take turns. */
function chooseWriters(people: readonly Person[], chance: () => number): Person[] {
  const shuffled = people.toSorted(() => chance() - 0.5);
  return shuffled.slice(0, chance() < 0.4 ? 2 : 1);
}

function landmarksOf(edits: number, chance: () => number) {
  const kinds = ["sent", "named", "approved", "named", "sent", "named", "approved", "sent"] as const;
  const count = Math.max(8, Math.min(24, Math.round(edits / 10_000)));
  return Array.from({ length: count }, (_, place) => ({
    at: Math.floor(((place + 0.2 + chance() * 0.6) / count) * edits),
    kind: kinds[place % kinds.length] ?? "named",
  }));
}

/** Types letters where the person stands, takes some out again, begins paragraphs. */
function type(
  paragraphs: Paragraph[],
  writer: Person,
  letters: number,
  chance: () => number,
  seed: number,
): void {
  const isAtEnd = paragraphs.length === 0 || chance() < 0.7;
  let place = isAtEnd ? paragraphs.length - 1 : Math.floor(chance() * paragraphs.length);
  if (place < 0 || ((paragraphs[place]?.text.length ?? 0) > 600 && chance() < 0.5)) {
    place = Math.min(paragraphs.length, place + 1);
    const id = `day-${seed}-${Math.floor(chance() * 1e9)}`;
    paragraphs.splice(place, 0, { id, text: "", authors: new Set() });
  }
  const paragraph = paragraphs[place];
  if (!paragraph) return;
  const before = paragraph.text;
  let cursor = chance() < 0.8 ? before.length : Math.floor(chance() * before.length);
  let [text, word] = [before, ""];
  for (let count = 0; count < letters; count += 1) {
    if (chance() < 0.3 && cursor > 0) {
      text = text.slice(0, cursor - 1) + text.slice(cursor);
      cursor -= 1;
    } else {
      if (word === "") word = ` ${WORDS[Math.floor(chance() * WORDS.length)]}`;
      const letter = word.slice(0, 1);
      word = word.slice(1);
      text = text.slice(0, cursor) + letter + text.slice(cursor);
      cursor += 1;
    }
  }
  paragraph.text = text;
  if (text !== before) paragraph.authors.add(writer.personId);
}

function documentOf(paragraphs: readonly Paragraph[]): StoredDocument {
  const content = paragraphs.map(({ id, text }) => ({
    type: "paragraph",
    attrs: { id: id.padEnd(12, "0") },
    ...(text === "" ? {} : { content: [{ type: "text", text }] }),
  }));
  return { schemaVersion: SCHEMA_VERSION, doc: { type: "doc", content } };
}

type Marking = {
  scene: Scene;
  now: Date;
  storyId: string;
  version: { revisionId: string };
  kind: Kept["why"];
  sent: string | null;
  dilan: Person;
  rawa: Person;
};

/** What makes this version stand out; the publication that is live afterwards. */
async function mark({
  scene,
  now,
  storyId,
  version,
  kind,
  sent,
  dilan,
  rawa,
}: Marking): Promise<string | null> {
  const text = { storyId, revisionId: version.revisionId };
  if (kind === "named") {
    await nameVersion(scene.as(dilan, now), { ...text, name: `Named at ${now.toISOString()}` });
    return sent;
  }
  if (kind === "approved") {
    await submitStory(scene.as(rawa, now), text);
    await approveStory(scene.as(dilan, now), text);
    return sent;
  }
  const terms = { ...text, seenPublicationId: sent };
  const { publicationId } =
    sent === null
      ? await publishStory(scene.as(dilan, now), terms)
      : await publishUpdate(scene.as(dilan, now), { ...terms, kind: "minor", note: "" });
  return publicationId;
}
