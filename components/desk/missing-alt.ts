import type { Editor } from "@tiptap/react";
import type { PictureUse } from "#db/shapes.ts";

/** How many of the story's pictures say nothing to whoever can't see them, and aren't marked as decorative. */
export function countMissingAlt(lead: PictureUse | null, editor: Editor | null): number {
  let count = lead !== null && saysNothing(lead) ? 1 : 0;
  editor?.state.doc.descendants(({ type, attrs }) => {
    if (
      type.name === "picture" &&
      saysNothing({ alt: String(attrs.alt ?? ""), decorative: attrs.decorative === true })
    )
      count += 1;
  });
  return count;
}

function saysNothing({ alt, decorative }: Pick<PictureUse, "alt" | "decorative">): boolean {
  return !decorative && alt.trim() === "";
}
