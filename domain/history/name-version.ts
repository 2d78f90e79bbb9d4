import { eq } from "drizzle-orm";
import { namedRevisions } from "#db/schema-history.ts";
import { actorId, type Ctx } from "../context.ts";
import { recordEvent } from "../events.ts";
import { missing } from "../problem.ts";
import { lockStory } from "../stories/open.ts";
import { authorizeWrite } from "../stories/rights.ts";
import { findVersion } from "./find-version.ts";
import { type NameVersionInput, nameVersionInput } from "./input.ts";

/**
 * Gives a version a name that everybody sees, another one, or ("") none. Whoever may write in the
 * story may. A version with a name is never pruned.
 */
export async function nameVersion(ctx: Ctx, input: NameVersionInput): Promise<{ name: string }> {
  const { storyId, revisionId, name } = nameVersionInput.parse(input);
  return ctx.db.transaction(async (tx) => {
    const story = await lockStory(tx, ctx, storyId);
    authorizeWrite(ctx.actor, story);
    const version = await findVersion(tx, storyId, revisionId);
    if (!version) throw missing("revision");
    const own = eq(namedRevisions.revisionId, version.id);
    const [before] = await tx.select({ name: namedRevisions.name }).from(namedRevisions).where(own);
    await tx.delete(namedRevisions).where(own);
    if (name !== "") {
      const by = { namedBy: actorId(ctx.actor), namedAt: ctx.now };
      await tx.insert(namedRevisions).values({ revisionId: version.id, storyId, name, ...by });
    }
    await recordEvent(tx, ctx, {
      act: "story.version-named",
      storyId,
      subjectId: version.id,
      before: { name: before?.name ?? "" },
      after: { name },
    });
    return { name };
  });
}
