/** What is being done to a picture's pixels on this screen; nothing of it counts until it is saved. */
import { useState } from "react";
import type { Box, Point } from "#db/shapes.ts";
import { boxAround, SHAPES } from "#domain/pictures/crops.ts";
import type { DeskPicture } from "#domain/pictures/find.ts";
import type { Cut } from "../use-desk-picture.ts";
import { turnBox, turnPoint } from "./geometry.ts";

export const NAMED_CROPS = ["wide", "square", "portrait"] as const;
export type NamedCrop = (typeof NAMED_CROPS)[number];
export type Tool = "blur" | "focal" | NamedCrop;

type Turn = 0 | 90 | 180 | 270;
const TURNS: readonly Turn[] = [0, 90, 180, 270];
const MIDDLE: Point = { x: 0.5, y: 0.5 };

export function usePixels({ picture }: DeskPicture, first: Tool) {
  const [tool, setTool] = useState<Tool>(first);
  const [rotation, setRotation] = useState<Turn>(() => TURNS.find((turn) => turn === picture.rotation) ?? 0);
  const [focal, setFocal] = useState<Point | null>(picture.focal);
  const [crops, setCrops] = useState(picture.crops);
  const [blurs, setBlurs] = useState<Box[]>(picture.blurs);
  // The row's size is the picture's as it was turned when it was saved last.
  const wasTurned = picture.rotation % 180 !== rotation % 180;
  const size = wasTurned
    ? { width: picture.height, height: picture.width }
    : { width: picture.width, height: picture.height };

  /** Where the eye should stay: said by hand, else as the machine has found it. */
  const focus = focal ?? (picture.rotation === rotation ? picture.printable?.focal : undefined) ?? MIDDLE;
  const boxOf = (crop: NamedCrop): Box =>
    crops[crop] ?? boxAround(focus, SHAPES[crop], size.width, size.height);
  const cut: Cut = { rotation, focal, crops, blurs };
  const before: Cut = {
    rotation: TURNS.find((turn) => turn === picture.rotation) ?? 0,
    focal: picture.focal,
    crops: picture.crops,
    blurs: picture.blurs,
  };
  return {
    tool,
    setTool,
    rotation,
    size,
    focus,
    setFocal,
    crops,
    boxOf,
    setCrop: (crop: NamedCrop, box: Box) => setCrops((now) => ({ ...now, [crop]: box })),
    /** Back to the cut around the focal point. */
    freeCrop: (crop: NamedCrop) => setCrops(({ [crop]: _gone, ...others }) => others),
    blurs,
    setBlurs,
    /** Drawn cuts don't fit the turned picture any more; what hides somebody turns along. */
    turn: () => {
      setRotation((now) => TURNS[(TURNS.indexOf(now) + 1) % TURNS.length] ?? 0);
      setFocal((now) => now && turnPoint(now));
      setBlurs((now) => now.map(turnBox));
      setCrops({});
    },
    cut,
    isChanged: JSON.stringify(cut) !== JSON.stringify(before),
  };
}
export type Pixels = ReturnType<typeof usePixels>;
