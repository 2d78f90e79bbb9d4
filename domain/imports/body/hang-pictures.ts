import type { NodeJson } from "#db/shapes.ts";
import { galleriesOf, lineOf, type PictureRef } from "./standing.ts";

/** A picture of ours for one that an archive names, with what was said of it there. */
export type FoundPicture = { pictureId: string; alt: string; caption: string; credit: string };
/** None: it was nowhere to be had. Several: "all that were uploaded with this story". */
export type FindPictures = (ref: PictureRef) => readonly FoundPicture[];

const refOf = ({ attrs = {} }: NodeJson): PictureRef => ({
  address: typeof attrs.address === "string" ? attrs.address : null,
  attachmentId: typeof attrs.attachmentId === "string" ? attrs.attachmentId : null,
});

/** The pictures that converted blocks wait for, in reading order. */
export function waitingPictures(blocks: readonly NodeJson[]): PictureRef[] {
  return blocks.flatMap((block) => [
    ...(block.type === "picture" ? [refOf(block)] : []),
    ...waitingPictures(block.content ?? []),
  ]);
}

/** The same blocks with our pictures in them; one that wasn't found leaves no gap. */
export function hangPictures(blocks: readonly NodeJson[], find: FindPictures): NodeJson[] {
  return blocks.flatMap((block): NodeJson[] => {
    if (block.type === "picture") return galleriesOf(hung(block, find));
    if (block.type === "gallery") {
      return galleriesOf((block.content ?? []).flatMap((picture) => hung(picture, find)));
    }
    if (block.content === undefined || block.type === "paragraph") return [block];
    const content = hangPictures(block.content, find);
    return content.length === 0 && block.content.length > 0 ? [] : [{ ...block, content }];
  });
}

function hung(block: NodeJson, find: FindPictures): NodeJson[] {
  return find(refOf(block)).map(({ pictureId, alt, caption, credit }) => {
    const said = typeof block.attrs?.alt === "string" ? block.attrs.alt : lineOf(alt, 1000);
    const by = lineOf(credit, 200);
    const attrs = { pictureId, ...(said !== "" && { alt: said }), ...(by !== "" && { credit: by }) };
    const own = block.content ?? (caption === "" ? [] : [{ type: "text", text: lineOf(caption, 2000) }]);
    return { type: "picture", attrs, ...(own.length > 0 && { content: own }) };
  });
}
