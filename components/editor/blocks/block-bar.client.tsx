"use client";
import type { Editor } from "@tiptap/react";
import { ArrowDown, ArrowUp, GripVertical, Trash2 } from "lucide-react";
import type { ReactNode } from "react";
import { moveBlock } from "#domain/document/blocks/place.ts";
import { cx } from "../../ui/cx.ts";
import { useWords } from "../../words.client.tsx";

type BlockBarProps = {
  editor: Editor;
  getPos: () => number | undefined;
  onRemove: () => void;
  /** What this block says of itself: its kind, for who can't see where the bar stands. */
  label: string;
  children?: ReactNode;
};

/** What can be done with a block as a whole: take hold of it, move it, take it out. Shown while one is at it. */
export function BlockBar({ editor, getPos, onRemove, label, children }: BlockBarProps) {
  const t = useWords("editor");
  const move = (step: -1 | 1) => {
    const at = getPos();
    if (at === undefined) return;
    editor
      .chain()
      .setNodeSelection(at)
      .command(({ tr }) => moveBlock(tr, step))
      .run();
  };
  return (
    <div
      role="toolbar"
      aria-label={label}
      contentEditable={false}
      className="block-bar flex items-center gap-0.5 rounded-lg border border-line bg-raised p-0.5 font-sans shadow-raised"
    >
      <span
        data-drag-handle
        title={t("drag")}
        className="inline-flex h-9 w-6 cursor-grab items-center justify-center text-ink-soft max-sm:hidden"
      >
        <GripVertical size={16} aria-hidden />
      </span>
      {children}
      <BarButton label={t("moveBlockUp")} onPress={() => move(-1)}>
        <ArrowUp size={16} aria-hidden />
      </BarButton>
      <BarButton label={t("moveBlockDown")} onPress={() => move(1)}>
        <ArrowDown size={16} aria-hidden />
      </BarButton>
      <BarButton label={t("removeBlock")} onPress={onRemove}>
        <Trash2 size={16} aria-hidden />
      </BarButton>
    </div>
  );
}

type BarButtonProps = { label: string; onPress: () => void; children: ReactNode; className?: string };

export function BarButton({ label, onPress, children, className }: BarButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPress}
      className={cx(
        "inline-flex h-11 min-w-11 cursor-pointer items-center justify-center gap-1.5 rounded-md px-1.5 text-sm hover:bg-tint sm:pointer-fine:h-8 sm:pointer-fine:min-w-8",
        className,
      )}
    >
      {children}
    </button>
  );
}
