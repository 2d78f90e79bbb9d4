/** What blocks in an open body may ask of the screen around them. */
import type { Editor } from "@tiptap/react";
import { createContext, useContext } from "react";
import type { NodeJson, PictureUse } from "#db/shapes.ts";
import { placeBlock } from "#domain/document/blocks/place.ts";
import { MOST_PICTURES_IN_GALLERY } from "#domain/document/nodes.ts";
import type { PickedPicture } from "../../media/picked.ts";

/** A question for the picture picker. */
export type PictureRequest = {
  isSeveral?: boolean;
  /** Dropped or pasted: sent at once. */
  files?: readonly File[];
  onPick: (picked: PickedPicture[]) => void;
};

export type BodyTools = { askForPictures: (request: PictureRequest) => void };

/** Null where a body is only looked at. */
export const BodyToolsContext = createContext<BodyTools | null>(null);
export const useBodyTools = () => useContext(BodyToolsContext);

/** A picture's use as a block: the caption becomes its text. */
export function pictureNode({ pictureId, caption, credit, alt, decorative, crop }: PictureUse): NodeJson {
  const words = caption.trim().replace(/\s+/gu, " ");
  return {
    type: "picture",
    attrs: { pictureId, credit, alt: alt.replace(/\s+/gu, " "), decorative, crop },
    ...(words !== "" && { content: [{ type: "text", text: words }] }),
  };
}

/** Puts a block into the body where the writer is, or at a place, and the cursor into it. */
export function place(editor: Editor, node: NodeJson, at: number | null = null): void {
  editor
    .chain()
    .focus(undefined, { scrollIntoView: false })
    .command(({ tr }) => placeBlock(tr, editor.schema.nodeFromJSON(node), at))
    .run();
}

/** One picture stands alone; several asked for together stand side by side. */
export function placePictures(
  editor: Editor,
  picked: readonly PickedPicture[],
  at: number | null = null,
): void {
  const nodes = picked.slice(0, MOST_PICTURES_IN_GALLERY).map(({ use }) => pictureNode(use));
  const [first] = nodes;
  if (!first) return;
  place(editor, nodes.length === 1 ? first : { type: "gallery", content: nodes }, at);
}
