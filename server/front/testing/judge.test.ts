import { expect, test } from "vitest";
import { dice, Judge } from "./judge.ts";

test("the old after the new counts at the same address, once a reader had been given the new", () => {
  const judge = new Judge();
  const early = judge.ask("/en");
  judge.told(judge.ask("/en"), "¶1:2 ¶2:5");
  judge.told(early, "¶1:1");
  judge.told(judge.ask("/en/news"), "¶1:1");
  expect(judge.oldAfterNew).toBe(0);
  judge.told(judge.ask("/en"), "¶1:1 ¶2:4");
  expect(judge).toMatchObject({ looks: 4, oldAfterNew: 1, goneSeen: 0 });
});

test("what was taken back counts for those who asked after the answer", () => {
  const judge = new Judge();
  const early = judge.ask("/en");
  judge.takenBack(7, 3);
  judge.told(early, "¶7:3");
  judge.told(judge.ask("/en"), "¶7:4");
  expect(judge.goneSeen).toBe(0);
  judge.told(judge.ask("/en/news"), "¶7:3");
  expect(judge.goneSeen).toBe(1);
});

test("a seed gives the same storm again", () => {
  const [one, other] = [dice(7), dice(7)];
  expect(Array.from({ length: 5 }, one)).toEqual(Array.from({ length: 5 }, other));
});
