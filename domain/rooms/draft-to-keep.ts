import { eq } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { sections } from "#db/schema.ts";
import type { StoryFields } from "#db/shapes.ts";
import { parseDocument } from "../document/validate.ts";
import { Problem } from "../problem.ts";
import { fieldsSchema } from "../stories/input.ts";
import { ROOM_CHOICES, type RoomDraft } from "./room-document.ts";

/**
 * What a room holds as a revision may store it. A browser can put anything into a room: a choice
 * that nobody could have made on our screens is left as the story has it. What was typed is never
 * left out: a text that is too long throws Problem("invalid") with a sentence for whoever wants it
 * kept, and waits in the room until somebody shortens it.
 */
export async function draftToKeep(
  tx: Transaction,
  { fields, document }: RoomDraft,
  before: StoryFields,
): Promise<RoomDraft> {
  const rules = fieldsSchema.shape;
  const kept: StoryFields = { ...before };
  for (const name of ["headline", "standfirst", "kicker"] as const) {
    const parsed = rules[name].safeParse(fields[name]);
    if (!parsed.success) throw new Problem("invalid", sentenceOf(parsed.error), { field: name });
    kept[name] = parsed.data;
  }
  for (const name of ROOM_CHOICES) {
    const parsed = rules[name].safeParse(fields[name]);
    if (parsed.success && parsed.data !== undefined) Object.assign(kept, { [name]: parsed.data });
    else if (isTyped(fields, name)) throw new Problem("invalid", sentenceOf(parsed.error), { field: name });
  }
  if (!(await isOpenSection(tx, kept.sectionId, before.sectionId))) kept.sectionId = before.sectionId;
  return { fields: kept, document: parseDocument(document) };
}

/** Lines that somebody types, although they are stored as choices. */
function isTyped(fields: StoryFields, name: (typeof ROOM_CHOICES)[number]): boolean {
  return name === "lead"
    ? (fields.lead?.caption.length ?? 0) > 2000
    : typeof fields[name] === "string" && name !== "sectionId";
}

function sentenceOf(error: { issues: { message: string }[] } | undefined): string {
  return error?.issues[0]?.message ?? "A text in this story is longer than it may be.";
}

async function isOpenSection(tx: Transaction, sectionId: string, before: string): Promise<boolean> {
  if (sectionId === before) return true;
  const [section] = await tx.select().from(sections).where(eq(sections.id, sectionId));
  return section !== undefined && section.retiredAt === null;
}
