import { describe, expect, it } from "vitest";
import { PROPOSED_SETTINGS, TIME_ZONES } from "../outlet/defaults.ts";
import { sectionSlugSchema, settingsSchema } from "../outlet/input.ts";
import { addPersonInput, emailSchema, nameSchema, passwordSchema } from "./input.ts";

const NOT_ONE_ADDRESS = [
  "a@x.test,b@evil.test",
  "a@x.test;b@evil.test",
  '"a@evil.test x"@x.test',
  "a@x.test\r\nBcc: b@evil.test",
  "a@x.test%0ab@evil.test\n",
  "<a@x.test>",
  "A <a@x.test>",
  "a@x.test\u0000",
  "a@@x.test",
  "a@x",
  "a",
  "",
  "@x.test",
  "a b@x.test",
  "a@x.test b@evil.test",
  "a@[127.0.0.1]",
  "a@x..test",
  ".a@x.test",
  "a(comment)@x.test",
  `${"a".repeat(300)}@x.test`,
  "аdmin@x.test",
  "a@x.test\u2028b",
  "a@х.test",
];

describe("what the forms about people accept", () => {
  it.each(NOT_ONE_ADDRESS)("%j is not one plain address", (typed) => {
    expect(emailSchema.safeParse(typed).success).toBe(false);
  });

  it.each([" rawa@zagros.test ", "Rawa.Aziz+desk@news.zagros.test"])("%j is", (typed) => {
    expect(emailSchema.parse(typed)).toBe(typed.trim());
  });

  it("a name can't disguise itself with control and direction characters", () => {
    expect(nameSchema.parse("  Hana\u202e \t Salih\u0000 ")).toBe("Hana Salih");
    expect(nameSchema.parse("هێمن\u200cئەحمەد")).toBe("هێمن\u200cئەحمەد");
    expect(nameSchema.safeParse(" \u200f ").success).toBe(false);
  });

  it("a password is long and not the first guess", () => {
    for (const typed of ["short", "aaaaaaaaaaaa", "1234567890", "password123", "x".repeat(201)]) {
      expect(passwordSchema.safeParse(typed).success).toBe(false);
    }
    expect(passwordSchema.safeParse("ten chars!").success).toBe(true);
  });

  it("what isn't asked for has no effect", () => {
    const typed = { name: "A", email: "a@x.test", role: "reporter", password: "long enough to pass" };
    const more = {
      id: "x",
      suspendedAt: null,
      permissions: ["people.manage"],
      verified: true,
      personId: "y",
    };
    expect(addPersonInput.parse({ ...typed, ...more })).toEqual(typed);
    expect(addPersonInput.safeParse({ ...typed, role: "owner" }).success).toBe(false);
  });
});

describe("what the forms about the outlet accept", () => {
  const whole = { ...PROPOSED_SETTINGS, name: { en: "Post", ar: "بوست", ckb: "پۆست" } };

  it("every proposed zone is one that the machine knows, and Asia/Erbil is none", () => {
    for (const timeZone of TIME_ZONES) {
      expect(settingsSchema.safeParse({ ...whole, timeZone }).success, timeZone).toBe(true);
    }
    expect(settingsSchema.safeParse({ ...whole, timeZone: "Asia/Erbil" }).success).toBe(false);
  });

  it("a paper has a name in each of its languages, and a first language among them", () => {
    const nameless = settingsSchema.safeParse({ ...whole, name: { en: "Post", ar: " " } });
    expect(nameless.error?.issues.map(({ path }) => path.join("."))).toEqual(["name.ar", "name.ckb"]);
    const first = settingsSchema.safeParse({ ...whole, languages: ["ar", "ckb"], defaultLanguage: "en" });
    expect(first.error?.issues.map(({ path }) => path.join("."))).toEqual(["defaultLanguage"]);
    expect(settingsSchema.safeParse({ ...whole, languages: [] }).success).toBe(false);
  });

  it("a section's address is plain and not one of ours", () => {
    for (const slug of ["news", "arts-and-books", "g20"]) expect(sectionSlugSchema.parse(slug)).toBe(slug);
    for (const slug of [
      "feed",
      "live",
      "api",
      "-a",
      "a-",
      "a--b",
      "1st",
      "هەواڵ",
      "a/b",
      "",
      "x".repeat(41),
    ]) {
      expect(sectionSlugSchema.safeParse(slug).success, slug).toBe(false);
    }
  });
});
