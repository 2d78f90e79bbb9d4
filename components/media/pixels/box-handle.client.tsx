"use client";
import { X } from "lucide-react";
import type { KeyboardEvent } from "react";
import type { Box } from "#db/shapes.ts";
import { cx } from "../../ui/cx.ts";
import { CORNERS, type Corner, moveBox, resizeBox, scaleBox } from "./geometry.ts";
import { placeOf } from "./turned-image.tsx";
import type { Dragging } from "./use-drag.ts";

type BoxHandleProps = {
  box: Box;
  /** Its accessible name; the keys that work on it are described by `helpId`. */
  label: string;
  helpId: string;
  drag: Dragging;
  /** Width through height in fractions, where the box has a shape of its own. */
  ratio?: number;
  onChange: (box: Box) => void;
  /** Left out: the box can't be taken away. */
  onRemove?: () => void;
  removeLabel?: string;
  isBlur?: boolean;
};

const PLACE: Record<Corner, string> = {
  "start-top": "start-0 top-0 -translate-1/2 cursor-nwse-resize",
  "end-top": "end-0 top-0 translate-x-1/2 -translate-y-1/2 cursor-nesw-resize",
  "start-bottom": "start-0 bottom-0 -translate-x-1/2 translate-y-1/2 cursor-nesw-resize",
  "end-bottom": "end-0 bottom-0 translate-1/2 cursor-nwse-resize",
};
const STEP = 0.01;
const ARROWS: Record<string, { x: number; y: number }> = {
  ArrowLeft: { x: -STEP, y: 0 },
  ArrowRight: { x: STEP, y: 0 },
  ArrowUp: { x: 0, y: -STEP },
  ArrowDown: { x: 0, y: STEP },
};

/** A box on the picture: drag it, pull its corners, or use the arrow keys (with Shift: its size). */
export function BoxHandle({
  box,
  label,
  helpId,
  drag,
  ratio,
  onChange,
  onRemove,
  removeLabel,
  isBlur,
}: BoxHandleProps) {
  const keyed = (event: KeyboardEvent) => {
    const by = ARROWS[event.key];
    if (by) {
      event.preventDefault();
      onChange(event.shiftKey ? scaleBox(box, by, ratio) : moveBox(box, by));
    } else if (onRemove && (event.key === "Delete" || event.key === "Backspace")) {
      event.preventDefault();
      onRemove();
    }
  };
  return (
    <div className="group absolute" style={placeOf(box)}>
      <button
        type="button"
        aria-label={label}
        aria-describedby={helpId}
        onKeyDown={keyed}
        onPointerDown={(event) => {
          const start = box;
          drag.begin(event, ({ from, at }) =>
            onChange(moveBox(start, { x: at.x - from.x, y: at.y - from.y })),
          );
        }}
        {...drag.handlers}
        className={cx(
          "absolute inset-0 size-full cursor-move touch-none border-2 border-white outline-offset-2",
          "shadow-[0_0_0_1px_rgb(0_0_0/0.6)]",
          isBlur && "backdrop-blur-md backdrop-saturate-50",
        )}
      />
      {CORNERS.map((corner) => (
        <span
          key={corner}
          aria-hidden
          onPointerDown={(event) => {
            const start = box;
            drag.begin(event, ({ at }) => onChange(resizeBox(start, corner, at, ratio)));
          }}
          {...drag.handlers}
          className={cx(
            "absolute flex size-9 touch-none items-center justify-center sm:pointer-fine:size-6",
            PLACE[corner],
          )}
        >
          <span className="size-3.5 rounded-full border-2 border-white bg-accent shadow-[0_0_0_1px_rgb(0_0_0/0.6)]" />
        </span>
      ))}
      {onRemove && (
        <button
          type="button"
          aria-label={removeLabel}
          onPointerDown={(event) => event.stopPropagation()}
          onClick={onRemove}
          className={cx(
            "absolute start-1/2 flex size-8 -translate-x-1/2 cursor-pointer items-center justify-center rounded-full bg-ink/80 text-page shadow-raised",
            // Beside the box, so that a small one can still be taken hold of.
            box.y + box.height > 0.8 ? "bottom-full mb-2" : "top-full mt-2",
          )}
        >
          <X size={16} aria-hidden />
        </button>
      )}
    </div>
  );
}
