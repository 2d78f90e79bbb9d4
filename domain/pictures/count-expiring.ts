import { and, isNull, or, sql } from "drizzle-orm";
import { pictures } from "#db/schema-pictures.ts";
import type { Ctx } from "../context.ts";
import { authorize } from "../permissions.ts";
import { isOver, isOverSoon, isUsed } from "./standing.ts";

/** How many pictures that readers see now lose their right within a week, and how many have lost it. */
export async function countExpiring({ db, actor, now }: Ctx): Promise<{ soon: number; over: number }> {
  authorize(actor, "story.read");
  const [counted] = await db
    .select({
      soon: sql<number>`count(*) filter (where ${isOverSoon(now)})::int`,
      over: sql<number>`count(*) filter (where ${isOver(now)})::int`,
    })
    .from(pictures)
    .where(and(isNull(pictures.pulledAt), or(isOver(now), isOverSoon(now)), isUsed("live")));
  return counted ?? { soon: 0, over: 0 };
}
