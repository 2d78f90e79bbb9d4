import { and, asc, count, eq, sql } from "drizzle-orm";
import { sections, stories } from "#db/schema.ts";
import type { Labels } from "#db/shapes.ts";
import type { Ctx } from "../context.ts";
import { authorize } from "../permissions.ts";

export type SectionRow = {
  sectionId: string;
  slug: string;
  labels: Labels;
  /** What readers are told about it. */
  descriptions: Labels;
  retiredAt: Date | null;
  /** Stories that readers find in this section now. */
  liveStories: number;
};

/** Every section in the order of the navigation, the retired ones last. */
export async function listSections({ db, actor }: Ctx, { limit = 200 } = {}): Promise<SectionRow[]> {
  authorize(actor, "outlet.manage");
  const live = db
    .select({ n: count() })
    .from(stories)
    .where(and(eq(stories.liveSectionId, sections.id), eq(stories.live, "published")));
  return db
    .select({
      sectionId: sections.id,
      slug: sections.slug,
      labels: sections.labels,
      descriptions: sections.descriptions,
      retiredAt: sections.retiredAt,
      liveStories: sql`(${live})`.mapWith(Number),
    })
    .from(sections)
    .orderBy(sql`${sections.retiredAt} is not null`, asc(sections.position), asc(sections.slug))
    .limit(limit);
}
