/**
 * A story while several people write it: what is where in its Yjs document, the same in the
 * browser, in the process for live connections and in tests. One document per story, made once on
 * the server: two that were filled from the same text would hold it twice when they meet.
 *
 *     body                                      Y.XmlFragment, y-tiptap's form of the story's body
 *     headline standfirst kicker leadCaption    Y.Text, typed together letter by letter
 *     choices                                   Y.Map, one key per other field: the last one wins,
 *                                               and says who chose it and when
 *     meta                                      Y.Map { schemaVersion }
 */
import type * as Y from "yjs";
import type { StoredDocument, StoryFields } from "#db/shapes.ts";
import { canonicalJson } from "../document/canonical-json.ts";
import { SCHEMA_VERSION } from "../document/nodes.ts";
import { changeBody } from "./change-body.ts";
import { changeText } from "./change-text.ts";
import { NOTHING_CHOSEN } from "./nothing-chosen.ts";
import { readBody } from "./read-body.ts";

export type RoomDraft = { fields: StoryFields; document: StoredDocument };
/** Who chose something and when (ISO 8601); null: the machine. */
export type Who = { by: string | null; at: string };

export const ROOM_TEXTS = ["headline", "standfirst", "kicker", "leadCaption"] as const;
export type RoomText = (typeof ROOM_TEXTS)[number];

export const ROOM_CHOICES = [
  "slugline",
  "dateline",
  "byline",
  "sectionId",
  "topicIds",
  "sources",
  "signOff",
  "slug",
  "marks",
  "lead",
  "related",
  "machineHelp",
  "shareText",
] as const satisfies readonly (keyof StoryFields)[];
export type RoomChoice = (typeof ROOM_CHOICES)[number];
/** The lead picture's caption is a text of its own, so the choice is without it. */
export type ChoiceValue<K extends RoomChoice> = K extends "lead"
  ? Omit<NonNullable<StoryFields["lead"]>, "caption"> | null
  : StoryFields[K];
export type Choice<K extends RoomChoice = RoomChoice> = Who & { value: ChoiceValue<K> };

export const bodyOf = (room: Y.Doc): Y.XmlFragment => room.getXmlFragment("body");
export const textOf = (room: Y.Doc, name: RoomText): Y.Text => room.getText(name);
export const choicesOf = (room: Y.Doc): Y.Map<Choice> => room.getMap("choices");
const metaOf = (room: Y.Doc): Y.Map<unknown> => room.getMap("meta");

/** The version of bodies in which a room is written; null: nothing has been put into it. */
export function roomVersionOf(room: Y.Doc): number | null {
  const version = metaOf(room).get("schemaVersion");
  return typeof version === "number" ? version : null;
}

/** Fills a room that nobody has been in. Only the server does this, once for each story. */
export function seedRoom(room: Y.Doc, draft: RoomDraft, who: Who): void {
  if (roomVersionOf(room) !== null) throw new Error("this room has been filled before");
  changeRoom(room, draft, who);
}

/** The story as it stands in the room. Doesn't change the room, whatever is in it. */
export function draftOf(room: Y.Doc): RoomDraft {
  return {
    fields: fieldsOf(room),
    document: { schemaVersion: roomVersionOf(room) ?? SCHEMA_VERSION, doc: readBody(bodyOf(room)) },
  };
}

/** The same without its body: what a screen shows beside the text, at every letter. */
export function fieldsOf(room: Y.Doc): StoryFields {
  const choices = choicesOf(room);
  const chosen = Object.fromEntries(
    ROOM_CHOICES.flatMap((key) => {
      const choice = choices.get(key);
      return choice === undefined ? [] : [[key, choice.value]];
    }),
  ) as Partial<StoryFields>;
  const [headline, standfirst, kicker, caption] = ROOM_TEXTS.map((name) => textOf(room, name).toString());
  const fields = { ...NOTHING_CHOSEN, ...chosen, headline, standfirst, kicker } as StoryFields;
  const lead = fields.lead ? { ...fields.lead, caption: caption ?? "" } : null;
  return { ...fields, lead };
}

/**
 * Brings the room to this draft by the smallest change: letters that differ in texts and body,
 * choices that differ. What colleagues type at the same moment merges with it.
 */
export function changeRoom(room: Y.Doc, { fields, document }: RoomDraft, who: Who): void {
  room.transact(() => {
    const meta = metaOf(room);
    if (meta.get("schemaVersion") !== document.schemaVersion)
      meta.set("schemaVersion", document.schemaVersion);
    changeBody(bodyOf(room), document.doc);
    changeText(textOf(room, "headline"), fields.headline);
    changeText(textOf(room, "standfirst"), fields.standfirst);
    changeText(textOf(room, "kicker"), fields.kicker);
    changeText(textOf(room, "leadCaption"), fields.lead?.caption ?? "");
    for (const key of ROOM_CHOICES) choose(room, key, choiceIn(fields, key), who);
  });
}

/** Chooses one thing for everybody in the room. Nothing happens when it is chosen already. */
export function choose<K extends RoomChoice>(room: Y.Doc, key: K, value: ChoiceValue<K>, who: Who): void {
  const choices = choicesOf(room);
  const present = choices.get(key);
  if (present !== undefined && canonicalJson(present.value) === canonicalJson(value)) return;
  choices.set(key, { value, by: who.by, at: who.at });
}

export function choiceIn<K extends RoomChoice>(fields: StoryFields, key: K): ChoiceValue<K> {
  if (key !== "lead" || fields.lead === null) return fields[key] as ChoiceValue<K>;
  const { caption: _caption, ...lead } = fields.lead;
  return lead as ChoiceValue<K>;
}
