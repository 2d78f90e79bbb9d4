import { and, eq, ne } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { publications, stories } from "#db/schema.ts";
import { recordChange } from "../publications/changes.ts";
import { keys } from "../publications/keys.ts";
import type { StoryRow } from "../stories/open.ts";

/**
 * What a site page's coming, changing or going touches. Menus, feet and the outlet's record name
 * pages by title, so a page that comes, goes or is called something else is on every page of the
 * newspaper; new words under the same title are on its own alone.
 */
export async function pageKeys(
  tx: Transaction,
  page: StoryRow,
  /** Null: it goes. */
  titleNow: string | null,
): Promise<string[]> {
  const { language, pageSlug } = page;
  if (pageSlug === null) return [];
  const siblings = await tx
    .select({ language: stories.language })
    .from(stories)
    .where(and(eq(stories.familyId, page.familyId), ne(stories.id, page.id), eq(stories.live, "published")));
  const own = [keys.sitePage(language, pageSlug), keys.sitemap()];
  const others = siblings.map((sibling) => keys.sitePage(sibling.language, pageSlug));
  const isNamedTheSame = page.live === "published" && (await titleBefore(tx, page)) === titleNow;
  return isNamedTheSame ? [...own, ...others] : [...own, ...others, keys.outlet()];
}

async function titleBefore(tx: Transaction, { livePublicationId }: StoryRow): Promise<string | null> {
  if (livePublicationId === null) return null;
  const [before] = await tx
    .select({ printed: publications.printed })
    .from(publications)
    .where(eq(publications.id, livePublicationId));
  return before?.printed.headline ?? null;
}

/**
 * Tells the front of a page that stands at its address no more: nobody may get it from there again.
 * Every other page only names it, so those may go out until their new prints are there.
 */
export async function recordPageGone(tx: Transaction, touched: readonly string[]): Promise<number> {
  const own = touched.filter((key) => key !== keys.outlet());
  const seq = await recordChange(tx, { keys: own, hard: "hard" });
  return own.length === touched.length ? seq : recordChange(tx, { keys: [keys.outlet()], hard: "soft" });
}
