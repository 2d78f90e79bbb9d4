import { describe, expect, it } from "vitest";
import type { Person } from "./context.ts";
import { authorize, may } from "./permissions.ts";
import { Problem } from "./problem.ts";
import { PERMISSIONS, SEEDED_ROLES, type SeededRole } from "./vocabulary.ts";

const news = "0190a000-0000-7000-8000-00000000000a";
const sport = "0190a000-0000-7000-8000-00000000000b";

function person(role: SeededRole, deskId: string | null = null): Person {
  return {
    kind: "person",
    personId: `the-${role}`,
    name: role,
    grants: [{ deskId, permissions: SEEDED_ROLES[role] }],
  };
}

describe("who may do what", () => {
  it("the machine itself may do everything", () => {
    for (const permission of PERMISSIONS) {
      expect(may({ kind: "system", name: "set-up" }, permission)).toBe(true);
    }
  });

  it("a reporter writes in her own story and in nobody else's", () => {
    const reporter = person("reporter");
    expect(may(reporter, "story.write.own", { deskId: news, createdBy: reporter.personId })).toBe(true);
    expect(may(reporter, "story.write.own", { deskId: news, createdBy: "somebody-else" })).toBe(false);
    expect(may(reporter, "story.write.own", { deskId: news, createdBy: null })).toBe(false);
    expect(may(reporter, "story.write.any", { deskId: news, createdBy: reporter.personId })).toBe(false);
  });

  it("a grant on one desk opens no other desk", () => {
    const editor = person("editor", news);
    expect(may(editor, "story.publish", { deskId: news, createdBy: null })).toBe(true);
    expect(may(editor, "story.publish", { deskId: sport, createdBy: null })).toBe(false);
    expect(may(editor, "story.publish")).toBe(true);
  });

  it("an editor manages neither people nor the outlet", () => {
    for (const permission of ["people.manage", "outlet.manage", "audit.read"] as const) {
      expect(may(person("editor"), permission)).toBe(false);
      expect(may(person("admin"), permission)).toBe(true);
    }
  });

  it("somebody without a grant may do nothing", () => {
    const nobody: Person = { kind: "person", personId: "x", name: "X", grants: [] };
    for (const permission of PERMISSIONS) expect(may(nobody, permission)).toBe(false);
  });

  it("a refusal is a sentence for the person who is refused", () => {
    const refused = () => authorize(person("reporter"), "story.publish", { deskId: news, createdBy: null });
    expect(refused).toThrow(Problem);
    expect(refused).toThrow("Publishing needs an editor.");
    expect(() => authorize(person("editor"), "story.publish")).not.toThrow();
  });
});
