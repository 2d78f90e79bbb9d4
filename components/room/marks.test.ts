import { expect, test } from "vitest";
import { Marks } from "./marks.ts";

const at = (minute: number) => new Date(Date.UTC(2026, 10, 25, 18, minute));

test("what was typed is kept once its own mark came back, not an earlier one", () => {
  const marks = new Marks();
  marks.changed(at(1));
  const first = marks.next() ?? 0;
  marks.changed(at(2));
  marks.kept(first, at(3));
  expect(marks.isAllKept).toBe(false);
  marks.kept(marks.next() ?? 0, at(4));
  expect(marks.isAllKept).toBe(true);
  expect(marks.since).toBeNull();
});

test("one mark is under way for the same text, and another only after the line was down", () => {
  const marks = new Marks();
  marks.changed(at(1));
  expect(marks.next()).toBe(1);
  expect(marks.next()).toBeNull();
  marks.again();
  expect(marks.next()).toBe(1);
});

test("an answer of the line before, or one that nobody asked for, keeps nothing", () => {
  const marks = new Marks();
  marks.changed(at(1));
  expect(marks.kept(7, at(2))).toBe(false);
  expect(marks.isAllKept).toBe(false);
});

test("it says since when something isn't kept", () => {
  const marks = new Marks();
  marks.changed(at(4));
  marks.changed(at(9));
  expect(marks.since).toEqual(at(4));
});
