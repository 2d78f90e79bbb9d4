import { describe, expect, it } from "vitest";
import { CASES_OF_CODE } from "./cases-of-code.ts";
import { CASES_OF_ROOMS } from "./cases-of-rooms.ts";
import { MESSAGE_RULES, RULES, violationsOf, written } from "./rules.ts";
import { domainHasNoClock } from "./seams.ts";
import { type Rule, sourceOf } from "./source.ts";

const CASES = [...CASES_OF_ROOMS, ...CASES_OF_CODE];

/** Each file of the house that breaks the rule, as "file:line". */
function broken(rule: Rule, files: Record<string, string>): string[] {
  return rule(Object.entries(files).map(([file, text]) => sourceOf(file, text))).map(
    ({ file, line }) => `${file}:${line}`,
  );
}

describe("the house rules", () => {
  it.each(CASES)("$what", ({ rule, bad, at, good }) => {
    expect(broken(rule, bad)).toEqual(at);
    expect(broken(rule, good)).toEqual([]);
  });

  it("every rule is tried on a house that breaks it", () => {
    const tried = new Set(CASES.map(({ rule }) => rule));
    expect([...RULES, ...MESSAGE_RULES].filter((rule) => !tried.has(rule))).toEqual([]);
  });

  it("a violation is one line that says where, what and what to do instead", () => {
    const [first] = violationsOf([domainHasNoClock], [sourceOf("domain/a.ts", "\nnew Date();")]);
    expect(first && written(first)).toBe(
      "domain/a.ts:2 the domain has no clock — use ctx.now, or databaseNow(tx) when publishing",
    );
  });
});
