import { eq } from "drizzle-orm";
import { stories } from "#db/schema.ts";
import { actorId, type Ctx } from "../context.ts";
import { SCHEMA_VERSION } from "../document/nodes.ts";
import { missing } from "../problem.ts";
import { embargoHolds } from "../stories/embargo.ts";
import { authorizeReading, mayWrite } from "../stories/rights.ts";
import { colourOf, initialsOf } from "./colours.ts";

/**
 * What a screen needs to know before it enters a story's room: who one is there, whether one may
 * write, and whether a copy may stay in the browser (never while an embargo holds).
 */
export async function findRoom({ db, actor, now }: Ctx, { storyId }: { storyId: string }) {
  const [story] = await db.select().from(stories).where(eq(stories.id, storyId));
  if (!story) throw missing("story");
  authorizeReading(actor, story, now);
  const personId = actorId(actor) ?? "";
  return {
    room: true,
    you: { personId, name: actor.name, colour: colourOf(personId), initials: initialsOf(actor.name) },
    mayWrite: mayWrite(actor, story),
    schemaVersion: SCHEMA_VERSION,
    isEmbargoed: embargoHolds(story, now),
  };
}
export type Room = Awaited<ReturnType<typeof findRoom>>;
