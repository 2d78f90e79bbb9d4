import { aliasedTable, and, asc, eq } from "drizzle-orm";
import { people, stories } from "#db/schema.ts";
import type { Ctx } from "../context.ts";
import { authorize } from "../permissions.ts";
import { sitePagePath } from "../site.ts";
import { readableBy } from "../stories/rights.ts";
import { type Language, type LiveState, PAGE_ROLES, type PageRole, type Stage } from "../vocabulary.ts";

/** A page in one of its languages. */
export type PageVersion = {
  storyId: string;
  language: Language;
  headline: string;
  stage: Stage | null;
  live: LiveState;
  updatedAt: Date;
  updatedByName: string | null;
  /** Where readers find it; null while they don't have it. */
  path: string | null;
};

/** A page about the outlet with all of its languages. */
export type PageFamily = {
  familyId: string;
  pageSlug: string;
  role: PageRole | null;
  versions: PageVersion[];
};

/** Every site page, the ones that have a part in the outlet's record first, in the order of those parts. */
export async function listPages(ctx: Ctx, { limit = 300 } = {}): Promise<PageFamily[]> {
  authorize(ctx.actor, "story.read");
  const editor = aliasedTable(people, "editor");
  const rows = await ctx.db
    .select({
      storyId: stories.id,
      familyId: stories.familyId,
      pageSlug: stories.pageSlug,
      role: stories.pageRole,
      language: stories.language,
      headline: stories.headline,
      stage: stories.stage,
      live: stories.live,
      updatedAt: stories.updatedAt,
      updatedByName: editor.name,
    })
    .from(stories)
    .leftJoin(editor, eq(editor.id, stories.updatedBy))
    .where(and(eq(stories.kind, "page"), readableBy(ctx.actor, ctx.now)))
    .orderBy(asc(stories.number))
    .limit(limit);
  const families = [...Map.groupBy(rows, ({ familyId }) => familyId)].map(([familyId, versions]) => ({
    familyId,
    pageSlug: versions[0]?.pageSlug ?? "",
    role: versions[0]?.role ?? null,
    versions: versions.map(({ pageSlug, role: _, familyId: __, ...version }) => ({
      ...version,
      path:
        version.live === "published" && pageSlug !== null ? sitePagePath(version.language, pageSlug) : null,
    })),
  }));
  return families.toSorted((a, b) => placeOf(a) - placeOf(b));
}

function placeOf({ role }: PageFamily): number {
  return role === null ? PAGE_ROLES.length : PAGE_ROLES.indexOf(role);
}
