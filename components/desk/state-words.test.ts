import { expect, test } from "vitest";
import { stateOf } from "./state-words.ts";

test("what readers have is said before the work", () => {
  expect(stateOf({ stage: "review", live: "published" })).toBe("livePending");
  expect(stateOf({ stage: null, live: "published" })).toBe("live");
  expect(stateOf({ stage: "writing", live: "withdrawn" })).toBe("withdrawn");
});

test("a story that readers don't have is called by its work", () => {
  expect(stateOf({ stage: "review", live: "none" })).toBe("review");
  expect(stateOf({ stage: "ready", live: "none" })).toBe("ready");
});
