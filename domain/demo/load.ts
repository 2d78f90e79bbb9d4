import { outlet, stories } from "#db/schema.ts";
import type { Ctx } from "../context.ts";
import { recordEvent } from "../events.ts";
import { authorize } from "../permissions.ts";
import { Problem } from "../problem.ts";
import { orderMissingCards } from "../sharing/order-card.ts";
import { addDemoWords } from "./add-words.ts";
import { DEMO_STORIES } from "./all-stories.ts";
import { type DemoAccount, hireDemoPeople } from "./hire.ts";
import { type DemoScene, tellStory } from "./tell.ts";

export type DemoLoaded = {
  /** How many stories were written. */
  stories: number;
  people: DemoAccount[];
  /** The last change that readers' pages must follow before the newspaper is whole. */
  changeSeq: number | null;
};

/**
 * Fills an empty outlet with a newspaper: about thirty stories in the outlet's languages, told
 * through the newsroom's own verbs, so that history, notices and readers' pages are real. All of
 * it or nothing. `password` goes to the demo accounts that don't exist yet. Throws Problem
 * "conflict" when there are stories, "missing" before the outlet is set up.
 */
export async function loadDemo(ctx: Ctx, { password }: { password: string }): Promise<DemoLoaded> {
  authorize(ctx.actor, "outlet.manage");
  return ctx.db.transaction(async (tx) => {
    // The lock on the outlet's row makes a second loading wait, and then hear that there are stories.
    const [row] = await tx.select({ settings: outlet.settings }).from(outlet).for("update");
    if (!row) throw new Problem("missing", "This newsroom has not been set up yet.");
    const [written] = await tx.select({ number: stories.number }).from(stories).limit(1);
    if (written) {
      throw new Problem(
        "conflict",
        "There are stories here already. The demo newsroom needs an empty outlet.",
      );
    }
    const machine = { kind: "system", name: "Demo newsroom" } as const;
    const demo = { db: tx, now: ctx.now, actor: machine };
    const staff = await hireDemoPeople(demo, password);
    const ids = await addDemoWords(demo, staff);
    const scene: DemoScene = {
      db: tx,
      now: ctx.now,
      machine,
      persons: staff.persons,
      ids,
      families: new Map(),
    };
    const wanted = DEMO_STORIES.filter((story) => row.settings.languages.includes(story.language));
    let changeSeq: number | null = null;
    for (const story of wanted) changeSeq = (await tellStory(scene, story)) ?? changeSeq;
    await orderMissingCards(demo, { limit: wanted.length });
    await recordEvent(tx, ctx, { act: "demo.loaded", after: { stories: wanted.length } });
    return { stories: wanted.length, people: staff.accounts, changeSeq };
  });
}
