import type { Printed } from "#db/shapes.ts";
import { sitePagePath, storyPath } from "../site.ts";
import type { StoryRow } from "./open.ts";

/** Where readers find what is live under this row: a story by its number, a site page by its word. */
export function livePath(
  { kind, pageSlug, language, number }: Pick<StoryRow, "kind" | "pageSlug" | "language" | "number">,
  { section, slug }: Pick<Printed, "section" | "slug">,
): string {
  if (kind === "page" && pageSlug !== null) return sitePagePath(language, pageSlug);
  return storyPath({ language, sectionSlug: section.slug, number, slug });
}
