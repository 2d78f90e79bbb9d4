"use client";
import { NodeViewContent, type NodeViewProps, NodeViewWrapper } from "@tiptap/react";
import { ExternalLink } from "lucide-react";
import { hostOf } from "#domain/document/blocks/embeds.ts";
import { cx } from "../../ui/cx.ts";
import { useWords } from "../../words.client.tsx";
import { BlockBar } from "./block-bar.client.tsx";
import { useBodyTools } from "./body-tools.ts";
import { useAttribute } from "./use-attribute.ts";

/** Words of the story set large, and whose they are. */
export function PullQuoteView(view: NodeViewProps) {
  const t = useWords("editor");
  return (
    <NodeViewWrapper as="aside" className="body-pull">
      <Bar view={view} label={t("pullQuoteTools")} />
      <NodeViewContent
        as="div"
        className="body-pull-words"
        data-placeholder={view.node.content.size === 0 ? t("pullQuoteHere") : undefined}
      />
      <BoxLine view={view} name="attribution" label={t("attribution")} className="text-sm text-ink-soft" />
    </NodeViewWrapper>
  );
}

/** What a reader may want to know beside the story. */
export function FactBoxView(view: NodeViewProps) {
  const t = useWords("editor");
  return (
    <NodeViewWrapper as="aside" className="body-facts">
      <Bar view={view} label={t("factBoxTools")} />
      <BoxLine view={view} name="title" label={t("factBoxTitle")} className="font-semibold text-base" />
      <NodeViewContent />
    </NodeViewWrapper>
  );
}

/** A card that leads to something elsewhere: readers get no script of anybody's. */
export function EmbedView(view: NodeViewProps) {
  const t = useWords("editor");
  const { url, provider } = view.node.attrs;
  return (
    <NodeViewWrapper className="body-embed" data-drag-handle>
      <Bar view={view} label={t("embedTools")} />
      <div contentEditable={false} className="flex items-start gap-3 font-sans text-sm">
        <ExternalLink size={18} aria-hidden className="mt-2 shrink-0 text-ink-soft rtl:-scale-x-100" />
        <div className="min-w-0 flex-1">
          <BoxLine view={view} name="title" label={t("embedTitle")} className="font-semibold" />
          <p className="truncate text-ink-soft" dir="ltr">
            {provider === "web" ? hostOf(url) : t(`provider.${provider as "x"}`)} · {url}
          </p>
        </div>
      </div>
    </NodeViewWrapper>
  );
}

function Bar({ view, label }: { view: NodeViewProps; label: string }) {
  const tools = useBodyTools();
  if (!tools || !view.editor.isEditable) return null;
  const { editor, getPos, deleteNode } = view;
  return (
    <div className="block-bar-place" contentEditable={false}>
      <BlockBar {...{ editor, getPos, label }} onRemove={deleteNode} />
    </div>
  );
}

type BoxLineProps = {
  view: NodeViewProps;
  name: "attribution" | "title";
  label: string;
  className?: string;
};

function BoxLine({ view, name, label, className }: BoxLineProps) {
  const field = useAttribute(String(view.node.attrs[name]), (text) =>
    view.updateAttributes({ [name]: text }),
  );
  const isReadOnly = !view.editor.isEditable;
  if (isReadOnly && field.value === "") return null;
  return (
    <input
      contentEditable={false}
      aria-label={label}
      placeholder={label}
      value={field.value}
      maxLength={300}
      readOnly={isReadOnly}
      dir="auto"
      autoComplete="off"
      onChange={(event) => field.onChange(event.currentTarget.value)}
      className={cx("block min-h-9 w-full bg-transparent font-sans outline-none", className)}
    />
  );
}
