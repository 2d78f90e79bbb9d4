/** Where a picture is cut: the shapes, and the box of each when nobody has drawn one. */
import type { Box, Point } from "#db/shapes.ts";
import type { CropName } from "../vocabulary.ts";

/** Width through height; null = as the picture is. */
export const SHAPES: Readonly<Record<CropName, number | null>> = {
  full: null,
  wide: 16 / 9,
  square: 1,
  portrait: 4 / 5,
};

/** Widths of public files in pixels. A picture is never blown up: what is wider than it is left out. */
export const WIDTHS: Readonly<Record<CropName, readonly number[]>> = {
  full: [320, 640, 960, 1280, 1920],
  wide: [320, 640, 960, 1280],
  square: [160, 320, 640],
  portrait: [320, 640, 960],
};

/** The largest box of a shape around the focal point, as fractions of a picture of this size. */
export function boxAround(focal: Point, shape: number | null, width: number, height: number): Box {
  if (shape === null) return { x: 0, y: 0, width: 1, height: 1 };
  const ratio = (shape * height) / width;
  const box = ratio <= 1 ? { width: ratio, height: 1 } : { width: 1, height: 1 / ratio };
  return { x: begin(focal.x, box.width), y: begin(focal.y, box.height), ...box };
}

function begin(centre: number, length: number): number {
  return Math.min(Math.max(centre - length / 2, 0), 1 - length);
}
