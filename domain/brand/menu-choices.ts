import type { Labels } from "#db/shapes.ts";
import { together } from "#db/together.ts";
import type { Ctx } from "../context.ts";
import { listSections } from "../outlet/list-sections.ts";
import { listPages } from "../pages/list-pages.ts";
import { authorize } from "../permissions.ts";
import { listWords } from "../words/list-words.ts";

/** What a menu can name: sections in use, pages, topics. */
export async function listMenuChoices(ctx: Ctx, { topics: most = 100 } = {}) {
  authorize(ctx.actor, "outlet.manage");
  const [sections, pages, topics] = await together(ctx.db, [
    () => listSections(ctx),
    () => listPages(ctx),
    () => listWords(ctx, { kind: "topic", limit: most }),
  ]);
  return {
    sections: sections
      .filter(({ retiredAt }) => retiredAt === null)
      .map(({ slug, labels }) => ({ slug, labels })),
    pages: pages.map(({ familyId, pageSlug, role, versions }) => ({
      ...{ familyId, role, slug: pageSlug },
      titles: Object.fromEntries(versions.map(({ language, headline }) => [language, headline])) as Labels,
      live: versions.filter(({ path }) => path !== null).map(({ language }) => language),
    })),
    topics: topics.rows.map(({ wordId, labels }) => ({ topicId: wordId, labels })),
  };
}
