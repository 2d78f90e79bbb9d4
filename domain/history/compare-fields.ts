/** Two versions' fields as a person reads them: names instead of ids, lists by what is in them. */
import { inArray } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { stories } from "#db/schema.ts";
import { pictures } from "#db/schema-pictures.ts";
import type { PictureUse, Printed, StoryFields } from "#db/shapes.ts";
import { pairUp } from "../document/rising-run.ts";
import { compareTexts, type How, type Piece } from "../document/word-diff.ts";
import { snapshot } from "../publications/snapshot.ts";
import type { StoryRow } from "../stories/open.ts";
import type { RevisionRow } from "../stories/write-revision.ts";
import type { BylineRole, CropName, MachineHelp } from "../vocabulary.ts";
import type { ComparedName } from "./input.ts";

/** What the interface has words for, in the language of whoever looks. */
export type ChoiceWord =
  | { of: "role"; value: BylineRole }
  | { of: "mark"; value: "lead" | "top" }
  | { of: "machineHelp"; value: MachineHelp }
  | { of: "time"; value: string }
  | { of: "own"; value: "" };

/** One thing of a list: a name, a word of the interface, or a name and what is said of it. */
export type ComparedChoice = { how: How; text: string; words: ChoiceWord[] };
export type ComparedPicture = { pictureId: string; name: string; crop: CropName };
export type ChangedField = { name: ComparedName } & (
  | { kind: "text"; pieces: Piece[] }
  | { kind: "choices"; choices: ComparedChoice[] }
  | { kind: "picture"; before: ComparedPicture | null; after: ComparedPicture | null }
);

type Choice = Omit<ComparedChoice, "how">;
type Read = {
  texts: Partial<Record<ComparedName, string>>;
  choices: Partial<Record<ComparedName, Choice[]>>;
  picture: ComparedPicture | null;
};

/** The fields in which two versions of a story differ, in the order in which the screen has them. */
export async function compareFields(
  tx: Transaction,
  story: Pick<StoryRow, "language">,
  before: RevisionRow,
  after: RevisionRow,
): Promise<ChangedField[]> {
  const [was, is] = [await read(tx, story, before), await read(tx, story, after)];
  const fields: ChangedField[] = [];
  // A sign-off that is computed follows the sources: there is nothing of its own to compare.
  const isOwnSignOff = before.fields.signOff !== after.fields.signOff;
  for (const name of Object.keys(is.texts) as ComparedName[]) {
    if (name === "signOff" && !isOwnSignOff) continue;
    const [old = "", now = ""] = [was.texts[name], is.texts[name]];
    if (old !== now) fields.push({ name, kind: "text", pieces: compareTexts(old, now) });
  }
  for (const name of Object.keys(is.choices) as ComparedName[]) {
    const choices = compareChoices(was.choices[name] ?? [], is.choices[name] ?? []);
    if (choices.some(({ how }) => how !== "same")) fields.push({ name, kind: "choices", choices });
  }
  if (JSON.stringify(was.picture) !== JSON.stringify(is.picture)) {
    fields.push({ name: "leadPicture", kind: "picture", before: was.picture, after: is.picture });
  }
  return fields.toSorted((a, b) => ORDER.indexOf(a.name) - ORDER.indexOf(b.name));
}

const ORDER: readonly ComparedName[] = [
  ...(["kicker", "headline", "standfirst", "leadPicture", "leadCaption", "leadCredit", "leadAlt"] as const),
  ...(["dateline", "byline", "sectionId", "topicIds", "sources", "signOff", "slugline", "slug"] as const),
  ...(["marks", "related", "machineHelp", "shareText"] as const),
];

/** A list's things: what stayed in its order stays; what changed its place was taken out and put in. */
function compareChoices(before: readonly Choice[], after: readonly Choice[]): ComparedChoice[] {
  const { partnerOf, inOrder } = pairUp(before, after, (choice) => [JSON.stringify(choice)]);
  const kept = new Set([...inOrder].map((place) => partnerOf[place]));
  const choices: ComparedChoice[] = [];
  let reached = 0;
  const goneUpTo = (end: number) => {
    for (const choice of before.slice(reached, end).filter((_, at) => !kept.has(reached + at))) {
      choices.push({ ...choice, how: "out" });
    }
    reached = Math.max(reached, end);
  };
  const anchors = [...inOrder].toSorted((a, b) => a - b);
  for (const [place, choice] of after.entries()) {
    // What was taken out stands before what was put in for it.
    const next = anchors.find((anchor) => anchor >= place);
    goneUpTo(next === undefined ? before.length : (partnerOf[next] ?? 0));
    choices.push({ ...choice, how: inOrder.has(place) ? "same" : "in" });
  }
  goneUpTo(before.length);
  return choices;
}

async function read(
  tx: Transaction,
  { language }: Pick<StoryRow, "language">,
  { fields, document }: RevisionRow,
): Promise<Read> {
  const printed = await snapshot(tx, fields, document, language);
  const { lead, machineHelp } = fields;
  return {
    texts: {
      ...{ slugline: fields.slugline, kicker: printed.kicker, headline: printed.headline },
      ...{ standfirst: printed.standfirst, dateline: printed.dateline, signOff: printed.signOff },
      ...{ slug: fields.slug, shareText: fields.shareText },
      ...{ leadCaption: lead?.caption ?? "", leadCredit: lead?.credit ?? "", leadAlt: lead?.alt ?? "" },
    },
    choices: {
      sectionId: [named(printed.section.label)],
      byline: printed.byline.map(({ name, role }) => ({ text: name, words: [{ of: "role", value: role }] })),
      topicIds: printed.topics.map(({ label }) => named(label)),
      sources: sourcesOf(fields, printed),
      marks: fields.marks.map((mark) => ({ text: "", words: [{ of: "mark", value: mark }] })),
      related: (await headlinesOf(tx, fields.related)).map(named),
      machineHelp:
        machineHelp.answer === "unsaid"
          ? []
          : [{ text: machineHelp.note, words: [{ of: "machineHelp", value: machineHelp.answer }] }],
    },
    picture: await pictureOf(tx, lead),
  };
}

const named = (text: string): Choice => ({ text, words: [] });

function sourcesOf({ sources }: StoryFields, printed: Printed): Choice[] {
  return sources.map(({ agencyId, itemId, at, url }, place) => ({
    text: [printed.sources?.[place] ?? "", itemId, url].filter((part) => part !== "").join(" "),
    words: [
      ...(agencyId === null ? [{ of: "own" as const, value: "" as const }] : []),
      ...(at === null ? [] : [{ of: "time" as const, value: at }]),
    ],
  }));
}

async function pictureOf(tx: Transaction, lead: PictureUse | null): Promise<ComparedPicture | null> {
  if (lead === null) return null;
  const [row] = await tx
    .select({ description: pictures.description, fileName: pictures.fileName })
    .from(pictures)
    .where(inArray(pictures.id, [lead.pictureId]));
  return { pictureId: lead.pictureId, name: row?.description || row?.fileName || "", crop: lead.crop };
}

async function headlinesOf(tx: Transaction, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await tx
    .select({ id: stories.id, headline: stories.headline })
    .from(stories)
    .where(inArray(stories.id, [...ids]));
  return ids.flatMap((id) => rows.find((row) => row.id === id)?.headline ?? []);
}
