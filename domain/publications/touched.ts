import { eq } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { sections } from "#db/schema.ts";
import type { StoryRow } from "../stories/open.ts";
import { keys } from "./keys.ts";
import { neighbourKeys, siblingKeys } from "./neighbours.ts";

/**
 * Every key that a story's coming, changing or going touches: itself, its neighbours and
 * siblings, the lists of its section (of both, when it moved) and language, the sitemap.
 */
export async function touchedKeys(
  tx: Transaction,
  story: StoryRow,
  { sectionIds, firstPublishedAt }: { sectionIds: readonly string[]; firstPublishedAt: Date },
): Promise<string[]> {
  const { language } = story;
  const touched = [keys.story(story.number), keys.language(language), keys.sitemap()];
  for (const sectionId of new Set(sectionIds)) {
    const [section] = await tx
      .select({ slug: sections.slug })
      .from(sections)
      .where(eq(sections.id, sectionId));
    if (section) touched.push(keys.section(language, section.slug));
    touched.push(...(await neighbourKeys(tx, { storyId: story.id, language, sectionId, firstPublishedAt })));
  }
  touched.push(...(await siblingKeys(tx, story)));
  return touched;
}
