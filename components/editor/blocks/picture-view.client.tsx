"use client";
import { NodeViewContent, type NodeViewProps, NodeViewWrapper } from "@tiptap/react";
import { Replace } from "lucide-react";
import { PicturePreview } from "../../media/picture-preview.client.tsx";
import { Badge } from "../../ui/badge.tsx";
import { useWords } from "../../words.client.tsx";
import { BarButton, BlockBar } from "./block-bar.client.tsx";
import { useBodyTools } from "./body-tools.ts";
import { PictureFields } from "./picture-fields.client.tsx";

/** A picture in the body, as readers will see it, with its caption typed right under it. */
export function PictureView({ node, updateAttributes, deleteNode, getPos, editor }: NodeViewProps) {
  const t = useWords("editor");
  const tools = useBodyTools();
  const { pictureId, crop, size, alt, decorative } = node.attrs;
  const replace = () =>
    tools?.askForPictures({
      onPick: ([picked]) =>
        picked &&
        updateAttributes({ pictureId: picked.use.pictureId, credit: picked.use.credit, alt: picked.use.alt }),
    });
  return (
    <NodeViewWrapper as="figure" className="body-picture" data-size={size}>
      <div contentEditable={false} data-drag-handle className="relative">
        <PicturePreview pictureId={pictureId} crop={crop} alt={alt} className="rounded-lg" />
        <span className="absolute start-2 top-2 flex flex-wrap gap-1 font-sans">
          {!decorative && alt.trim() === "" && <Badge tone="care">{t("noAlt")}</Badge>}
        </span>
        {tools && editor.isEditable && (
          <div className="block-bar-place">
            <BlockBar {...{ editor, getPos }} label={t("pictureTools")} onRemove={deleteNode}>
              <BarButton label={t("replacePicture")} onPress={replace}>
                <Replace size={16} aria-hidden />
              </BarButton>
            </BlockBar>
          </div>
        )}
      </div>
      <NodeViewContent
        as="div"
        className="body-caption"
        data-placeholder={node.content.size === 0 ? t("captionHere") : undefined}
      />
      <PictureFields
        use={node.attrs}
        isInGallery={isInGallery(editor, getPos())}
        isReadOnly={!tools || !editor.isEditable}
        onChange={updateAttributes}
      />
    </NodeViewWrapper>
  );
}

function isInGallery(editor: NodeViewProps["editor"], at: number | undefined): boolean {
  return at !== undefined && editor.state.doc.resolve(at).parent.type.name === "gallery";
}
