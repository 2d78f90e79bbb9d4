import { expect, test } from "vitest";
import type { ListedStory } from "../publications/reader-records.ts";
import { arrangeFront } from "./arrange.ts";

const story = (number: number, ...marks: string[]) => ({ number, marks }) as unknown as ListedStory;
const numbers = (stories: readonly ListedStory[]) => stories.map(({ number }) => number);

test("the newest marked lead leads, other marked stories stand beside it, nothing stands twice", () => {
  const marked = [story(9, "top"), story(8, "lead"), story(5, "lead")];
  const newest = [story(10), ...marked.slice(0, 2), story(7), story(5, "lead"), story(4)];
  const front = arrangeFront({ marked, newest });
  expect(front.lead?.number).toBe(8);
  expect(numbers(front.tops)).toEqual([9, 5]);
  expect(numbers(front.newest)).toEqual([10, 7, 4]);
});

test("a front without a marked lead is led by its newest story", () => {
  const front = arrangeFront({ marked: [story(3, "top")], newest: [story(4), story(3, "top")] });
  expect(front.lead?.number).toBe(4);
  expect(numbers(front.tops)).toEqual([3]);
  expect(front.newest).toEqual([]);
});

test("an empty front is empty", () => {
  expect(arrangeFront({ marked: [], newest: [] })).toEqual({ lead: null, tops: [], newest: [] });
});
