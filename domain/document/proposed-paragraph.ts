import type { StoredDocument } from "#db/shapes.ts";
import { changedBlocks, removedParagraphs } from "./changed-paragraphs.ts";
import { numberedParagraphs } from "./paragraphs.ts";

/**
 * The paragraph that an update is about as far as can be seen: the only one that differs from what
 * readers have. Null where several do, or where one is gone.
 */
export function proposedParagraph(live: StoredDocument, onScreen: StoredDocument): string | null {
  const [block, ...more] = changedBlocks(live, onScreen);
  if (block === undefined || more.length > 0 || removedParagraphs(live, onScreen).length > 0) return null;
  return numberedParagraphs(onScreen).find(({ id }) => id !== "" && id === block.id)?.id ?? null;
}
