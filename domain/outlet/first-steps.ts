import { and, eq, ne, sql } from "drizzle-orm";
import { people, stories } from "#db/schema.ts";
import { together } from "#db/together.ts";
import type { Ctx } from "../context.ts";
import { authorize } from "../permissions.ts";
import { getOutlet } from "./find-outlet.ts";

export const FIRST_STEPS = ["looks", "pages", "menus", "publisher", "people", "story"] as const;
export type FirstStep = (typeof FIRST_STEPS)[number];

/**
 * What an outlet does before it opens its doors, and which of it is done: its looks, a page about
 * itself before readers, its menus and foot, who publishes it, a colleague, a story before readers.
 */
export async function listFirstSteps({ db, actor }: Ctx): Promise<{ step: FirstStep; isDone: boolean }[]> {
  authorize(actor, "outlet.manage");
  const isOut = (kind: "story" | "page") =>
    sql<boolean>`exists (${db
      .select({ one: sql`1` })
      .from(stories)
      .where(and(eq(stories.kind, kind), ne(stories.live, "none")))})`;
  const [{ settings }, [is]] = await together(db, [
    () => getOutlet({ db }),
    () =>
      db
        .select({
          page: isOut("page"),
          story: isOut("story"),
          colleague: sql<boolean>`(select count(*) from ${people}) > 1`,
        })
        .from(sql`(select 1) one`),
  ]);
  const isDone: Record<FirstStep, boolean> = {
    looks: settings.brand !== undefined,
    pages: is?.page ?? false,
    menus: settings.menus !== undefined || settings.footerText !== undefined,
    publisher: settings.publisher !== undefined,
    people: is?.colleague ?? false,
    story: is?.story ?? false,
  };
  return FIRST_STEPS.map((step) => ({ step, isDone: isDone[step] }));
}
