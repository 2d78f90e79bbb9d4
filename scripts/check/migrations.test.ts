import { expect, it } from "vitest";
import { outOfOrder } from "./migrations.ts";

const entry = (tag: string, when: number) => ({ idx: 0, tag, when });

it("a migration that is dated before the one above it is refused", () => {
  expect(outOfOrder({ entries: [entry("0000_a", 1), entry("0001_b", 3), entry("0002_c", 2)] })).toBe(
    "0002_c is dated before 0001_b: no newsroom that ran the latter would ever run it.",
  );
});

it("migrations whose times rise pass", () => {
  expect(outOfOrder({ entries: [entry("0000_a", 1), entry("0001_b", 2)] })).toBeNull();
});
