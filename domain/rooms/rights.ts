/** Who may be in which room, as things stand now: asked when somebody comes in, at every write, and every two seconds. */
import { inArray } from "drizzle-orm";
import { stories } from "#db/schema.ts";
import { together } from "#db/together.ts";
import type { Ctx, Person } from "../context.ts";
import { Problem } from "../problem.ts";
import type { StoryRow } from "../stories/open.ts";
import { authorizeReading, authorizeWrite } from "../stories/rights.ts";
import { findSessions } from "../users/find-session.ts";

/** A browser in a room. */
export type Place = { readonly sessionId: string; readonly storyId: string };

/** `refusal` is why this person can't write; of kind "signed-out" or "missing" they can't be there at all. */
export type RoomRight = { readonly person: Person | null; readonly refusal: Problem | null };

export function mayBeThere({ refusal }: RoomRight): boolean {
  return refusal?.kind !== "signed-out" && refusal?.kind !== "missing";
}

/** Only what rights hang on: the row holds every word of the story, and this is asked at every write. */
const STANDING = {
  id: stories.id,
  kind: stories.kind,
  deskId: stories.deskId,
  createdBy: stories.createdBy,
  stage: stories.stage,
  live: stories.live,
  embargoUntil: stories.embargoUntil,
  embargoPeople: stories.embargoPeople,
};
type Standing = Pick<StoryRow, keyof typeof STANDING>;

/** One answer for each place, in their order; two questions to the database, however many there are. */
export async function rightsInRooms(
  { db, now }: Pick<Ctx, "db" | "now">,
  places: readonly Place[],
): Promise<RoomRight[]> {
  if (places.length === 0) return [];
  const storyIds = [...new Set(places.map(({ storyId }) => storyId))];
  const sessionIds = [...new Set(places.map(({ sessionId }) => sessionId))];
  const [sessions, rows] = await together(db, [
    () => findSessions({ db, now }, sessionIds),
    () => db.select().from(stories).where(inArray(stories.id, storyIds)),
  ]);
  const found = new Map(rows.map((story) => [story.id, story]));
  return places.map(({ sessionId, storyId }) =>
    rightOf(sessions.get(sessionId)?.person ?? null, found.get(storyId), now),
  );
}

function rightOf(person: Person | null, story: Standing | undefined, now: Date): RoomRight {
  try {
    if (person === null) throw new Problem("signed-out", "Your session has ended. Sign in again.");
    if (!story) throw new Problem("missing", "There is no such story, or it isn't open to you.");
    authorizeReading(person, story, now);
    authorizeWrite(person, story);
    return { person, refusal: null };
  } catch (error) {
    if (error instanceof Problem) return { person, refusal: error };
    throw error;
  }
}
