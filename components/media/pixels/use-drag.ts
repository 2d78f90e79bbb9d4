import { type PointerEvent, useRef } from "react";
import type { Point } from "#db/shapes.ts";

type Drag = {
  /** Where it began, as fractions of the stage. */
  from: Point;
  at: Point;
  isOver: boolean;
};

/**
 * Follows a finger or the mouse from where it was put down, also outside of the stage, in fractions
 * of the stage. `begin` may return what shall be done with every further move; null: nothing.
 */
export function useDrag(stageOf: () => HTMLElement | null) {
  const under = useRef<{ pointerId: number; from: Point; go: (drag: Drag) => void } | null>(null);
  const pointOf = (event: PointerEvent): Point => {
    const box = stageOf()?.getBoundingClientRect();
    if (!box) return { x: 0, y: 0 };
    return { x: (event.clientX - box.left) / box.width, y: (event.clientY - box.top) / box.height };
  };
  return {
    begin: (event: PointerEvent<HTMLElement>, go: (drag: Drag) => void) => {
      if (event.button !== 0 || under.current !== null) return;
      event.stopPropagation();
      event.currentTarget.setPointerCapture(event.pointerId);
      const from = pointOf(event);
      under.current = { pointerId: event.pointerId, from, go };
      go({ from, at: from, isOver: false });
    },
    handlers: {
      onPointerMove: (event: PointerEvent<HTMLElement>) => {
        const now = under.current;
        if (now?.pointerId === event.pointerId) now.go({ from: now.from, at: pointOf(event), isOver: false });
      },
      onPointerUp: (event: PointerEvent<HTMLElement>) => {
        const now = under.current;
        if (now?.pointerId !== event.pointerId) return;
        under.current = null;
        now.go({ from: now.from, at: pointOf(event), isOver: true });
      },
      onPointerCancel: (event: PointerEvent<HTMLElement>) => {
        if (under.current?.pointerId === event.pointerId) under.current = null;
      },
    },
  };
}
export type Dragging = ReturnType<typeof useDrag>;
