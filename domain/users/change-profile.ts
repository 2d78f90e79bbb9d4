import { eq } from "drizzle-orm";
import { people } from "#db/schema.ts";
import type { Ctx } from "../context.ts";
import { recordEvent } from "../events.ts";
import { authorizeOwn } from "../permissions.ts";
import type { ChangeProfileInput } from "./input.ts";
import { loadPerson } from "./load-person.ts";

/**
 * Changes how colleagues know oneself, the language in which the newsroom speaks and the zone in
 * which times are shown. A byline is a name of its own and stays; so does what was recorded under
 * the earlier name.
 */
export async function changeProfile(
  { db, actor, now }: Ctx,
  { name, locale, timeZone }: ChangeProfileInput,
): Promise<ChangeProfileInput> {
  return db.transaction(async (tx) => {
    const personId = authorizeOwn(actor);
    const before = await loadPerson(tx, personId);
    await tx.update(people).set({ name, locale, timeZone }).where(eq(people.id, personId));
    await recordEvent(
      tx,
      { actor, now },
      {
        act: "person.changed",
        subjectId: personId,
        before: { name: before.name, locale: before.locale, timeZone: before.timeZone },
        after: { name, locale, timeZone },
      },
    );
    return { name, locale, timeZone };
  });
}
