"use client";
import { NodeViewContent, type NodeViewProps, NodeViewWrapper } from "@tiptap/react";
import { ImagePlus } from "lucide-react";
import { MOST_PICTURES_IN_GALLERY } from "#domain/document/nodes.ts";
import { useWords } from "../../words.client.tsx";
import { BarButton, BlockBar } from "./block-bar.client.tsx";
import { pictureNode, useBodyTools } from "./body-tools.ts";

/** Pictures side by side. */
export function GalleryView({ node, deleteNode, getPos, editor }: NodeViewProps) {
  const t = useWords("editor");
  const tools = useBodyTools();
  const add = () =>
    tools?.askForPictures({
      isSeveral: true,
      onPick: (picked) => {
        const at = getPos();
        const room = MOST_PICTURES_IN_GALLERY - node.childCount;
        const nodes = picked.slice(0, room).map(({ use }) => pictureNode(use));
        if (at !== undefined) editor.commands.insertContentAt(at + node.nodeSize - 1, nodes);
      },
    });
  return (
    <NodeViewWrapper className="body-gallery">
      {tools && editor.isEditable && (
        <div className="block-bar-place">
          <BlockBar {...{ editor, getPos }} label={t("galleryTools")} onRemove={deleteNode}>
            <BarButton label={t("addToGallery")} onPress={add}>
              <ImagePlus size={16} aria-hidden />
            </BarButton>
          </BlockBar>
        </div>
      )}
      <NodeViewContent className="body-gallery-pictures" />
    </NodeViewWrapper>
  );
}
