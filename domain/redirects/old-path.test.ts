import { expect, test } from "vitest";
import { numberedPath, oldPath, oldPathOf } from "./old-path.ts";

const slug = "/2019/05/بەفری-هەولێر";
const upper = encodeURI(slug);

test.each([
  ["as letters", slug],
  ["percent-escaped in capitals", upper],
  ["in small letters", upper.toLowerCase()],
  ["with a slash at its end", `${upper}/`],
  ["escaped twice", upper.replaceAll("%", "%25")],
  ["escaped three times", upper.replaceAll("%", "%2525")],
  ["with its letters taken apart", encodeURI(slug.normalize("NFD"))],
  ["half escaped", `/2019/05/${encodeURIComponent("بەفری")}-هەولێر`],
])("a Kurdish slug %s is one address", (_, written) => {
  expect(oldPath(written)).toBe(slug);
  expect(oldPathOf(`https://old.example${written}`)).toBe(slug);
});

test("an Arabic slug with a letter and its sign apart is one address", () => {
  expect(oldPath(encodeURI("/أخبار".normalize("NFD")))).toBe("/أخبار");
});

test("what isn't UTF-8 stays as it came, and nothing throws", () => {
  expect(oldPath("/%ff%fe/a")).toBe("/%ff%fe/a");
  expect(oldPath("/100%")).toBe("/100%");
});

test("WordPress's numbers are addresses; other queries say nothing", () => {
  expect(numberedPath("/", "p=123")).toBe("/?p=123");
  expect(numberedPath("/", "utm_source=x&p=123&preview=true")).toBe("/?p=123");
  expect(numberedPath("/index.php", "page_id=4")).toBe("/?page_id=4");
  expect(numberedPath("/", "p=0")).toBeNull();
  expect(numberedPath("/", "p=1%27--")).toBeNull();
  expect(numberedPath("/en", "p=1")).toBeNull();
  expect(oldPathOf("https://old.example/?p=7")).toBe("/?p=7");
});

test.each(["", "https://old.example/", "/", "javascript:alert(1)", "http://", "/a\u0000b"])(
  "%j is no address that could lead anywhere",
  (address) => {
    expect(oldPathOf(address)).toBeNull();
  },
);
