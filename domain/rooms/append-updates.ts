import { storyUpdates } from "#db/schema-rooms.ts";
import type { Ctx } from "../context.ts";
import { Problem } from "../problem.ts";
import { type Place, type RoomRight, rightsInRooms } from "./rights.ts";

export type TypedUpdate = Place & { readonly update: Uint8Array };
/** Null: it is committed. Otherwise why this person may not write there now. */
export type Appended = Problem | null;

/**
 * Writes down what was typed, before it is applied anywhere or acknowledged to anybody: when this
 * returns, it is committed. One answer for each update, in their order. The right to write is
 * asked for every one of them, as it is at this moment.
 */
export async function appendUpdates(
  { db, now }: Pick<Ctx, "db" | "now">,
  typed: readonly TypedUpdate[],
): Promise<Appended[]> {
  const rights = await rightsInRooms({ db, now }, typed);
  const answers = rights.map((right) => authorizedOrWhy(right));
  const rows = typed.flatMap(({ storyId, update }, at) =>
    answers[at] === null
      ? [{ storyId, update, personId: rights[at]?.person?.personId ?? null, at: now }]
      : [],
  );
  if (rows.length > 0) await db.insert(storyUpdates).values(rows);
  return answers;
}

function authorizedOrWhy(right: RoomRight): Appended {
  try {
    authorizeTyping(right);
    return null;
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
}

function authorizeTyping({ refusal }: RoomRight): void {
  if (refusal !== null) throw refusal;
}
