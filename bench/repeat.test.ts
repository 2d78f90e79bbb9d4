import { expect, test } from "vitest";
import type { Figure } from "./figure.ts";
import { measured } from "./repeat.ts";

const figure = (what: string, took: number): Figure => ({
  what,
  reached: `${took} ms`,
  must: "≤ 50 ms",
  met: took <= 50,
  ofLimit: took / 50,
  samples: 1,
  values: {},
});

/** A line with one figure per list, which gives the list's next number at each try. */
function line(...lists: number[][]) {
  let count = 0;
  const measure = async () => {
    const figures = lists.map((list, at) => figure(`figure ${at}`, list[count] ?? Number.NaN));
    count += 1;
    return figures;
  };
  return { measure, count: () => count };
}

test("a line that is met at once is measured once and says nothing about tries", async () => {
  const { measure, count } = line([20]);
  expect(await measured(measure)).toEqual([figure("figure 0", 20)]);
  expect(count()).toBe(1);
});

test("a missed line is measured again until it is met, and says so", async () => {
  const { measure, count } = line([90, 40, 30]);
  const [kept] = await measured(measure);
  expect(kept).toMatchObject({ reached: "40 ms", met: true, tries: ["90 ms", "40 ms"] });
  expect(kept?.what).toBe("figure 0 (best of 2 tries; the others: 90 ms)");
  expect(count()).toBe(2);
});

test("a line that misses three times is missed, with its best try", async () => {
  const { measure, count } = line([90, 60, 70, 10]);
  const [kept] = await measured(measure);
  expect(kept).toMatchObject({ reached: "60 ms", met: false, tries: ["90 ms", "60 ms", "70 ms"] });
  expect(count()).toBe(3);
});

test("a figure that was met keeps its measurement when its neighbour is tried again", async () => {
  const { measure } = line([45, 10, 10], [90, 80, 20]);
  const [first, second] = await measured(measure);
  expect(first).toEqual(figure("figure 0", 45));
  expect(second).toMatchObject({ reached: "20 ms", tries: ["90 ms", "80 ms", "20 ms"] });
});
