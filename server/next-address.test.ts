import { describe, expect, it } from "vitest";
import { safeNext } from "./next-address.ts";

const HOSTILE = [
  "//evil.test",
  "///evil.test",
  "/\\evil.test",
  "\\\\evil.test",
  "/\t/evil.test",
  "\t//evil.test",
  "/\n/evil.test",
  "https://evil.test",
  "https:evil.test",
  "http:/evil.test",
  "HTTPS://evil.test/desk",
  "javascript:alert(1)",
  "JaVaScRiPt:alert(1)",
  "data:text/html,x",
  "vbscript:x",
  "mailto:a@b.test",
  "ftp://evil.test",
  "/desk//evil.test",
  "/desk/../../evil",
  "/desk/..//evil.test",
  "/desk\u0000",
  "/desk%0d%0a\r\nx",
  "/ desk",
  "desk",
  "",
  "/",
  "/en/news/1",
  "/api/auth/sign-out",
  "/sign-in",
  "/deskx",
  "/administrator",
  "@evil.test",
  "/@evil.test",
  "?next=//evil",
  "#",
  `/desk/${"a".repeat(20_000)}`,
  "/desk\\@evil.test",
  " /desk",
  "/%2f/evil.test",
];

describe("where sign-in leads", () => {
  it.each([
    "/desk",
    "/desk/stories/0190a000-0000-7000-8000-00000000000a",
    "/admin/people",
    "/desk?stage=ready",
    "/admin",
  ])("back to the page that was asked for: %s", (address) => expect(safeNext(address)).toBe(address));

  it.each(HOSTILE)("to the desk and never outside for %j", (address) => {
    expect(safeNext(address)).toBe("/desk");
  });

  it("to the desk for what is no text at all", () => {
    for (const asked of [undefined, null, 7, ["/desk"], { toString: () => "//evil.test" }]) {
      expect(safeNext(asked)).toBe("/desk");
    }
  });
});
