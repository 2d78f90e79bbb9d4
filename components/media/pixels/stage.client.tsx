"use client";
import { Crosshair } from "lucide-react";
import { type KeyboardEvent, useId, useRef, useState } from "react";
import type { Box } from "#db/shapes.ts";
import { SHAPES } from "#domain/pictures/crops.ts";
import { useWords } from "../../words.client.tsx";
import { BoxHandle } from "./box-handle.client.tsx";
import { clampPoint, drawnBox, isBigEnough } from "./geometry.ts";
import { placeOf, TurnedImage } from "./turned-image.tsx";
import { type Dragging, useDrag } from "./use-drag.ts";
import type { NamedCrop, Pixels } from "./use-pixels.ts";

type StageProps = { pixels: Pixels; src: string };

/**
 * The picture with what is being done to it on top. It always reads from the left: it shows a
 * picture, not a page.
 */
export function Stage({ pixels, src }: StageProps) {
  const stage = useRef<HTMLDivElement>(null);
  const drag = useDrag(() => stage.current);
  const { tool, size, blurs } = pixels;
  const ratio = size.width / size.height;
  return (
    <div className="flex items-center justify-center rounded-xl bg-tint p-3">
      <div
        ref={stage}
        dir="ltr"
        className="relative touch-none"
        style={{
          aspectRatio: `${size.width} / ${size.height}`,
          inlineSize: `min(100%, calc(52dvh * ${ratio}))`,
        }}
      >
        <div className="absolute inset-0 overflow-hidden">
          <TurnedImage
            src={src}
            rotation={pixels.rotation}
            size={size}
            blurs={tool === "blur" ? [] : blurs}
          />
          {tool !== "blur" && tool !== "focal" && (
            <span
              className="absolute shadow-[0_0_0_100vmax_rgb(0_0_0/0.5)]"
              style={placeOf(pixels.boxOf(tool))}
            />
          )}
        </div>
        {tool === "blur" && <Blurs pixels={pixels} drag={drag} />}
        {tool === "focal" && <Focal pixels={pixels} drag={drag} />}
        {tool !== "blur" && tool !== "focal" && <Crop pixels={pixels} drag={drag} crop={tool} />}
      </div>
    </div>
  );
}

type ToolProps = { pixels: Pixels; drag: Dragging };

/** Draw over what must not be known: a drag makes a box. */
function Blurs({ pixels: { blurs, setBlurs }, drag }: ToolProps) {
  const t = useWords("pictures");
  const helpId = useId();
  const [drawing, setDrawing] = useState<Box | null>(null);
  const replace = (at: number, box: Box) =>
    setBlurs((now) => now.map((each, index) => (index === at ? box : each)));
  return (
    <div
      className="absolute inset-0 cursor-crosshair"
      onPointerDown={(event) =>
        drag.begin(event, ({ from, at, isOver }) => {
          const box = drawnBox(from, at);
          setDrawing(isOver ? null : box);
          if (isOver && isBigEnough(box)) setBlurs((now) => [...now, box]);
        })
      }
      {...drag.handlers}
    >
      <p id={helpId} className="sr-only">
        {t("boxKeys")}
      </p>
      {blurs.map((box, at) => (
        <BoxHandle
          // biome-ignore lint/suspicious/noArrayIndexKey: a box is known by its place in the list while it is dragged
          key={at}
          box={box}
          isBlur
          drag={drag}
          helpId={helpId}
          label={t("blurNumber", { number: at + 1 })}
          removeLabel={t("removeBlur", { number: at + 1 })}
          onChange={(next) => replace(at, next)}
          onRemove={() => setBlurs((now) => now.filter((_, index) => index !== at))}
        />
      ))}
      {drawing && (
        <span
          className="pointer-events-none absolute border-2 border-white backdrop-blur-md"
          style={placeOf(drawing)}
        />
      )}
    </div>
  );
}

const STEP = 0.01;

/** Tap where the eye should stay. */
function Focal({ pixels: { focus, setFocal }, drag }: ToolProps) {
  const t = useWords("pictures");
  const keyed = (event: KeyboardEvent) => {
    const by = {
      ArrowLeft: { x: -STEP, y: 0 },
      ArrowRight: { x: STEP, y: 0 },
      ArrowUp: { x: 0, y: -STEP },
      ArrowDown: { x: 0, y: STEP },
    }[event.key];
    if (!by) return;
    event.preventDefault();
    setFocal(clampPoint({ x: focus.x + by.x, y: focus.y + by.y }));
  };
  const percent = (value: number) => Math.round(value * 100);
  return (
    <div
      className="absolute inset-0 cursor-crosshair"
      onPointerDown={(event) => drag.begin(event, ({ at }) => setFocal(clampPoint(at)))}
      {...drag.handlers}
    >
      <button
        type="button"
        aria-label={t("focalAt", { across: percent(focus.x), down: percent(focus.y) })}
        onKeyDown={keyed}
        className="absolute flex size-11 -translate-1/2 items-center justify-center rounded-full border-2 border-white bg-accent/70 text-on-accent shadow-[0_0_0_1px_rgb(0_0_0/0.6)]"
        style={{ insetInlineStart: `${focus.x * 100}%`, insetBlockStart: `${focus.y * 100}%` }}
      >
        <Crosshair size={20} aria-hidden />
      </button>
    </div>
  );
}

function Crop({ pixels, drag, crop }: ToolProps & { crop: NamedCrop }) {
  const t = useWords("pictures");
  const helpId = useId();
  const { size } = pixels;
  const ratio = ((SHAPES[crop] ?? 1) * size.height) / size.width;
  return (
    <>
      <p id={helpId} className="sr-only">
        {t("boxKeys")}
      </p>
      <BoxHandle
        box={pixels.boxOf(crop)}
        drag={drag}
        helpId={helpId}
        ratio={ratio}
        label={t("cropBox", { crop: t(`cropOf.${crop}`) })}
        onChange={(box) => pixels.setCrop(crop, box)}
      />
    </>
  );
}
