import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Box } from "#db/shapes.ts";
import { CORNERS, drawnBox, moveBox, resizeBox, scaleBox, turnBox, turnPoint } from "./geometry.ts";

const fraction = fc.double({ min: 0, max: 1, noNaN: true });
const anywhere = fc.record({
  x: fc.double({ min: -3, max: 3, noNaN: true }),
  y: fc.double({ min: -3, max: 3, noNaN: true }),
});
const box = fc.record({ x: fraction, y: fraction, w: fraction, h: fraction }).map(({ x, y, w, h }): Box => {
  const width = 0.02 + w * 0.98;
  const height = 0.02 + h * 0.98;
  return { x: x * (1 - width), y: y * (1 - height), width, height };
});
const ratio = fc.double({ min: 0.3, max: 3, noNaN: true });
const EPSILON = 1e-9;

function expectWithin({ x, y, width, height }: Box): void {
  expect(Math.min(x, y)).toBeGreaterThanOrEqual(-EPSILON);
  expect(Math.max(x + width, y + height)).toBeLessThanOrEqual(1 + EPSILON);
  expect(Math.min(width, height)).toBeGreaterThan(0);
}

describe("a box on a picture", () => {
  test("never leaves it, however it is moved, pulled or grown", () => {
    fc.assert(
      fc.property(
        box,
        anywhere,
        fc.constantFrom(...CORNERS),
        fc.option(ratio, { nil: undefined }),
        (start, by, corner, shape) => {
          const moved = moveBox(start, by);
          expectWithin(moved);
          expect(moved.width).toBe(start.width);
          expectWithin(resizeBox(start, corner, by, shape));
          expectWithin(scaleBox(start, by, shape));
        },
      ),
    );
  });

  test("keeps its shape when it has one, and the corner that nobody pulls", () => {
    fc.assert(
      fc.property(box, anywhere, ratio, (start, to, shape) => {
        const pulled = resizeBox(start, "end-bottom", to, shape);
        expect(pulled.width / pulled.height).toBeCloseTo(shape, 6);
        expect([pulled.x, pulled.y]).toEqual([start.x, start.y]);
        const grown = scaleBox(start, to, shape);
        expect(grown.width / grown.height).toBeCloseTo(shape, 6);
      }),
    );
  });

  test("is the same from whichever corner it is drawn", () => {
    const [a, b] = [
      { x: 0.6, y: 0.2 },
      { x: 0.1, y: 0.9 },
    ];
    expect(drawnBox(a, b)).toEqual(drawnBox(b, a));
    expect(drawnBox({ x: 0.5, y: 0.5 }, { x: 7, y: -2 })).toEqual({ x: 0.5, y: 0, width: 0.5, height: 0.5 });
  });

  test("is where it was after four quarter turns, and a turn takes its corner along", () => {
    const start = { x: 0.1, y: 0.2, width: 0.3, height: 0.4 };
    const turned = turnBox(start);
    // What was on the left is on top.
    expect(turned.y).toBeCloseTo(0.1);
    expect(turnPoint({ x: 0, y: 0 })).toEqual({ x: 1, y: 0 });
    const round = turnBox(turnBox(turnBox(turned)));
    for (const key of ["x", "y", "width", "height"] as const) expect(round[key]).toBeCloseTo(start[key]);
  });
});
