/**
 * Boxes and points on a picture, as fractions of its width and height after turning. `ratio` is a
 * box's width through its height in these fractions: 16 : 9 of a square picture is 1.78, of a
 * picture that is itself 16 : 9 it is 1. Nothing here ever leaves the picture.
 */
import type { Box, Point } from "#db/shapes.ts";

/** No box is smaller: a thumb must still find it, and a blur must still hide something. */
export const SMALLEST = 0.02;

const within = (value: number, least: number, most: number) => Math.min(Math.max(value, least), most);

export function clampPoint({ x, y }: Point): Point {
  return { x: within(x, 0, 1), y: within(y, 0, 1) };
}

/** The same size, as far as it goes. */
export function moveBox(box: Box, by: Point): Box {
  return {
    ...box,
    x: within(box.x + by.x, 0, 1 - box.width),
    y: within(box.y + by.y, 0, 1 - box.height),
  };
}

/** A box between two points in any order. */
export function drawnBox(from: Point, to: Point): Box {
  const [a, b] = [clampPoint(from), clampPoint(to)];
  const box = {
    x: Math.min(a.x, b.x),
    y: Math.min(a.y, b.y),
    width: Math.abs(a.x - b.x),
    height: Math.abs(a.y - b.y),
  };
  return box;
}

export function isBigEnough({ width, height }: Box): boolean {
  return width >= SMALLEST && height >= SMALLEST;
}

export const CORNERS = ["start-top", "end-top", "start-bottom", "end-bottom"] as const;
export type Corner = (typeof CORNERS)[number];

/** Pulls one corner to a point; the opposite one stays. With a ratio the box keeps its shape. */
export function resizeBox(box: Box, corner: Corner, to: Point, ratio?: number): Box {
  const isStart = corner.startsWith("start");
  const isTop = corner.endsWith("top");
  const fixed = { x: isStart ? box.x + box.width : box.x, y: isTop ? box.y + box.height : box.y };
  const point = clampPoint(to);
  const room = { x: isStart ? fixed.x : 1 - fixed.x, y: isTop ? fixed.y : 1 - fixed.y };
  let width = within(isStart ? fixed.x - point.x : point.x - fixed.x, SMALLEST, room.x);
  let height = within(isTop ? fixed.y - point.y : point.y - fixed.y, SMALLEST, room.y);
  if (ratio !== undefined) {
    width = Math.min(Math.max(width, height * ratio), room.x, room.y * ratio);
    height = width / ratio;
  }
  return { x: isStart ? fixed.x - width : fixed.x, y: isTop ? fixed.y - height : fixed.y, width, height };
}

/** Grows or shrinks around its middle, by keys. */
export function scaleBox(box: Box, by: Point, ratio?: number): Box {
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  let width = within(box.width + by.x, SMALLEST, 1);
  let height = within(box.height + by.y, SMALLEST, 1);
  if (ratio !== undefined) {
    width = Math.min(Math.max(SMALLEST, box.width + (by.x || by.y * ratio)), 1, ratio);
    height = width / ratio;
  }
  return moveBox({ x: middle.x - width / 2, y: middle.y - height / 2, width, height }, { x: 0, y: 0 });
}

/** A quarter turn clockwise of the picture takes everything on it along. */
export function turnPoint({ x, y }: Point): Point {
  return { x: 1 - y, y: x };
}

export function turnBox({ x, y, width, height }: Box): Box {
  return { x: 1 - y - height, y: x, width: height, height: width };
}
