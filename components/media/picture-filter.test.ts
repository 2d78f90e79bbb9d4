import { expect, test } from "vitest";
import { askedOf, pictureFilterIn, pictureListAddress } from "./picture-filter.ts";

test("a filtered picture desk has an address that says the same again", () => {
  const query = {
    search: " نان ",
    rights: "handout",
    standing: "expiring",
    dates: "taken",
    from: "2026-11-01",
  };
  const filter = pictureFilterIn({
    ...query,
    rights: "handout",
    use: "nonsense",
    uploadedBy: "x",
    to: "soon",
  });
  expect(filter).toEqual({ ...query, search: "نان" });
  const back = Object.fromEntries(new URL(pictureListAddress(filter), "http://x.test").searchParams);
  expect(pictureFilterIn(back)).toEqual(filter);
});

test("days are whole days by the newsroom's clock, the last one included", () => {
  const filter = { dates: "taken", from: "2026-11-30", to: "2026-11-30" } as const;
  expect(askedOf(filter, "Asia/Baghdad")).toMatchObject({
    takenFrom: new Date("2026-11-29T21:00:00Z"),
    takenBefore: new Date("2026-11-30T21:00:00Z"),
  });
});
