import { expect, test } from "vitest";
import { filterIn, listAddress } from "./list-filter.ts";

test("a mistyped filter shows everything instead of a failure", () => {
  expect(filterIn({ stage: "nonsense", language: ["ar", "ckb"], search: " " })).toEqual({});
});

test("the next page of a filtered list keeps its filters and forgets where it was", () => {
  const filter = filterIn({ stage: "review", language: "ckb", after: "old" });
  expect(listAddress(filter, "2026-01-12T18:31:00.000Z~id")).toBe(
    "/desk?stage=review&language=ckb&after=2026-01-12T18%3A31%3A00.000Z%7Eid",
  );
  expect(listAddress({}, null)).toBe("/desk");
});
