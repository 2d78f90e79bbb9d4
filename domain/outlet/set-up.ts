import type { Transaction } from "#db/client.ts";
import { desks, outlet, roles, sections } from "#db/schema.ts";
import { actorId, type Ctx } from "../context.ts";
import { recordEvent } from "../events.ts";
import { authorize } from "../permissions.ts";
import { layPlaces } from "../places/add-gazetteer.ts";
import { Problem } from "../problem.ts";
import { recordChange } from "../publications/changes.ts";
import { keys } from "../publications/keys.ts";
import { SEEDED_ROLES } from "../vocabulary.ts";
import type { SetUpInput } from "./input.ts";

/**
 * Makes an empty installation a newsroom: its settings, the seeded roles, one desk, its sections,
 * the places that come along. People come after. Throws Problem "conflict" when the outlet has been set up.
 */
export async function setUpOutlet(
  ctx: Ctx,
  input: SetUpInput,
): Promise<{ deskId: string; changeSeq: number }> {
  authorize(ctx.actor, "outlet.manage");
  return ctx.db.transaction(async (tx) => {
    const { deskId } = await layOut(tx, ctx, input);
    return { deskId, changeSeq: await recordChange(tx, { keys: [keys.outlet()], hard: "soft" }) };
  });
}

/** The rows of a new newsroom, within a transaction that has checked the right to make one. */
export async function layOut(
  tx: Transaction,
  { actor, now }: Pick<Ctx, "actor" | "now">,
  { settings, sections: wanted }: SetUpInput,
): Promise<{ deskId: string }> {
  const [made] = await tx
    .insert(outlet)
    .values({ settings, updatedAt: now, updatedBy: actorId(actor) })
    .onConflictDoNothing()
    .returning({ version: outlet.version });
  if (!made) throw new Problem("conflict", "This newsroom has been set up already.");
  await tx
    .insert(roles)
    .values(Object.entries(SEEDED_ROLES).map(([id, permissions]) => ({ id, permissions: [...permissions] })))
    .onConflictDoNothing();
  const [desk] = await tx.insert(desks).values({ name: "Newsroom" }).returning({ id: desks.id });
  if (!desk) throw new Error("the desk was not made");
  await tx
    .insert(sections)
    .values(wanted.map(({ slug, labels }, index) => ({ slug, labels, position: index + 1 })));
  await layPlaces(tx);
  await recordEvent(
    tx,
    { actor, now },
    {
      act: "outlet.set-up",
      after: {
        languages: settings.languages,
        timeZone: settings.timeZone,
        sections: wanted.map(({ slug }) => slug),
      },
    },
  );
  return { deskId: desk.id };
}
