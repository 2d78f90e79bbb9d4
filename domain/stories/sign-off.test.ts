import { expect, test } from "vitest";
import type { SourceField } from "#db/shapes.ts";
import { signOffFrom } from "./sign-off.ts";

const from = (agencyId: string | null): SourceField => ({ agencyId, itemId: "", at: null, url: "" });
const agencies = [
  { id: "reuters", labels: { en: "Reuters", ckb: "ڕۆیتەرز" } },
  { id: "ap", labels: { en: "AP" } },
];
const english = { language: "en", outletName: "Esta Media Network", agencies } as const;

test("our own reporting stands before the agency's", () => {
  expect(signOffFrom([from(null), from("reuters")], english)).toBe("(Esta Media Network/Reuters)");
  expect(signOffFrom([from("reuters"), from(null)], english)).toBe("(Esta Media Network/Reuters)");
});

test("agencies stand as they are listed, each once", () => {
  expect(signOffFrom([from("ap"), from("reuters"), from("ap")], english)).toBe("(AP/Reuters)");
});

test("in Kurdish, names that have a Kurdish form use it", () => {
  const kurdish = { language: "ckb", outletName: "ئێستا", agencies } as const;
  expect(signOffFrom([from(null), from("reuters"), from("ap")], kurdish)).toBe("(ئێستا/ڕۆیتەرز/AP)");
});

test("without sources there is no sign-off, and an unknown agency says nothing", () => {
  expect(signOffFrom([], english)).toBe("");
  expect(signOffFrom([from("gone")], english)).toBe("");
});
